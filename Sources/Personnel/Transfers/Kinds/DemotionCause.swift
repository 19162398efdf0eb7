/// A lawful cause of a demotion; there are four. Raw values are codes for data.
public enum DemotionCause: String, Sendable, Hashable, CaseIterable {
    case discipline
    case performance
    case reorganisation
    case ownRequest = "own_request"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// The regulation and article.
    public var source: String {
        switch self {
        case .discipline: "PP 94/2021 art. 8"
        case .performance: "PP 30/2019 arts 56–58"
        case .reorganisation: "PP 11/2017 art. 130"
        case .ownRequest: "PP 11/2017 art. 190(6)"
        }
    }
}
