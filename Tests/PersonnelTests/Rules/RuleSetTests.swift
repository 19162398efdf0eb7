import Personnel
import TestSupport
import Testing

@Suite("A rule set")
struct RuleSetTests {
    @Test("is read whole from the reference data")
    func reference() throws {
        let rules = try ReferenceTables.rules()
        #expect(rules.code == "2026.1")
        #expect(rules.validFrom.iso == "2026-01-01")
        #expect(rules.basis.contains("411/2025"))
        #expect(rules.matrix == .national)
        #expect(Rating.allCases.map { rules.performanceLevels[$0] } == [.high, .medium, .low, .low, .low])
        for axis in TalentAxis.allCases {
            #expect(TalentLevel.allCases.map { rules.thresholds[axis]?[$0] } == [0, 60, 80])
        }
        #expect(rules.parts.map(\.part) == ["certificates", "leadership", "time_in_level", "variety", "acting"])
        #expect(rules.parts.map(\.weight) == [50, 50, 34, 33, 33])
    }

    @Test(
        "has these settings",
        arguments: [
            ("assessment_years", 3), ("award_years", 5), ("team_duty_years", 2), ("training_years", 3),
            ("discipline_years", 5), ("register_years", 1), ("minimum_assessments", 2),
            ("minimum_performance_weight", 100), ("performance_level_basis", 0),
            ("performance_error", 400), ("potential_error", 500), ("minimum_months_in_post", 24),
            ("maximum_months_in_post", 60), ("objection_days", 14), ("objection_working_days", 0),
            ("distribution_minimum", 10), ("small_cell", 5), ("minimum_segment_share", 50),
            ("critical_successors", 3), ("match_cap_total", 1), ("retirement_warning_months", 12),
        ]
    )
    func settings(name: String, value: Int) throws {
        let rules = try ReferenceTables.rules()
        let setting = try #require(rules.settings[name])
        #expect(setting.value == value)
        #expect(!setting.basis.isEmpty)
        #expect(rules[setting.name] == value)
        #expect(rules.settings.count == 21 && RuleSetting.Name.allCases.count == 21)
    }

    @Test("puts every score into the level whose threshold it has reached: 80 is high, 79.99 medium, 59.99 low")
    func everyScore() throws {
        let rules = try ReferenceTables.rules()
        for axis in TalentAxis.allCases {
            for hundredths in 0...10_000 {
                let score = try #require(Score(hundredths: hundredths))
                let level: TalentLevel = hundredths >= 8_000 ? .high : hundredths >= 6_000 ? .medium : .low
                guard rules.level(of: score, on: axis) == level else {
                    Issue.record("\(score) is \(rules.level(of: score, on: axis)) on \(axis)")
                    return
                }
            }
        }
    }

    @Test("may draw its lines elsewhere, one axis at a time")
    func otherThresholds() throws {
        let rules = try ReferenceTables.rules(
            changing: .threshold,
            where: ["axis": "potential", "level": "3"],
            to: ["at_least": "90"]
        )
        #expect(rules.level(of: Score(89), on: .potential) == .medium)
        #expect(rules.level(of: Score(90), on: .potential) == .high)
        #expect(rules.level(of: Score(80), on: .performance) == .high)
    }

    @Test("does not depend on the order of rows")
    func anyOrder() throws {
        var random = SeededGenerator(state: 17)
        let rules = try ReferenceTables.rules()
        for _ in 0..<10 {
            var tables = try ReferenceTables.load()
            for table in RuleTable.allCases { tables[table].shuffle(using: &random) }
            let shuffled = try RuleSet(tables: tables, code: rules.code)
            #expect(shuffled.differences(from: rules).isEmpty)
            #expect(shuffled.steps == rules.steps)
        }
    }

    @Test("differs in 2027 from 2026 by the basis of the level of performance alone, and that is not stated before")
    func basisOf2027() throws {
        let (old, new) = (try ReferenceTables.rules(), try ReferenceTables.rules(named: "2027.1"))
        #expect(new.validFrom.iso == "2027-01-01")
        #expect(
            new.differences(from: old).filter { $0.table != "rule_set" } == [
                difference("setting", "name=performance_level_basis", "score", "rating")
            ]
        )
        #expect(old.performanceBasis == .score && new.performanceBasis == .rating)
        #expect(old.settings["performance_level_basis"]?.basis.contains("not stated") == true)
        var tables = try ReferenceTables.load()
        let row = ["rule_set": "2026.1", "name": "performance_level_basis", "basis": "by-law"]
        for (value, basis) in [("rating", PerformanceBasis.rating), ("1", .rating), ("score", .score), ("0", .score)] {
            tables[.setting].append(row.merging(["value": value]) { $1 })
            #expect(try RuleSet(tables: tables, code: "2026.1").performanceBasis == basis)
            tables[.setting].removeLast()
        }
        for value in ["2", "both", ""] {
            tables[.setting].append(row.merging(["value": value]) { $1 })
            #expect(throws: RuleSet.Invalid.self) { try RuleSet(tables: tables, code: "2026.1") }
            tables[.setting].removeLast()
        }
    }

    @Test("stands beside others in the same tables")
    func several() throws {
        var tables = try ReferenceTables.load()
        for table in RuleTable.allCases {
            tables[table] += tables[table].map { $0.merging(["rule_set": "2027.1"]) { $1 } }
        }
        tables.change(.ruleSet, where: ["rule_set": "2027.1"], to: ["valid_from": "2027-01-01"])
        tables.change(.scoringWeight, where: ["rule_set": "2027.1", "component": "rating"], to: ["weight": "55"])
        tables.change(.scoringWeight, where: ["rule_set": "2027.1", "component": "award"], to: ["weight": "20"])
        tables.change(.setting, where: ["rule_set": "2027.1", "name": "small_cell"], to: ["value": "10"])
        tables.change(.subScore, where: ["rule_set": "2027.1", "at_least": "15"], to: ["at_least": "20"])
        #expect(tables.codes == ["2026.1", "2027.1"])
        let old = try RuleSet(tables: tables, code: "2026.1")
        let rules = try RuleSet(tables: tables, code: "2027.1")
        #expect(old == (try ReferenceTables.rules()))
        #expect(rules.validFrom.iso == "2027-01-01")
        #expect(
            rules.differences(from: old) == [
                difference("scoring_weight", "axis=performance, component=award", "15", "20"),
                difference("scoring_weight", "axis=performance, component=rating", "60", "55"),
                difference("sub_score", "component=education, at_least=15", "60", nil),
                difference("sub_score", "component=education, at_least=20", nil, "60"),
                difference("setting", "name=small_cell", "5", "10"),
            ]
        )
    }

    private func difference(_ table: String, _ key: String, _ before: String?, _ after: String?) -> RuleDifference {
        RuleDifference(table: table, key: key, before: before, after: after)
    }
}
