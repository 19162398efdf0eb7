/// Reads the tables of one rule set and collects what is wrong with them on the way.
struct RuleSetReader {
    let tables: RuleTables
    let code: String
    private(set) var problems: [RuleSet.Problem] = []

    init(tables: RuleTables, code: String) {
        self.tables = tables
        self.code = code
    }

    /// One row whose cells are all there and whose key stands once.
    struct Row {
        let table: RuleTable
        private let cells: [String: String]

        init(_ table: RuleTable, _ cells: [String: String]) {
            self.table = table
            self.cells = cells
        }

        subscript(column: String) -> String { cells[column, default: ""] }

        var name: String { Self.name(table.key.map { ($0, self[$0]) }) }

        /// "axis=performance, level=2".
        static func name(_ parts: [(String, String)]) -> String {
            parts.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
        }
    }

    mutating func report(_ table: RuleTable, _ parts: [(String, String)], _ reason: String) {
        problems.append(RuleSet.Problem(table: table.rawValue, row: Row.name(parts), reason: reason))
    }

    mutating func report(_ row: Row, _ reason: String) {
        problems.append(RuleSet.Problem(table: row.table.rawValue, row: row.name, reason: reason))
    }

    /// The rule set's rows of a table, without incomplete ones and without those whose key comes a second time.
    mutating func rows(_ table: RuleTable) -> [Row] {
        var keys: Set<[String]> = []
        var rows: [Row] = []
        for cells in tables[table] where cells["rule_set"] == code {
            let row = Row(table, cells)
            let missing = table.columns.filter { cells[$0] == nil }
            // "01" and "1" are one key to the database.
            let key = table.key.map { column in Int(row[column]).map(String.init) ?? row[column] }
            if !missing.isEmpty {
                report(row, "has no \(missing.joined(separator: ", "))")
            } else if !keys.insert(key).inserted {
                report(row, "stands there twice")
            } else {
                rows.append(row)
            }
        }
        return rows
    }

