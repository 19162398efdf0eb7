/// The kind of a post, by which a change within one rank is told from a change of career; raw values are codes for data.
public enum PostKind: String, Sendable, Hashable, CaseIterable {
    /// A managerial post (struktural, manajerial).
    case structural
    /// A functional post (JF).
    case functional
    /// An executor's (pelaksana).
    case executor

    public init(_ level: PositionLevel) {
        switch level {
        case .jptUtama, .jptMadya, .jptPratama, .administrator, .pengawas: self = .structural
        case .fungsional: self = .functional
        case .pelaksana: self = .executor
        }
    }

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// SIASN's `jenis_jabatan`: 1, 2 or 4.
    public var siasn: Int {
        switch self {
        case .structural: 1
        case .functional: 2
        case .executor: 4
        }
    }
}
