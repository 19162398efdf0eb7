import Personnel
import Testing

@Suite("The move itself")
struct MoveTests {
    @Test("a demotion without a lawful ground is refused; each ground has its paper")
    func demotion() throws {
        let rules = try Cases.rules()
        #expect(rules.stops(try Cases.demotion(nil)) == ["demotion_ground"])
        #expect(rules.verdict(.demotionGround, try Cases.demotion(nil))?.allowsException == false)
        let papers: [(DemotionCause, DocumentKind)] = [
            (.performance, .performanceEvaluation), (.reorganisation, .reorganisationDecree),
            (.ownRequest, .application),
        ]
        for (cause, kind) in papers {
            var facts = try Cases.demotion(cause)
            #expect(rules.verdict(.demotionGround, facts)?[.missingDocument] == kind.code)
            let paper = try Cases.document(kind, "2026-05-02")
            facts.documents?.append(paper)
            #expect(rules.outcome(.demotionGround, facts) == .pass)
            #expect(rules.verdict(.demotionGround, facts)?.documents == [paper])
        }
        var punished = try Cases.demotion(.discipline)
        #expect(rules.outcome(.demotionGround, punished) == .block)
        punished.person.sanctions = [.init(.demotion, from: punished.day)]
        #expect(rules.stops(punished).isEmpty)
        punished.person.sanctions = [.init(.writtenWarning, from: punished.day)]
        #expect(rules.stops(punished) == ["demotion_ground"])
    }

    @Test("a person holds one seat, and a seat one person")
    func seats() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person.otherSeats = 1
        #expect(rules.stops(facts) == ["double_seat"])
        facts.person.otherSeats = 0
        facts.seat.freeSeats = 0
        #expect(rules.verdict(.seatFree, facts)?.missing == [.holdersLeaving])
        facts.seat.holdersLeaving = 0
        #expect(rules.stops(facts) == ["seat_free"])
        facts.seat.holdersLeaving = 1
        #expect(rules.stops(facts).isEmpty)
        // Two holders of one seat already: one who leaves does not make it free.
        facts.seat.freeSeats = -1
        #expect(rules.stops(facts) == ["seat_free"])
    }

    @Test("a lower echelon or class inside the level is a warning")
    func lower() throws {
        let rules = try Cases.rules()
        let facts = try Cases.complete(from: Seats.kominfoSecretary(), to: Seats.division())
        #expect(rules.verdict(.echelonLower, facts)?.facts.map(\.text) == ["III.a", "III.b"])
        #expect(rules.outcome(.echelonLower, facts) == .warn && rules.outcome(.classLower, facts) == .warn)
        #expect(rules.stops(facts).isEmpty)
        #expect(rules.outcome(.echelonLower, try Cases.rotation()) == .pass)
    }

    @Test("an own request needs its documents, and both agencies' words that name the post")
    func ownRequest() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.basis = .ownRequest
        facts.documents = []
        let missing = [
            "application", "discipline_statement", "last_decree", "performance_result", "study_statement",
            "audit_clearance", "releasing_consent", "receiving_consent",
        ]
        #expect(rules.verdict(.ownRequestDocuments, facts)?.facts.map(\.text) == missing)
        #expect(rules.stops(facts) == ["own_request_documents"])
        let post = facts.target.name.title
        for code in missing {
            let kind = try #require(DocumentKind(code: code))
            facts.documents?.append(try Cases.document(kind, "2026-05-01", post: post))
        }
        // One SKP is not two, and a consent to another post does not count.
        #expect(rules.verdict(.ownRequestDocuments, facts)?.facts.map(\.text) == ["performance_result"])
        facts.documents?.append(try Cases.document(.performanceResult, "2025-05-01"))
        #expect(rules.outcome(.ownRequestDocuments, facts) == .pass && rules.stops(facts).isEmpty)
        facts.documents?.removeAll { $0.kind == .releasingConsent }
        facts.documents?.append(try Cases.document(.releasingConsent, "2026-05-01", post: "Camat Medan Kota"))
        #expect(rules.verdict(.ownRequestDocuments, facts)?.facts.map(\.text) == ["releasing_consent"])
        facts.documents = nil
        #expect(rules.outcome(.ownRequestDocuments, facts) == .notKnown)
        // Nobody else's request is asked for them.
        #expect(rules.verdict(.ownRequestDocuments, try Cases.rotation()) == nil)
    }

    @Test("the receiving agency agrees, naming the post; inside an agency nobody is asked")
    func receiving() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        #expect(rules.outcome(.receivingAgency, facts) == .pass)
        facts.documents = [try Cases.document(.receivingConsent, "2026-05-01")]
        #expect(rules.outcome(.receivingAgency, facts) == .warn)
        let inside = try Cases.complete(from: Seats.section(), to: Seats.division())
        #expect(rules.verdict(.receivingAgency, inside) == nil)
    }

    @Test("a conflict of interest stops until the decider stays out, or for good where the move makes it")
    func conflicts() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.conflicts = nil
        #expect(rules.verdict(.conflictOfInterest, facts)?.missing == [.conflicts])
        #expect(rules.stops(facts) == ["conflict_of_interest"])
        for kind in DeclaredConflict.Kind.allCases {
            facts.conflicts = [DeclaredConflict(kind)]
            #expect(rules.verdict(.conflictOfInterest, facts)?[.conflict] == kind.code)
            facts.conflicts = [DeclaredConflict(kind, isRecused: true)]
            #expect(rules.stops(facts).isEmpty == kind.endsByRecusal)
        }
    }

    @Test("posts for which others are heard are warned of until they have been")
    func special() throws {
        let rules = try Cases.rules()
        let inspector = try Seats.seat("insp", "Inspektorat", "Inspektur", .jptPratama, echelon: 22, jobClass: 14)
        var facts = try Cases.complete(from: Seats.bapenda(), to: inspector)
        #expect(rules.verdict(.specialConsent, facts)?[.specialPost] == "inspector")
        #expect(rules.outcome(.specialConsent, facts) == .warn)
        facts.documents?.append(try Cases.document(.superiorConsent, "2026-05-01", post: "Inspektur"))
        #expect(rules.outcome(.specialConsent, facts) == .pass)
        #expect(rules.verdict(.specialConsent, try Cases.exchange()) == nil)
    }
}