    /// A cell that is a whole number of a range; nil, and reported, when it is not.
    mutating func integer(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = Int(row[column]) else {
            report(row, "\(column) \"\(row[column])\" is no whole number")
            return nil
        }
        guard range.contains(number) else {
            report(row, "\(column) \(number) is outside \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    mutating func score(_ row: Row) -> Score? {
        integer(row, "score", in: 0...100).map { Score($0) }
    }

    mutating func axis(_ row: Row) -> TalentAxis? {
        if let axis = TalentAxis(rawValue: row["axis"]) { return axis }
        report(row, "no axis of the talent map: performance, potential")
        return nil
    }

    mutating func level(_ row: Row, _ column: String) -> TalentLevel? {
        integer(row, column, in: 1...3).flatMap { TalentLevel(rawValue: $0) }
    }
}

extension RuleSetReader {
    /// Rows of a rule set that no one has declared, and a rule set that begins on another's day.
    mutating func checkNames() {
        let known = Set(tables.codes)
        for table in RuleTable.allCases where table != .ruleSet {
            var unknown: Set<String> = []
            for cells in tables[table] {
                let name = cells["rule_set", default: ""]
                if !known.contains(name), unknown.insert(name).inserted {
                    report(table, [("rule_set", name)], "no such rule set in rule_set")
                }
            }
        }
    }

    mutating func identity() -> (validFrom: CivilDate, basis: String)? {
        let count = tables[.ruleSet].count { $0["rule_set"] == code }
        guard count > 0 else {
            report(.ruleSet, [("rule_set", code)], "there is no such rule set")
            return nil
        }
        guard let row = rows(.ruleSet).first else { return nil }
        if tables[.ruleSet].contains(where: { $0["rule_set"] != code && $0["valid_from"] == row["valid_from"] }) {
            report(.ruleSet, [("rule_set", code)], "begins on the same day as another: valid_from \(row["valid_from"])")
        }
        guard let validFrom = CivilDate(iso: row["valid_from"]) else {
            report(.ruleSet, [("rule_set", code)], "valid_from \"\(row["valid_from"])\" is no date like 2026-01-31")
            return nil
        }
        return (validFrom, row["basis"])
    }

    mutating func matrix() -> RatingMatrix? {
        var cells: [RatingMatrix.Cell] = []
        var isWhole = true
        for row in rows(.ratingMatrix) {
            let result = integer(row, "work_result", in: 1...3).flatMap { Expectation(rawValue: $0) }
            let behaviour = integer(row, "work_behaviour", in: 1...3).flatMap { Expectation(rawValue: $0) }
            let rating = integer(row, "rating", in: 1...5).flatMap { Rating(rawValue: $0) }
            guard let result, let behaviour else { continue }
            isWhole = isWhole && rating != nil
            // A cell with a wrong rating is not also reported as a hole.
            cells.append(RatingMatrix.Cell(result: result, behaviour: behaviour, rating: rating ?? .sangatKurang))
        }
        for result in Expectation.allCases {
            for behaviour in Expectation.allCases
            where !cells.contains(where: { $0.result == result && $0.behaviour == behaviour }) {
                let key = [("work_result", "\(result.rawValue)"), ("work_behaviour", "\(behaviour.rawValue)")]
                report(.ratingMatrix, key, "is missing")
            }
        }
        return isWhole ? try? RatingMatrix(cells: cells) : nil
    }

    mutating func performanceLevels() -> [Rating: TalentLevel] {
        var levels: [Rating: TalentLevel] = [:]
        var named: Set<Rating> = []
        for row in rows(.performanceLevel) {
            let rating = integer(row, "rating", in: 1...5).flatMap { Rating(rawValue: $0) }
            let level = level(row, "level")
            guard let rating else { continue }
            named.insert(rating)
            levels[rating] = level
        }
        for rating in Rating.allCases where !named.contains(rating) {
            report(.performanceLevel, [("rating", "\(rating.rawValue)")], "is missing")
        }
        return levels
    }

    mutating func boxes() -> BoxTable? {
        var cells: [BoxTable.Cell] = []
        var places: Set<[TalentLevel]> = []
        for row in rows(.talentBox) {
            let performance = level(row, "performance_level")
            let potential = level(row, "potential_level")
            let number = integer(row, "box", in: 1...9)
            guard let performance, let potential else { continue }
            places.insert([performance, potential])
            guard let number else { continue }
            if cells.contains(where: { $0.number == number }) { report(row, "box \(number) stands in two places") }
            cells.append(BoxTable.Cell(performance: performance, potential: potential, number: number))
        }
        for performance in TalentLevel.allCases {
            for potential in TalentLevel.allCases where !places.contains([performance, potential]) {
                let key = [
                    ("performance_level", "\(performance.rawValue)"), ("potential_level", "\(potential.rawValue)"),
                ]
                report(.talentBox, key, "is missing")
            }
        }
        return try? BoxTable(cells: cells)
    }
}

extension RuleSetReader {
    mutating func weights() -> [TalentComponent: Int] {
        var weights: [TalentComponent: Int] = [:]
        var named: Set<TalentComponent> = []
        for row in rows(.scoringWeight) {
            let axis = axis(row)
            let weight = integer(row, "weight", in: 0...100)
            guard let component = TalentComponent(rawValue: row["component"]) else {
                report(row, "no component of the talent map")
                continue
            }
            named.insert(component)
            if let axis, axis != component.axis {
                report(row, "is a component of \(component.axis.rawValue)")
            } else {
                weights[component] = weight
            }
        }
        for axis in TalentAxis.allCases {
            for component in axis.components where !named.contains(component) {
                report(.scoringWeight, [("axis", axis.rawValue), ("component", component.rawValue)], "is missing")
            }
            let total = axis.components.reduce(0) { $0 + weights[$1, default: 0] }
            if total != 100 {
                report(.scoringWeight, [("axis", axis.rawValue)], "weights add to \(total), not to 100")
            }
        }
        return weights
    }

    mutating func parts() -> [ComponentPart] {
        var parts: [ComponentPart] = []
        var named: Set<String> = []
        for row in rows(.componentPart) {
            let weight = integer(row, "weight", in: 0...100)
            guard let component = TalentComponent(rawValue: row["component"]),
                let required = ComponentPart.required.first(where: { $0.component == component }),
                required.parts.contains(row["part"])
            else {
                report(row, "no component has such a part")
                continue
            }
            named.insert(row["part"])
            parts.append(ComponentPart(component: component, part: row["part"], weight: weight ?? 0))
        }
        for (component, required) in ComponentPart.required {
            for part in required where !named.contains(part) {
                report(.componentPart, [("component", component.rawValue), ("part", part)], "is missing")
            }
            let total = parts.reduce(0) { $1.component == component ? $0 + $1.weight : $0 }
            if total != 100 {
                report(.componentPart, [("component", component.rawValue)], "parts add to \(total), not to 100")
            }
        }
        return parts
    }

    mutating func steps() -> [ScoreStep] {
        var steps: [ScoreStep] = []
        for row in rows(.subScore) {
            let atLeast = integer(row, "at_least", in: 0...Int(Int16.max))
            let score = score(row)
            guard ScoreStep.required.contains(where: { $0.component == row["component"] }) else {
                report(row, "no component or part is scored by a number so named")
                continue
            }
            guard let atLeast else { continue }
            steps.append(ScoreStep(component: row["component"], atLeast: atLeast, score: score ?? Score(0)))
        }
        for (component, first) in ScoreStep.required {
            let lowest = steps.filter { $0.component == component }.map(\.atLeast).min()
            if lowest == nil {
                report(.subScore, [("component", component)], "has no step")
            } else if let first, lowest != first {
                report(.subScore, [("component", component)], "has no step from \(first)")
            }
        }
        let order = ScoreStep.required.map(\.component)
        return steps.sorted {
            let (left, right) = (order.firstIndex(of: $0.component) ?? 0, order.firstIndex(of: $1.component) ?? 0)
            return (left, $0.atLeast) < (right, $1.atLeast)
        }
    }

    mutating func levelScores() -> [LevelScore] {
        var scores: [LevelScore] = []
        for row in rows(.levelScore) {
            let score = score(row)
            guard LevelScore.required.contains(where: { $0.component == row["component"] }) else {
                report(row, "no component or part is scored by a level so named")
                continue
            }
            scores.append(LevelScore(component: row["component"], level: row["level"], score: score ?? Score(0)))
        }
        for (component, levels) in LevelScore.required {
            for level in levels where !scores.contains(where: { $0.component == component && $0.level == level }) {
                report(.levelScore, [("component", component), ("level", level)], "is missing")
            }
        }
        return scores
    }

    mutating func thresholds() -> [TalentAxis: [TalentLevel: Int]] {
        var thresholds: [TalentAxis: [TalentLevel: Int]] = [:]
        var named: [TalentAxis: Set<TalentLevel>] = [:]
        for row in rows(.threshold) {
            let axis = axis(row)
            let level = level(row, "level")
            let atLeast = integer(row, "at_least", in: 0...100)
            guard let axis, let level else { continue }
            named[axis, default: []].insert(level)
            thresholds[axis, default: [:]][level] = atLeast
        }
        for axis in TalentAxis.allCases {
            var below: Int?
            for level in TalentLevel.allCases {
                let key = [("axis", axis.rawValue), ("level", "\(level.rawValue)")]
                if named[axis]?.contains(level) != true { report(.threshold, key, "is missing") }
                guard let atLeast = thresholds[axis]?[level] else { continue }
                if level == .low, atLeast != 0 {
                    report(.threshold, key, "begins at \(atLeast): scores below it would have no level")
                }
                if let below, atLeast <= below {
                    report(.threshold, key, "begins at \(atLeast), not above the level below it, at \(below)")
                }
                below = max(below ?? 0, atLeast)
            }
        }
        return thresholds
    }

    mutating func settings() -> [String: RuleSetting] {
        var settings: [String: RuleSetting] = [:]
        var named: Set<String> = []
        for row in rows(.setting) {
            named.insert(row["name"])
            guard let name = RuleSetting.Name(rawValue: row["name"]) else {
                report(row, "there is no such setting")
                continue
            }
            let choice = name.choices.firstIndex(of: row["value"])
            guard let value = choice ?? integer(row, "value", in: name.range) else { continue }
            settings[name.rawValue] = RuleSetting(name: name, value: value, basis: row["basis"])
        }
        for name in RuleSetting.Name.allCases where !named.contains(name.rawValue) {
            if let unstated = name.unstated {
                settings[name.rawValue] = unstated
                continue
            }
            report(.setting, [("name", name.rawValue)], "is missing")
        }
        let months = [RuleSetting.Name.minimumMonthsInPost, .maximumMonthsInPost].map { settings[$0.rawValue]?.value }
        if let least = months[0], let most = months[1], least > most {
            report(
                .setting,
                [("name", RuleSetting.Name.maximumMonthsInPost.rawValue)],
                "\(most) months, less than the least, \(least)"
            )
        }
        return settings
    }
}
