/// Reads a city's rows and collects what is wrong with them on the way.
struct TransferRuleReader {
    private(set) var problems: [RuleSet.Problem] = []

    private struct Row {
        let table: TransferRuleTable
        let cells: [String: String]

        subscript(column: String) -> String { cells[column, default: ""] }

        /// "rule=rank, valid_from=2026-01-01": the cells of the key that are not empty.
        var name: String {
            table.key.filter { !self[$0].isEmpty }.map { "\($0)=\(self[$0])" }.joined(separator: ", ")
        }
    }

    private mutating func report(_ row: Row, _ reason: String) {
        problems.append(RuleSet.Problem(table: row.table.rawValue, row: row.name, reason: reason))
    }

    /// The rows without incomplete ones and without those whose key comes a second time.
    private mutating func whole(_ table: TransferRuleTable, _ rows: [[String: String]]) -> [Row] {
        var keys: Set<[String]> = []
        var whole: [Row] = []
        for cells in rows {
            let row = Row(table: table, cells: cells)
            let missing = table.columns.filter { cells[$0] == nil }
            if !missing.isEmpty {
                report(row, "has no \(missing.joined(separator: ", "))")
            } else if !keys.insert(table.key.map { row[$0] }).inserted {
                report(row, "is there more than once")
            } else {
                whole.append(row)
            }
        }
        return whole
    }

    mutating func rows(_ table: [[String: String]]) -> [TransferRuleRow] {
        var read: [TransferRuleRow] = []
        for row in whole(.transferRule, table) {
            let before = problems.count
            let rule = code(row, "rule", TransferRule.init(code:))
            let direction = optional(row, "direction", TransferDirection.init(code:))
            let level = optional(row, "level", PositionLevel.init(code:))
            let effect = optional(row, "effect", TransferEffect.init(code:))
            let parameter = row["parameter"].isEmpty ? nil : number(row, "parameter", in: 0...600)
            let (validFrom, source) = (day(row), source(row))
            if row["effect"].isEmpty, row["parameter"].isEmpty {
                report(row, "has neither an effect nor a parameter")
            }
            if let rule, effect == .gate, !rule.defaults.hasConsent {
                report(row, "effect \"gate\" needs a consent that opens it, and the rule has none")
            }
            if let rule, parameter != nil, rule.defaults.parameter == .none {
                report(row, "parameter \"\(row["parameter"])\": the rule compares with no number")
            }
            guard problems.count == before, let rule, let validFrom else { continue }
            read.append(
                TransferRuleRow(
                    rule,
                    direction: direction,
                    level: level,
                    effect: effect,
                    parameter: parameter,
                    validFrom: validFrom,
                    source: source
                )
            )
        }
        return read
    }

    mutating func conditions(_ table: [[String: String]]) -> [LocalCondition] {
        var read: [LocalCondition] = []
        for row in whole(.localCondition, table) {
            let before = problems.count
            if !LocalCondition.isCode(row["condition"]) {
                report(row, "condition is not 1 to 40 small letters and underscores, or is the code of a rule")
            }
            let fact = code(row, "fact", LocalFact.init(code:))
            let comparison = code(row, "comparison", LocalCondition.Comparison.init(code:))
            let direction = optional(row, "direction", TransferDirection.init(code:))
            let level = optional(row, "level", PositionLevel.init(code:))
            let effect = code(row, "effect", TransferEffect.init(code:))
            let allowsException = code(row, "exception") { ["no": false, "yes": true][$0] }
            let (validFrom, source) = (day(row), source(row))
            if let fact {
                if let comparison, !fact.comparisons.contains(comparison) {
                    report(row, "\(fact.code) is not compared by \"\(comparison.code)\"")
                }
                if fact.number(row["value"]) == nil {
                    report(row, "value \"\(row["value"])\" is not one of \(fact.code)")
                }
            }
            if effect == .gate { report(row, "effect \"gate\" needs a consent that opens it: use block") }
            guard problems.count == before, let fact, let comparison, let effect, let allowsException, let validFrom,
                let condition = LocalCondition(
                    row["condition"],
                    fact,
                    comparison,
                    row["value"],
                    direction: direction,
                    level: level,
                    effect: effect,
                    allowsException: allowsException,
                    validFrom: validFrom,
                    source: source
                )
            else { continue }
            read.append(condition)
        }
        return read
    }

    private mutating func code<Value>(_ row: Row, _ column: String, _ read: (String) -> Value?) -> Value? {
        if let value = read(row[column]) { return value }
        report(row, "\(column) \"\(row[column])\" is not known")
        return nil
    }

    /// An empty cell is nil and not a problem.
    private mutating func optional<Value>(_ row: Row, _ column: String, _ read: (String) -> Value?) -> Value? {
        row[column].isEmpty ? nil : code(row, column, read)
    }

    private mutating func number(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = Int(row[column]), range.contains(number) else {
            report(
                row,
                "\(column) \"\(row[column])\" is not a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    private mutating func day(_ row: Row) -> CivilDate? {
        if let day = CivilDate(iso: row["valid_from"]) { return day }
        report(row, "valid_from \"\(row["valid_from"])\" is not a date like 2026-01-31")
        return nil
    }

    private mutating func source(_ row: Row) -> String {
        if row["source"].allSatisfy(\.isWhitespace) { report(row, "has no source: the by-law or decree") }
        return row["source"]
    }
}

extension TransferRuleSet {
    /// Reads a city's rows, from CSV files or from a database; throws everything that is wrong with them, row by row.
    ///
    /// - Parameters:
    ///   - rules: gives the parameters that are settings.
    ///   - rows: those of `TransferRuleTable.transferRule`, a column's name → the cell's text.
    ///   - conditions: those of `TransferRuleTable.localCondition`.
    public init(
        _ rules: RuleSet,
        rows: [[String: String]],
        conditions: [[String: String]]
    ) throws(RuleSet.Invalid) {
        var reader = TransferRuleReader()
        let read = (reader.rows(rows), reader.conditions(conditions))
        guard reader.problems.isEmpty else { throw RuleSet.Invalid(problems: reader.problems) }
        self.init(rules, rows: read.0, conditions: read.1)
    }
}
