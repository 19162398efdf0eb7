import CSV
import Personnel
import Testing

@Suite("A city's own rules of transfers")
struct TransferRuleSetTests {
    private func read(
        _ rows: [[String: String]] = [],
        _ conditions: [[String: String]] = []
    ) throws -> TransferRuleSet {
        try TransferRuleSet(try ReferenceTables.rules(), rows: rows, conditions: conditions)
    }

    private func row(_ rule: String, _ change: [String: String] = [:]) -> [String: String] {
        [
            "rule": rule, "direction": "", "level": "", "effect": "warn", "parameter": "", "valid_from": "2026-01-01",
            "source": "Perwal 4/2026",
        ]
        .merging(change) { $1 }
    }

    private func condition(_ code: String, _ change: [String: String] = [:]) -> [String: String] {
        [
            "condition": code, "fact": "age", "comparison": "at_most", "value": "40", "direction": "", "level": "",
            "effect": "block", "exception": "yes", "valid_from": "2026-01-01", "source": "Perwal 5/2026",
        ]
        .merging(change) { $1 }
    }

    private func problems(
        _ rows: [[String: String]] = [],
        _ conditions: [[String: String]] = []
    ) -> [String] {
        do {
            _ = try read(rows, conditions)
            return []
        } catch let invalid as RuleSet.Invalid {
            return invalid.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    /// A file's records under its header.
    private func cells(_ text: String) throws -> [[String: String]] {
        var (header, rows): ([String], [[String: String]]) = ([], [])
        func take(_ fields: [String]) {
            if header.isEmpty {
                header = fields
            } else {
                rows.append(Dictionary(uniqueKeysWithValues: zip(header, fields)))
            }
        }
        var parser = CSVParser()
        let bytes = Array(text.utf8)
        try parser.parse(bytes.span) { take($0.fields) }
        try parser.finish { take($0.fields) }
        return rows
    }

    @Test("comes from two CSV files with the columns of its tables")
    func files() throws {
        let rules = try read(
            cells(
                """
                rule,direction,level,effect,parameter,valid_from,source
                time_in_post_floor,rotation,,,6,2026-01-01,Perwal 4/2026
                retirement_horizon,,jpt_pratama,block,24,2026-01-01,Perwal 4/2026

                """
            ),
            cells(
                """
                condition,fact,comparison,value,direction,level,effect,exception,valid_from,source
                entry_age,age,at_most,40,,,block,yes,2026-01-01,"Perwal 5/2026, art. 3"

                """
            )
        )
        #expect(rules.rows.map(\.rule) == [.timeInPostFloor, .retirementHorizon])
        #expect(rules.rows.map(\.parameter) == [6, 24] && rules.rows.map(\.effect) == [nil, .block])
        #expect(rules.conditions.map(\.source) == ["Perwal 5/2026, art. 3"])
    }

    @Test("the most precise row holds: a direction with a level, a direction, a level, all")
    func precision() throws {
        let rules = try read([
            row("rank", ["effect": "warn"]), row("rank", ["level": "administrator", "effect": "block"]),
            row("rank", ["direction": "rotation", "effect": "not_applied"]),
            row("rank", ["direction": "rotation", "level": "pengawas", "effect": "block"]),
        ])
        let day = try Cases.day("2026-06-01")
        func effect(_ direction: TransferDirection, _ level: PositionLevel) -> TransferEffect {
            rules.effect(of: .rank, direction: direction, level: level, on: day)
        }
        #expect(effect(.promotion, .fungsional) == .warn && effect(.promotion, .administrator) == .block)
        #expect(effect(.rotation, .administrator) == .notApplied && effect(.rotation, .pengawas) == .block)
    }

    @Test("of rows of several days the newest holds, and none before its day")
    func dated() throws {
        let rules = try read([
            row("time_in_post_floor", ["effect": "", "parameter": "12"]),
            row("time_in_post_floor", ["effect": "", "parameter": "6", "valid_from": "2026-07-01"]),
        ])
        for (text, months) in [("2025-12-31", 24), ("2026-01-01", 12), ("2026-06-30", 12), ("2026-07-01", 6)] {
            let day = try Cases.day(text)
            let held = rules.parameter(of: .timeInPostFloor, direction: .rotation, level: .administrator, on: day)
            #expect(held == months, "\(text)")
        }
    }

    @Test("parameters are the settings, and by level where the rule says so")
    func parameters() throws {
        let rules = try read()
        let day = try Cases.day("2026-06-01")
        func parameter(_ rule: TransferRule, _ level: PositionLevel = .administrator) -> Int? {
            rules.parameter(of: rule, direction: .promotion, level: level, on: day)
        }
        #expect(parameter(.timeInPostFloor) == 24 && parameter(.timeInPostCeiling) == 60)
        #expect(parameter(.retirementHorizon) == 12 && parameter(.rank) == nil)
        #expect(parameter(.feederService, .jptPratama) == 24 && parameter(.feederService, .pengawas) == 48)
    }

    @Test("a rule that the city applies where no number is known is not known, until a row says it")
    func noNumber() throws {
        let facts = try Cases.complete(from: Seats.section(), to: Seats.nurse())
        let effect = ["level": "fungsional", "effect": "block"]
        let open = try #require(try read([row("feeder_service", effect)]).verdict(.feederService, facts))
        #expect(open.outcome == .notKnown && open.missing == [.asked])
        let whole = try read([row("feeder_service", effect.merging(["parameter": "48"]) { $1 })])
        #expect(whole.outcome(.feederService, facts) == .pass)
    }

    @Test("a condition of the city judges by the value, with its direction and its exception")
    func local() throws {
        let rules = try read(
            [],
            [
                condition("entry_age", ["direction": "rotation"]),
                condition("spouse_consent", ["fact": "document", "comparison": "on_file", "value": "spouse_letter"]),
                condition("entry_rank", ["fact": "rank", "value": "III/c", "effect": "warn", "exception": "no"]),
            ]
        )
        var facts = try Cases.rotation()
        let verdicts = rules.evaluate(facts).suffix(3)
        #expect(verdicts.map(\.condition.code) == ["entry_age", "entry_rank", "spouse_consent"])
        #expect(verdicts.map(\.outcome) == [.block, .warn, .block])
        #expect(verdicts.first?.facts.map(\.description) == ["age=46", "asked=at_most 40"])
        let exception = try #require(
            TransferException(.local("entry_age"), reason: "need", approver: Cases.approval, document: "1")
        )
        let clearance = Clearance(rules.evaluate(facts), exceptions: [exception])
        #expect(clearance.stops.map(\.condition.code) == ["spouse_consent"])
        let kind = try #require(DocumentKind(code: "spouse_letter"))
        facts.documents?.append(try Cases.document(kind, "2026-05-01"))
        facts.person.birthDate = try Cases.day("1985-06-02")
        facts.person.rank = GradeRank(code: "III/c")
        #expect(rules.evaluate(facts).suffix(3).map(\.outcome) == [.pass, .pass, .pass])
        facts.person.birthDate = nil
        #expect(rules.evaluate(facts).suffix(3).first?.missing == [.age])
        #expect(rules.evaluate(try Cases.promotion()).last?.condition == .local("spouse_consent"))
        #expect(!rules.evaluate(try Cases.promotion()).contains { $0.condition == .local("entry_age") })
    }

    @Test("a condition compares each kind of fact, and ends by a later row")
    func comparisons() throws {
        func outcome(_ fact: String, _ comparison: String, _ value: String) throws -> TransferOutcome? {
            let change = ["fact": fact, "comparison": comparison, "value": value]
            return try read([], [condition("city", change)]).evaluate(try Cases.rotation()).last?.outcome
        }
        #expect(try outcome("education", "at_least", "45") == .pass && outcome("education", "at_least", "50") == .block)
        #expect(try outcome("months_in_post", "at_least", "27") == .pass)
        #expect(try outcome("months_in_post", "at_least", "28") == .block)
        #expect(try outcome("months_to_retirement", "at_least", "168") == .pass)
        #expect(try outcome("class_step", "at_most", "1") == .pass && outcome("class_step", "at_most", "0") == .block)
        #expect(try outcome("job_class", "at_least", "12") == .pass && outcome("job_class", "at_most", "11") == .block)
        #expect(try outcome("employment", "equals", "permanent") == .pass)
        #expect(try outcome("route", "differs", "between_agencies") == .block)
        #expect(try outcome("basis", "equals", "own_request") == .block)
        let ended = try read(
            [],
            [
                condition("city"), condition("city", ["effect": "not_applied", "valid_from": "2026-06-01"]),
            ]
        )
        #expect(ended.evaluate(try Cases.rotation(on: "2026-05-31")).last?.condition == .local("city"))
        #expect(ended.evaluate(try Cases.rotation()).last?.condition != .local("city"))
    }

    @Test("rows that do not fit are refused, one by one")
    func refused() {
        #expect(problems([row("no_such_rule")]).first?.contains("rule \"no_such_rule\" is not known") == true)
        let changes: [([String: String], String)] = [
            (["direction": "rotasi"], "direction \"rotasi\" is not known"),
            (["level": "eselon_2"], "level \"eselon_2\" is not known"),
            (["effect": "stop"], "effect \"stop\" is not known"), (["effect": "gate"], "needs a consent"),
            (["parameter": "3"], "the rule compares with no number"), (["effect": ""], "neither an effect"),
            (["valid_from": "01-01-2026"], "is not a date"), (["source": " "], "has no source"),
        ]
        for (change, reason) in changes {
            let found = problems([row("rank", change)])
            #expect(found.count == 1 && found[0].hasPrefix("transfer_rule: rule=rank"), "\(found)")
            #expect(found.first?.contains(reason) == true, "\(found)")
        }
        #expect(problems([row("new_head", ["parameter": "601"])]).first?.contains("0 to 600") == true)
        #expect(problems([row("new_head", ["effect": "gate", "parameter": "6"])]).isEmpty)
        var incomplete = row("rank")
        incomplete["effect"] = nil
        #expect(problems([incomplete, row("rank"), row("rank"), row("no")]).count == 3)
    }

    @Test("conditions that do not fit are refused, one by one")
    func refusedConditions() {
        let changes: [([String: String], String)] = [
            (["condition": "rank"], "is the code of a rule"), (["condition": "Umur"], "small letters"),
            (["fact": "height"], "fact \"height\" is not known"), (["comparison": "equals"], "age is not compared by"),
            (["value": "forty"], "value \"forty\" is not one of age"), (["effect": "gate"], "use block"),
            (["effect": ""], "effect \"\" is not known"), (["exception": "maybe"], "exception \"maybe\""),
            (["fact": "rank", "value": "V/a"], "value \"V/a\" is not one of rank"),
        ]
        for (change, reason) in changes {
            let found = problems([], [condition("city", change)])
            #expect(found.count == 1 && found[0].hasPrefix("local_condition: condition="), "\(found)")
            #expect(found.first?.contains(reason) == true, "\(found)")
        }
    }
}
