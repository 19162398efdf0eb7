/// The name of an appraisal cycle: a quarter, "2026-Q3", or a year, "2026".
public struct CycleCode: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// 1...4.
        case quarter(Int)
        case year
    }

    /// The years that there are cycles of, as the database has it.
    public static let years = 1900...2200

    /// One of ``years``.
    public let year: Int
    public let kind: Kind

    /// Reads "2026-Q3" (also "2026-q3") or "2026"; the year has four digits and is one of ``years``.
    public init?(_ text: some StringProtocol) {
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, let year = Self.year(first) else { return nil }
        switch parts.count {
        case 1:
            self.init(year: year, kind: .year)
        case 2:
            guard let quarter = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: parts[1]) else { return nil }
            self.init(year: year, kind: .quarter(quarter + 1))
        default:
            return nil
        }
    }

    /// From SIASN's `tahun` and `periodikNama`: "Triwulan III", "TRIWULAN 3" and "Triwulan III Tahun 2026" are
    /// quarters; "Tahunan" and a missing name are the whole year. Nil when the name has another year than `siasnYear`.
    public init?(siasnYear: Int, periodName: String?) {
        guard Self.years.contains(siasnYear) else { return nil }
        var words = (periodName ?? "tahunan").uppercased().split(separator: " ")
        if words.count > 2, words[words.count - 2] == "TAHUN" {
            guard Self.year(words[words.count - 1]) == siasnYear else { return nil }
            words.removeLast(2)
        }
        switch words.count {
        case 1 where words[0] == "TAHUNAN":
            self.init(year: siasnYear, kind: .year)
        case 2 where words[0] == "TRIWULAN":
            let numerals = [["I", "1"], ["II", "2"], ["III", "3"], ["IV", "4"]]
            guard let index = numerals.firstIndex(where: { $0.contains(String(words[1])) }) else { return nil }
            self.init(year: siasnYear, kind: .quarter(index + 1))
        default:
            return nil
        }
    }

    private init(year: Int, kind: Kind) {
        self.year = year
        self.kind = kind
        let (firstMonth, months) =
            switch kind {
            case .quarter(let number): (number * 3 - 2, 3)
            case .year: (1, 12)
            }
        let newYear = CivilDate(daysSince2000: 0).adding(months: (year - 2000) * 12)
        first = newYear.adding(months: firstMonth - 1)
        last = first.adding(months: months) + -1
    }

    /// The first day of the period.
    public let first: CivilDate
    /// The last day of the period.
    public let last: CivilDate

    private static func year(_ text: some StringProtocol) -> Int? {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let year = Int(text), years.contains(year)
        else { return nil }
        return year
    }
}

extension CycleCode: CustomStringConvertible {
    /// "2026-Q3" or "2026"; read back by `init(_:)`.
    public var description: String {
        let digits = String(year)
        let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
        return switch kind {
        case .quarter(let number): "\(padded)-Q\(number)"
        case .year: padded
        }
    }
}
