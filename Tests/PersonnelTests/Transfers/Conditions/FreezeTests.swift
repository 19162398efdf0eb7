import Personnel
import Testing

@Suite("Freezes")
struct FreezeTests {
    @Test("six months after the inauguration of 20 February 2025: refused on 20 August, allowed on 21 August")
    func newHead() throws {
        let rules = try Cases.rules()
        var facts = try Cases.exchange(on: "2025-08-20")
        let refused = try #require(rules.verdict(.newHead, facts))
        #expect(refused.outcome == .gate && refused.stops)
        #expect(refused.passesFrom?.iso == "2025-08-21")
        #expect(refused.facts.map(\.description).contains("freeze_last=2025-08-20"))
        facts.day = try Cases.day("2025-08-21")
        #expect(rules.outcome(.newHead, facts) == .pass)
        facts.day = try Cases.day("2025-02-20")
        #expect(rules.outcome(.newHead, facts) == .gate)
        facts.day = try Cases.day("2025-02-19")
        #expect(rules.outcome(.newHead, facts) == .pass)
    }

    @Test("before the election of 2024 from 22 March on, until the minister's letter")
    func election() throws {
        let rules = try Cases.rules()
        let (determined, end) = (try Cases.day("2024-09-22"), try Cases.day("2025-02-20"))
        var facts = try Cases.exchange(on: "2024-03-21")
        facts.city.windows = [.election(candidatesDetermined: determined, termEnds: end)]
        #expect(rules.outcome(.electionFreeze, facts) == .pass)
        facts.day = try Cases.day("2024-03-22")
        let closed = try #require(rules.verdict(.electionFreeze, facts))
        #expect(closed.outcome == .gate && closed.passesFrom?.iso == "2025-02-21")
        facts.day = end
        #expect(rules.outcome(.electionFreeze, facts) == .gate)

        let letter = TransferDocument(.ministerConsent, number: "100.2.1.3/1575/SJ", day: try Cases.day("2024-03-29"))
        facts.city.windows = [.election(candidatesDetermined: determined, termEnds: end, letter: letter)]
        let opened = try #require(rules.verdict(.electionFreeze, facts))
        #expect(opened.outcome == .pass && opened.documents == [letter])
        facts.day = try Cases.day("2024-03-28")
        let early = try #require(rules.verdict(.electionFreeze, facts))
        #expect(early.outcome == .gate && early.passesFrom == letter.day)
    }

    @Test("are opened by the consent to one case, of the planned day or before, that names its post or none")
    func consent() throws {
        let rules = try Cases.rules()
        var facts = try Cases.exchange(on: "2025-05-02")
        func add(_ day: String, post: String?) throws {
            facts.documents?.append(try Cases.document(.ministerConsent, day, post: post))
        }
        try add("2025-05-03", post: nil)
        try add("2025-05-01", post: "Kepala Dinas Perhubungan")
        #expect(rules.outcome(.newHead, facts) == .gate)
        try add("2025-05-02", post: facts.target.name.title)
        let opened = try #require(rules.verdict(.newHead, facts))
        #expect(opened.outcome == .pass && opened.documents.map(\.day.iso) == ["2025-05-02"])
    }

    @Test("cover managerial posts and heads of health centres and schools, on either side, and no others")
    func covered() throws {
        let rules = try Cases.rules()
        func outcome(_ source: TransferSeat, _ target: TransferSeat) throws -> TransferOutcome? {
            rules.outcome(.newHead, try Cases.complete(from: source, to: target, on: "2025-05-02"))
        }
        #expect(try outcome(Seats.nurse(), Seats.teacher()) == .pass)
        #expect(try outcome(Seats.clerk(), Seats.clerk()) == .pass)
        #expect(try outcome(Seats.nurse(), Seats.healthCentre()) == .gate)
        #expect(try outcome(Seats.healthCentre(), Seats.nurse()) == .gate)
        #expect(try outcome(Seats.section(), Seats.nurse()) == .gate)
    }

    @Test("under an acting head nobody moves without consent")
    func acting() throws {
        let rules = try Cases.rules()
        var facts = try Cases.complete(from: Seats.clerk(), to: Seats.clerk())
        facts.city.isHeadActing = true
        let closed = try #require(rules.verdict(.actingHead, facts))
        #expect(closed.outcome == .gate && closed.passesFrom == nil)
        facts.documents = [try Cases.document(.ministerConsent, "2026-05-30")]
        #expect(rules.outcome(.actingHead, facts) == .pass)
    }

    @Test("that nobody has entered are not known, and stop")
    func unknown() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.city = CityFacts()
        let verdict = try #require(rules.verdict(.newHead, facts))
        #expect(verdict.outcome == .notKnown && verdict.stops && verdict.missing == [.freeze, .headInaugurated])
        #expect(rules.stops(facts) == ["election_freeze", "new_head", "acting_head"])
    }

    @Test("one after the other open on the day after the last of them")
    func joined() throws {
        let rules = try Cases.rules()
        var facts = try Cases.exchange(on: "2025-05-02")
        facts.city.windows = [
            FreezeWindow(.newHead, first: try Cases.day("2025-08-21"), last: try Cases.day("2025-12-31"))
        ]
        #expect(rules.verdict(.newHead, facts)?.passesFrom?.iso == "2026-01-01")
        facts.city.windows = [FreezeWindow(.newHead, first: try Cases.day("2025-08-21"), last: nil)]
        #expect(rules.verdict(.newHead, facts)?.passesFrom == nil)
    }
}
