/// One of the 17 grades and ranks (golongan ruang, pangkat) of a permanent civil servant, I/a to IV/e.
///
/// The ids are SIASN's: tens for the grade, ones for the room. Contract employees have a `ContractClass` instead.
public struct GradeRank: Sendable, Hashable {
    /// 11...14, 21...24, 31...34, 41...45; a higher id is a higher rank.
    public let id: Int

    public init?(id: Int) {
        guard Self.titles[id] != nil else { return nil }
        self.id = id
    }

    /// Reads "IV/a", exactly as decrees write it.
    public init?(code: some StringProtocol) {
        guard let rank = Self.byCode[String(code)] else { return nil }
        self = rank
    }

    /// "I/a" ... "IV/e".
    public var code: String {
        "\(["I", "II", "III", "IV"][id / 10 - 1])/\(["a", "b", "c", "d", "e"][id % 10 - 1])"
    }

    /// The name of the rank (pangkat), such as "Pembina".
    public var title: String { Self.titles[id, default: code] }

    /// All 17, from the lowest up.
    public static let all: [GradeRank] = titles.keys.sorted().compactMap { GradeRank(id: $0) }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    private static let titles: [Int: String] = [
        11: "Juru Muda", 12: "Juru Muda Tingkat I", 13: "Juru", 14: "Juru Tingkat I",
        21: "Pengatur Muda", 22: "Pengatur Muda Tingkat I", 23: "Pengatur", 24: "Pengatur Tingkat I",
        31: "Penata Muda", 32: "Penata Muda Tingkat I", 33: "Penata", 34: "Penata Tingkat I",
        41: "Pembina", 42: "Pembina Tingkat I", 43: "Pembina Utama Muda", 44: "Pembina Utama Madya",
        45: "Pembina Utama",
    ]
}

extension GradeRank: Comparable {
    public static func < (left: GradeRank, right: GradeRank) -> Bool { left.id < right.id }
}

extension GradeRank: CustomStringConvertible {
    public var description: String { code }
}
