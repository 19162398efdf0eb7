/// The level of a post under UU 20/2023: five managerial ones, from the top down, and two non-managerial.
public enum PositionLevel: String, Sendable, Hashable, CaseIterable {
    case jptUtama = "jpt_utama"
    case jptMadya = "jpt_madya"
    case jptPratama = "jpt_pratama"
    case administrator
    case pengawas
    case fungsional
    case pelaksana

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// The level that replaced a SIASN echelon id (UU 5/2014, UU 20/2023); nil for 99 (none), which does not tell a
    /// functional post from an executor's.
    public init?(echelonID: Int) {
        guard let echelon = Echelon(id: echelonID) else { return nil }
        self = echelon.level
    }

    /// A stable code for data, such as "jpt_pratama".
    public var code: String { rawValue }

    public var title: String {
        switch self {
        case .jptUtama: "JPT Utama"
        case .jptMadya: "JPT Madya"
        case .jptPratama: "JPT Pratama"
        case .administrator: "Administrator"
        case .pengawas: "Pengawas"
        case .fungsional: "Jabatan Fungsional"
        case .pelaksana: "Pelaksana"
        }
    }

    public var isManagerial: Bool {
        switch self {
        case .jptUtama, .jptMadya, .jptPratama, .administrator, .pengawas: true
        case .fungsional, .pelaksana: false
        }
    }

    /// Retirement age in years (UU 20/2023 art. 55). A functional post has its own, 58 to 70, in its reference row; 58,
    /// which most of them have, is what to use where that row is silent.
    public var defaultRetirementAge: Int {
        switch self {
        case .jptUtama, .jptMadya, .jptPratama: 60
        case .administrator, .pengawas, .fungsional, .pelaksana: 58
        }
    }

    /// The level from which one is promoted to it (PP 11/2017 arts 54, 107): of a managerial level the one below, of the
    /// lowest the executors'; nil for who is at the foot.
    public var below: PositionLevel? {
        switch self {
        case .jptUtama: .jptMadya
        case .jptMadya: .jptPratama
        case .jptPratama: .administrator
        case .administrator: .pengawas
        case .pengawas: .pelaksana
        case .fungsional, .pelaksana: nil
        }
    }
}
