import Personnel
import Testing

@Suite("Tables that are no rule set")
struct InvalidRuleSetTests {
    private let tables: RuleTables

    init() throws {
        tables = try ReferenceTables.load()
    }

    /// What is wrong with the reference data after a change, one line each.
    private func problems(_ change: (inout RuleTables) -> Void) -> [String] {
        var tables = tables
        change(&tables)
        do {
            _ = try RuleSet(tables: tables, code: ReferenceTables.code)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test("are told by every row that is taken away, and by no other")
    func everyRow() {
        for table in RuleTable.allCases where table != .subScore {
            for row in tables[table] {
                let found = problems { $0.remove(table, where: row) }
                let key = table.key.map { "\($0)=\(row[$0, default: ""])" }.joined(separator: ", ")
                let place = table == .ruleSet ? "rule_set: rule_set=2026.1: " : "\(table.rawValue): \(key): "
                #expect(found.contains { $0.hasPrefix(place) }, "\(place)")
                #expect(table == .ruleSet || found.allSatisfy { $0.hasPrefix("\(table.rawValue): ") })
            }
        }
    }

    @Test("are told by every row that stands there twice")
    func everyRowTwice() {
        for table in RuleTable.allCases where table != .ruleSet {
            for row in tables[table] {
                let found = problems { $0[table].append(row) }
                let key = table.key.map { "\($0)=\(row[$0, default: ""])" }.joined(separator: ", ")
                #expect(found == ["\(table.rawValue): \(key): stands there twice"])
            }
        }
        #expect(problems { $0[.ruleSet].append(contentsOf: tables[.ruleSet]) } == ["rule_set: stands there twice"])
    }

    @Test("are told by every number that is none, and by every column that is not there")
    func everyCell() {
        for table in RuleTable.allCases where table != .ruleSet {
            for row in tables[table] {
                for column in table.values where column != "basis" {
                    for text in ["", "x", "1.5", "1 "] {
                        let found = problems { $0.change(table, where: row, to: [column: text]) }
                        #expect(found.contains { $0.hasSuffix("\(column) \"\(text)\" is no whole number") }, "\(row)")
                    }
                    let found = problems { $0.change(table, where: row, to: [column: nil]) }
                    #expect(found.contains { $0.hasSuffix("has no \(column)") }, "\(row)")
                }
            }
        }
    }

    @Test(
        "are told by numbers out of their range",
        arguments: [
            (RuleTable.ratingMatrix, ["work_result": "4"]), (.ratingMatrix, ["rating": "6"]),
            (.ratingMatrix, ["work_behaviour": "0"]), (.performanceLevel, ["rating": "0"]),
            (.performanceLevel, ["level": "4"]), (.talentBox, ["box": "0"]), (.talentBox, ["box": "10"]),
            (.talentBox, ["potential_level": "4"]), (.scoringWeight, ["weight": "101"]),
            (.scoringWeight, ["weight": "-1"]), (.componentPart, ["weight": "-1"]), (.subScore, ["score": "101"]),
            (.subScore, ["score": "-1"]), (.subScore, ["at_least": "-1"]), (.levelScore, ["score": "101"]),
            (.threshold, ["at_least": "101"]), (.threshold, ["at_least": "-1"]), (.threshold, ["level": "4"]),
            (.setting, ["value": "0"]), (.setting, ["value": "51"]),
        ]
    )
    func ranges(table: RuleTable, change: [String: String]) {
        let found = problems { $0.change(table, where: [:], to: change.mapValues { $0 }) }
        #expect(found.contains { $0.hasPrefix(table.rawValue) && $0.contains("is outside") }, "\(found)")
    }

    @Test("are told by weights that do not add to 100")
    func weights() {
        #expect(
            problems { $0.change(.scoringWeight, where: ["component": "award"], to: ["weight": "10"]) }
                == ["scoring_weight: axis=performance: weights add to 95, not to 100"]
        )
        #expect(
            problems { $0.change(.componentPart, where: ["part": "acting"], to: ["weight": "40"]) }
                == ["component_part: component=experience: parts add to 107, not to 100"]
        )
    }

