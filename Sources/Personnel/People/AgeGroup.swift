/// Five years of age, as statistics of the civil service count them.
public enum AgeGroup: Int, Sendable, Hashable, CaseIterable {
    case under25 = 0
    case from25 = 25
    case from30 = 30
    case from35 = 35
    case from40 = 40
    case from45 = 45
    case from50 = 50
    case from55 = 55
    case from60 = 60

    /// The group of an age in completed years; the first has all below 25 and the last all from 60.
    public init(age: Int) {
        self = Self.allCases.last { $0.rawValue <= age } ?? .under25
    }

    /// A stable code for data: "under_25", "25_29" ... "60_over".
    public var code: String {
        switch self {
        case .under25: "under_25"
        case .from60: "60_over"
        default: "\(rawValue)_\(rawValue + 4)"
        }
    }

    public var title: String {
        switch self {
        case .under25: "< 25"
        case .from60: "≥ 60"
        default: "\(rawValue)–\(rawValue + 4)"
        }
    }
}
