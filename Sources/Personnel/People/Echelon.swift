/// The echelon of a structural post, the older scale that SIASN still exports and posts are still paid by.
public struct Echelon: Sendable, Hashable {
    /// SIASN's id: 10, 11, 12, 21, 22, ... 52.
    public let id: Int
    /// "I.a" ... "V.b".
    public let code: String
    /// The level that replaced it under UU 5/2014 and UU 20/2023.
    public let level: PositionLevel
    /// The ranks its holder may have, where SIASN's reference gives them.
    public let ranks: ClosedRange<GradeRank>?
    /// The job class (kelas jabatan, 1...17) that cities usually give it; a city's own by-law decides.
    public let defaultJobClass: Int?

    /// Nil for 99 (no echelon) and for ids SIASN does not have.
    public init?(id: Int) {
        guard let echelon = Self.all.first(where: { $0.id == id }) else { return nil }
        self = echelon
    }

    /// Eleven, from the highest down.
    public static let all: [Echelon] = [
        Echelon(10, "I.a", .jptUtama),
        Echelon(11, "I.a", .jptMadya),
        Echelon(12, "I.b", .jptMadya),
        Echelon(21, "II.a", .jptPratama, ranks: (42, 44), defaultJobClass: 15),
        Echelon(22, "II.b", .jptPratama, ranks: (41, 43), defaultJobClass: 14),
        Echelon(31, "III.a", .administrator, ranks: (34, 42), defaultJobClass: 12),
        Echelon(32, "III.b", .administrator, ranks: (33, 41), defaultJobClass: 11),
        Echelon(41, "IV.a", .pengawas, ranks: (32, 34), defaultJobClass: 9),
        Echelon(42, "IV.b", .pengawas, ranks: (31, 33)),
        Echelon(51, "V.a", .pelaksana),
        Echelon(52, "V.b", .pelaksana),
    ]

    private init(
        _ id: Int,
        _ code: String,
        _ level: PositionLevel,
        ranks: (Int, Int)? = nil,
        defaultJobClass: Int? = nil
    ) {
        self.id = id
        self.code = code
        self.level = level
        if let ranks, let lowest = GradeRank(id: ranks.0), let highest = GradeRank(id: ranks.1) {
            self.ranks = lowest...highest
        } else {
            self.ranks = nil
        }
        self.defaultJobClass = defaultJobClass
    }
}

extension Echelon: CustomStringConvertible {
    public var description: String { code }
}
