/// The score that a component or part has from a number on: an education level's id, completed years in the level, a
/// number of certificates.
///
/// The steps are half-open: the source's bands of certificates overlap at 6 and at 8, and the upper one has both.
public struct ScoreStep: Sendable, Hashable {
    /// A component's code or a part's.
    public let component: String
    public let atLeast: Int
    public let score: Score

    public init(component: String, atLeast: Int, score: Score) {
        self.component = component
        self.atLeast = atLeast
        self.score = score
    }

    /// What a rule set must have steps for, and the number at which the lowest begins; where none is said, a number
    /// below the lowest step has no score.
    public static let required: [(component: String, first: Int?)] = [
        ("education", nil), ("time_in_level", 0), ("certificates", 0), ("leadership", 0),
    ]
}
