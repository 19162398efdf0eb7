/// The class of a contract employee (golongan PPPK), I to XVII. It is not a rank: a PPPK has no `GradeRank`.
public struct ContractClass: Sendable, Hashable {
    /// 1...17.
    public let level: Int

    public init?(level: Int) {
        guard (1...17).contains(level) else { return nil }
        self.level = level
    }

    /// Reads the numeral as exports and people write it: "IX", "ix", "Golongan IX", or the number 9.
    public init?(siasn text: some StringProtocol) {
        let words = text.uppercased().split(separator: " ")
        guard let last = words.last, words.count == 1 || words.dropLast() == ["GOLONGAN"] else { return nil }
        if let level = Int(last) { self.init(level: level) } else { self.init(code: last) }
    }

    /// Reads the Roman numeral, "I" ... "XVII".
    public init?(code: some StringProtocol) {
        guard let index = Self.numerals.firstIndex(of: String(code)) else { return nil }
        self.level = index + 1
    }

    public var code: String { Self.numerals[level - 1] }

    /// All 17, from the lowest up.
    public static let all: [ContractClass] = (1...17).compactMap { ContractClass(level: $0) }

    private static let numerals = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    ]
}

extension ContractClass: Comparable {
    public static func < (left: ContractClass, right: ContractClass) -> Bool { left.level < right.level }
}

extension ContractClass: CustomStringConvertible {
    public var description: String { code }
}
