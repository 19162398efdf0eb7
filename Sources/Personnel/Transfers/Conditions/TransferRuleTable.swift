/// The two tables of a city's own rules of transfers, as rows of text; the raw value is the table's name.
public enum TransferRuleTable: String, Sendable, Hashable, CaseIterable {
    /// What the city says of the national rules.
    case transferRule = "transfer_rule"
    /// The city's own conditions.
    case localCondition = "local_condition"

    /// All its columns. Of a rule's row `direction`, `level`, `effect` and `parameter` may be empty, of a condition's
    /// `direction` and `level`; `exception` is yes or no; days are "YYYY-MM-DD".
    public var columns: [String] {
        switch self {
        case .transferRule: ["rule", "direction", "level", "effect", "parameter", "valid_from", "source"]
        case .localCondition:
            [
                "condition", "fact", "comparison", "value", "direction", "level", "effect", "exception", "valid_from",
                "source",
            ]
        }
    }

    /// What tells its rows apart.
    public var key: [String] {
        switch self {
        case .transferRule: ["rule", "direction", "level", "valid_from"]
        case .localCondition: ["condition", "valid_from"]
        }
    }
}
