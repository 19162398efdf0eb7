/// The rows of the reference data as text, from CSV files or from a database, before anything is checked.
public struct RuleTables: Sendable, Hashable {
    /// A table's name → its rows, each a column's name → the cell's text.
    public var rows: [String: [[String: String]]]

    public init(_ rows: [String: [[String: String]]]) {
        self.rows = rows
    }

    /// The rows of one table; none when it is not there.
    public subscript(table: RuleTable) -> [[String: String]] {
        get { rows[table.rawValue, default: []] }
        set { rows[table.rawValue] = newValue }
    }

    /// The names of the rule sets, in the order of their table.
    public var codes: [String] { self[.ruleSet].compactMap { $0["rule_set"] } }
}