    @Test("are told by names that nobody knows")
    func names() {
        #expect(
            problems { $0.change(.scoringWeight, where: ["component": "award"], to: ["component": "prize"]) }
                == [
                    "scoring_weight: axis=performance, component=prize: no component of the talent map",
                    "scoring_weight: axis=performance, component=award: is missing",
                    "scoring_weight: axis=performance: weights add to 85, not to 100",
                ]
        )
        #expect(
            problems { $0.change(.scoringWeight, where: ["component": "award"], to: ["axis": "potential"]) }
                == [
                    "scoring_weight: axis=potential, component=award: is a component of performance",
                    "scoring_weight: axis=performance: weights add to 85, not to 100",
                ]
        )
        #expect(
            problems { $0.change(.threshold, where: ["axis": "potential", "level": "2"], to: ["axis": "x"]) }
                == [
                    "threshold: axis=x, level=2: no axis of the talent map: performance, potential",
                    "threshold: axis=potential, level=2: is missing",
                ]
        )
        #expect(
            problems { $0.change(.setting, where: ["name": "small_cell"], to: ["name": "tiny_cell"]) }
                == [
                    "setting: name=tiny_cell: there is no such setting", "setting: name=small_cell: is missing",
                ]
        )
        #expect(
            problems { $0.change(.componentPart, where: ["part": "acting"], to: ["component": "development"]) }
                .first == "component_part: component=development, part=acting: no component has such a part"
        )
        for table in [RuleTable.subScore, .levelScore] {
            let found = problems { $0.change(table, where: [:], to: ["component": "height"]) }
            #expect(found.first?.contains("so named") == true)
        }
    }

    @Test("are told by thresholds with a gap or an overlap")
    func thresholds() {
        #expect(
            problems {
                $0.change(.threshold, where: ["axis": "potential", "level": "1"], to: ["at_least": "1"])
            } == ["threshold: axis=potential, level=1: begins at 1: scores below it would have no level"]
        )
        for atLeast in ["60", "59", "0"] {
            let found = problems {
                $0.change(.threshold, where: ["axis": "performance", "level": "3"], to: ["at_least": atLeast])
            }
            #expect(
                found == [
                    "threshold: axis=performance, level=3: begins at \(atLeast), not above the level below it, at 60"
                ]
            )
        }
    }

    @Test("are told by a box that stands in two places")
    func boxes() {
        #expect(
            problems { $0.change(.talentBox, where: ["box": "4"], to: ["box": "3"]) }
                == ["talent_box: performance_level=3, potential_level=1: box 3 stands in two places"]
        )
    }

    @Test("are told by steps that do not begin where they must, or not at all")
    func steps() {
        for part in ["time_in_level", "certificates", "leadership"] {
            #expect(
                problems { $0.remove(.subScore, where: ["component": part, "at_least": "0"]) }
                    == ["sub_score: component=\(part): has no step from 0"]
            )
        }
        for part in ["education", "time_in_level", "certificates", "leadership"] {
            #expect(
                problems { $0.remove(.subScore, where: ["component": part]) }
                    == ["sub_score: component=\(part): has no step"]
            )
        }
        // The database reads "05" as 5.
        #expect(
            problems {
                $0.change(.subScore, where: ["component": "time_in_level", "at_least": "3"], to: ["at_least": "05"])
            } == ["sub_score: component=time_in_level, at_least=5: stands there twice"]
        )
    }

    @Test("are told by a date that is none, a name that is none, and two that begin together")
    func identity() {
        for text in ["", "01-01-2026", "2026-02-30", "2026"] {
            #expect(
                problems { $0.change(.ruleSet, where: [:], to: ["valid_from": text]) }
                    == ["rule_set: rule_set=2026.1: valid_from \"\(text)\" is no date like 2026-01-31"]
            )
        }
        #expect(
            problems { $0[.ruleSet].append(["rule_set": "b", "valid_from": "2026-01-01", "basis": ""]) }
                == ["rule_set: rule_set=2026.1: begins on the same day as another: valid_from 2026-01-01"]
        )
        #expect(
            problems { $0[.threshold].append(["rule_set": "2025.9", "axis": "x", "level": "1", "at_least": "0"]) }
                == ["threshold: rule_set=2025.9: no such rule set in rule_set"]
        )
        #expect(throws: RuleSet.Invalid.self) { try RuleSet(tables: tables, code: "2025.9") }
    }

    @Test("are told by months in post that cross")
    func months() {
        #expect(
            problems { $0.change(.setting, where: ["name": "maximum_months_in_post"], to: ["value": "23"]) }
                == ["setting: name=maximum_months_in_post: 23 months, less than the least, 24"]
        )
    }

    @Test("are told all at once")
    func allAtOnce() {
        let found = problems { tables in
            tables.change(.ratingMatrix, where: [:], to: ["rating": "x"])
            tables.change(.setting, where: ["name": "small_cell"], to: ["value": "x"])
            tables.remove(.levelScore, where: ["component": "acting"])
        }
        #expect(found.count == 8)
        #expect(problems { $0 = RuleTables([:]) }.count > 80)
        let invalid = RuleSet.Problem(table: "setting", row: "", reason: "is empty")
        #expect(invalid.description == "setting: is empty")
        #expect(RuleSet.Invalid(problems: [invalid, invalid]).description == "setting: is empty\nsetting: is empty")
    }
}
