import Personnel
import Testing

@Suite("Time in a post")
struct TimeInPostTests {
    @Test("is two years at least: refused one day before, allowed on the day")
    func floor() throws {
        let rules = try Cases.rules()
        let before = try Cases.rotation(on: "2026-02-28")
        let refused = try #require(rules.verdict(.timeInPostFloor, before))
        #expect(refused.outcome == .block && refused.passesFrom?.iso == "2026-03-01")
        #expect(refused.facts.map(\.description) == ["held_since=2024-03-01", "months_in_post=23", "asked=24"])
        #expect(refused.source == "PP 11/2017 art. 190(3)")
        #expect(rules.stops(before) == ["time_in_post_floor"])
        let onTheDay = try Cases.rotation(on: "2026-03-01")
        #expect(rules.outcome(.timeInPostFloor, onTheDay) == .pass && rules.stops(onTheDay).isEmpty)
    }

    @Test("is five years at most: the person is due, which is a warning")
    func ceiling() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person.heldSince = try Cases.day("2021-06-02")
        #expect(rules.outcome(.timeInPostCeiling, facts) == .pass)
        facts.person.heldSince = try Cases.day("2021-06-01")
        let due = try #require(rules.verdict(.timeInPostCeiling, facts))
        #expect(due.outcome == .warn && !due.stops && due[.monthsInPost] == "60")
    }

    @Test("of a JPT has a rule of its own, which needs an exception beside that of the floor")
    func early() throws {
        let rules = try Cases.rules()
        let facts = try Cases.exchange(on: "2026-02-28")
        #expect(rules.stops(facts) == ["time_in_post_floor", "early_replacement"])
        let verdicts = rules.evaluate(facts)
        let floor = try Cases.exception(.timeInPostFloor)
        let half = Clearance(verdicts, exceptions: [floor])
        #expect(!half.mayProceed && half.stops.map(\.condition) == [.rule(.earlyReplacement)])
        let whole = Clearance(verdicts, exceptions: [floor, try Cases.exception(.earlyReplacement)])
        #expect(whole.mayProceed && whole.lifted.count == 2 && whole.unused.isEmpty)
        // An administrator has the floor alone.
        #expect(rules.verdict(.earlyReplacement, try Cases.rotation(on: "2026-02-28")) == nil)
    }

    @Test("of a JPT may be shorter for a breach or requirements no longer met")
    func breach() throws {
        let rules = try Cases.rules()
        var facts = try Cases.exchange(on: "2026-02-28")
        facts.basis = .performance
        #expect(rules.outcome(.earlyReplacement, facts) == .pass)
        var lower = try Cases.complete(from: Seats.bapenda(), to: Seats.division(), on: "2026-02-28")
        #expect(rules.outcome(.earlyReplacement, lower) == .block)
        lower.cause = .discipline
        #expect(rules.outcome(.earlyReplacement, lower) == .pass)
    }

    @Test("is not asked of people without a seat, nor of a demotion or a confirmation")
    func without() throws {
        let rules = try Cases.rules()
        var facts = try Cases.complete(from: nil, to: Seats.division(), on: "2026-02-28")
        facts.statedDirection = .rotation
        #expect(rules.verdict(.timeInPostFloor, facts) == nil && rules.stops(facts).isEmpty)
        #expect(rules.verdict(.timeInPostFloor, try Cases.demotion(.reorganisation)) == nil)
    }

    @Test("goes by the settings of the city's rule set, and of its rows")
    func settings() throws {
        let six = try ReferenceTables.rules(
            changing: .setting,
            where: ["name": "minimum_months_in_post"],
            to: ["value": "6"]
        )
        let facts = try Cases.rotation(on: "2024-09-01")
        #expect(TransferRuleSet(six).outcome(.timeInPostFloor, facts) == .pass)
        #expect(try Cases.rules().outcome(.timeInPostFloor, facts) == .block)
        let row = TransferRuleRow(
            .timeInPostFloor,
            parameter: 6,
            validFrom: try Cases.day("2024-09-01"),
            source: "Perwal 1/2024"
        )
        let rules = try Cases.rules([row])
        #expect(rules.verdict(.timeInPostFloor, facts)?.source == "Perwal 1/2024")
        #expect(rules.outcome(.timeInPostFloor, facts) == .pass)
        #expect(rules.outcome(.timeInPostFloor, try Cases.rotation(on: "2024-08-31")) == .block)
    }

    @Test("before retirement is warned of from twelve months on, and ends with it")
    func retirement() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person.retirement = try Cases.day("2027-06-02")
        #expect(rules.outcome(.retirementHorizon, facts) == .pass)
        facts.person.retirement = try Cases.day("2027-06-01")
        #expect(rules.outcome(.retirementHorizon, facts) == .warn && rules.stops(facts).isEmpty)
        facts.person.retirement = try Cases.day("2026-06-01")
        #expect(rules.outcome(.retired, facts) == .block)
        facts.person.retirement = try Cases.day("2026-06-02")
        #expect(rules.outcome(.retired, facts) == .pass)
    }

    @Test("since the recruitment is asked only by a city that says so")
    func recruitment() throws {
        var facts = try Cases.rotation()
        facts.person.firstAssignment = try Cases.day("2016-06-02")
        #expect(try Cases.rules().verdict(.recruitmentBond, facts) == nil)
        let on = TransferRuleRow(
            .recruitmentBond,
            effect: .block,
            validFrom: try Cases.day("2020-01-01"),
            source: "Perwal 2/2020"
        )
        let verdict = try #require(try Cases.rules([on]).verdict(.recruitmentBond, facts))
        #expect(verdict.outcome == .block && verdict.passesFrom?.iso == "2026-06-02")
    }
}
