/// A conflict of interest that somebody declared, or a review found, in one case (PP 11/2017 art. 190(5)).
///
/// The article gives the principle alone; the kinds are the city's.
public struct DeclaredConflict: Sendable, Hashable {
    /// Raw values are codes for data.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A proposer, review team member, approver or rater is a relation of the candidate.
        case deciderRelated = "decider_related"
        /// A review team member is a candidate in the same session.
        case deciderIsCandidate = "decider_is_candidate"
        /// Spouses would be superior and subordinate.
        case spousesInLine = "spouses_in_line"
        /// The candidate would supervise the unit that audits or licenses a relation's business.
        case oversightOfRelation = "oversight_of_relation"

        public init?(code: some StringProtocol) {
            self.init(rawValue: String(code))
        }

        /// A stable code for data.
        public var code: String { rawValue }

        /// Whether it ends when the person concerned stays out of the decision; otherwise the move itself makes it.
        public var endsByRecusal: Bool {
            switch self {
            case .deciderRelated, .deciderIsCandidate: true
            case .spousesInLine, .oversightOfRelation: false
            }
        }
    }

    public let kind: Kind
    /// Whether the person concerned stays out of the case.
    public let isRecused: Bool

    public init(_ kind: Kind, isRecused: Bool = false) {
        self.kind = kind
        self.isRecused = isRecused
    }

    /// Whether it no longer stands in the way.
    public var isSettled: Bool { isRecused && kind.endsByRecusal }
}
