/// A table of the reference data that a rule set is read from; the raw value is its name.
public enum RuleTable: String, Sendable, Hashable, CaseIterable {
    case ruleSet = "rule_set"
    case ratingMatrix = "rating_matrix"
    case performanceLevel = "performance_level"
    case talentBox = "talent_box"
    case scoringWeight = "scoring_weight"
    case componentPart = "component_part"
    case subScore = "sub_score"
    case levelScore = "level_score"
    case threshold
    case setting

    /// What tells its rows apart inside one rule set.
    public var key: [String] {
        switch self {
        case .ruleSet: []
        case .ratingMatrix: ["work_result", "work_behaviour"]
        case .performanceLevel: ["rating"]
        case .talentBox: ["performance_level", "potential_level"]
        case .scoringWeight: ["axis", "component"]
        case .componentPart: ["component", "part"]
        case .subScore: ["component", "at_least"]
        case .levelScore: ["component", "level"]
        case .threshold: ["axis", "level"]
        case .setting: ["name"]
        }
    }

    /// What its rows say.
    public var values: [String] {
        switch self {
        case .ruleSet: ["valid_from", "basis"]
        case .ratingMatrix: ["rating"]
        case .performanceLevel: ["level"]
        case .talentBox: ["box"]
        case .scoringWeight, .componentPart: ["weight"]
        case .subScore, .levelScore: ["score"]
        case .threshold: ["at_least"]
        case .setting: ["value", "basis"]
        }
    }

    /// All its columns, `rule_set` first.
    public var columns: [String] { ["rule_set"] + key + values }
}
