/// One rule that two rule sets state differently.
public struct RuleDifference: Sendable, Hashable {
    /// The table's name.
    public let table: String
    /// The row by the columns of its key, "axis=performance, component=award"; empty for the rule set itself.
    public let key: String
    /// What the older one says; nil when it has no such row.
    public let before: String?
    /// What this one says; nil when it has no such row.
    public let after: String?

    public init(table: String, key: String, before: String?, after: String?) {
        self.table = table
        self.key = key
        self.before = before
        self.after = after
    }
}

extension RuleSet {
    /// What this rule set changes of another, by table and then by key; their names and days are not compared.
    public func differences(from other: RuleSet) -> [RuleDifference] {
        let (before, after) = (other.statements, statements)
        return RuleTable.allCases.flatMap { table in
            let (old, new) = (before[table, default: [:]], after[table, default: [:]])
            return Set(old.keys).union(new.keys).sorted()
                .compactMap { key in
                    old[key] == new[key]
                        ? nil
                        : RuleDifference(table: table.rawValue, key: key, before: old[key], after: new[key])
                }
        }
    }

    /// Every rule as a row: its table, the row by the columns of its key, and what it says; by table and then by key.
    public var rows: [(table: String, key: String, value: String)] {
        let statements = statements
        return RuleTable.allCases.flatMap { table in
            statements[table, default: [:]].sorted { $0.key < $1.key }.map { (table.rawValue, $0.key, $0.value) }
        }
    }

    /// Table → key → what it says, as the tables' rows would have it.
    private var statements: [RuleTable: [String: String]] {
        var statements: [RuleTable: [String: String]] = [:]
        func state(_ table: RuleTable, _ key: [String], _ value: String) {
            statements[table, default: [:]][RuleSetReader.Row.name(Array(zip(table.key, key)))] = value
        }
        state(.ruleSet, [], basis)
        for cell in matrix.cells {
            state(.ratingMatrix, ["\(cell.result.rawValue)", "\(cell.behaviour.rawValue)"], "\(cell.rating.rawValue)")
        }
        for (rating, level) in performanceLevels {
            state(.performanceLevel, ["\(rating.rawValue)"], "\(level.rawValue)")
        }
        for cell in boxes.cells {
            state(.talentBox, ["\(cell.performance.rawValue)", "\(cell.potential.rawValue)"], "\(cell.number)")
        }
        for (component, weight) in weights {
            state(.scoringWeight, [component.axis.rawValue, component.rawValue], "\(weight)")
        }
        for part in parts { state(.componentPart, [part.component.rawValue, part.part], "\(part.weight)") }
        for step in steps { state(.subScore, [step.component, "\(step.atLeast)"], "\(step.score.hundredths / 100)") }
        for score in levelScores {
            state(.levelScore, [score.component, score.level], "\(score.score.hundredths / 100)")
        }
        for (axis, levels) in thresholds {
            for (level, atLeast) in levels { state(.threshold, [axis.rawValue, "\(level.rawValue)"], "\(atLeast)") }
        }
        for setting in settings.values { state(.setting, [setting.name.rawValue], setting.text) }
        return statements
    }
}
