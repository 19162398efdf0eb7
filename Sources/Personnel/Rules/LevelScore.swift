/// The score that a component or part has for a level told by a code, such as an award's "international".
public struct LevelScore: Sendable, Hashable {
    /// A component's code or a part's.
    public let component: String
    public let level: String
    public let score: Score

    public init(component: String, level: String, score: Score) {
        self.component = component
        self.level = level
        self.score = score
    }

    /// The levels that a rule set must score, as the evidence tables have them; a city may add others.
    public static let required: [(component: String, levels: [String])] = [
        ("rating", Rating.allCases.map(\.code)),
        ("award", ["international", "national", "cross_agency", "agency", "none"]),
        ("team_duty", ["chair_cross_agency", "chair_internal", "member_cross_agency", "member_internal", "none"]),
        ("feedback", Rating.allCases.map(\.code)),
        ("variety", ["cross_agency", "cross_unit", "one_unit"]),
        ("acting", ["head_of_region", "plt_higher", "plt_equal", "plh_higher", "plh_equal", "none"]),
        ("field_match", ["match", "no_match"]),
        ("discipline", ["none", "light", "medium", "heavy", "serving"]),
    ]
}
