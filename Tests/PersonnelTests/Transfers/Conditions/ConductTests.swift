import Personnel
import Testing

@Suite("Employment and conduct")
struct ConductTests {
    @Test("a served demotion or release bars other moves for twelve months")
    func discipline() throws {
        let rules = try Cases.rules()
        for sanction in [Sanction.demotion, .release] {
            var facts = try Cases.rotation(on: "2026-06-14")
            facts.person.sanctions = [.init(sanction, from: try Cases.day("2025-06-15"))]
            let barred = try #require(rules.verdict(.disciplineWindow, facts))
            #expect(barred.outcome == .block && barred.passesFrom?.iso == "2026-06-15" && !barred.allowsException)
            #expect(barred[.sanction] == "\(sanction.code) from 2025-06-15")
            facts.day = try Cases.day("2026-06-15")
            #expect(rules.outcome(.disciplineWindow, facts) == .pass)
        }
    }

    @Test("a warning is given once and bars nothing; a dismissal never ends")
    func otherSanctions() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person.sanctions = [.init(.writtenWarning, from: facts.day)]
        #expect(rules.outcome(.disciplineWindow, facts) == .pass)
        facts.person.sanctions = [
            .init(.dismissal, from: facts.day), .init(.allowanceCut6, from: try Cases.day("2026-05-01")),
        ]
        let barred = try #require(rules.verdict(.disciplineWindow, facts))
        #expect(barred.outcome == .block && barred.passesFrom == nil && barred.facts.count == 2)
    }

    @Test("a discipline or court process bars, and one that nobody knows of is not known")
    func process() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person.isUnderTrial = true
        #expect(rules.stops(facts) == ["discipline_process"])
        facts.person.isUnderTrial = nil
        let open = try #require(rules.verdict(.disciplineProcess, facts))
        #expect(open.outcome == .notKnown && open.missing == [.underTrial] && open.stops)
        facts.person.isUnderDiscipline = true
        #expect(rules.outcome(.disciplineProcess, facts) == .block)
    }

    @Test("people who do not serve, or are bound to study, are not moved")
    func absence() throws {
        let rules = try Cases.rules()
        for presence in [Presence.studying, .away(.unpaidLeave), .away(.suspension), .away(.secondmentOut)] {
            var facts = try Cases.rotation()
            facts.person.presence = presence
            #expect(rules.verdict(.absence, facts)?[.presence] == presence.code)
            #expect(rules.stops(facts) == ["absence"])
        }
        var bound = try Cases.rotation()
        bound.person.isStudyBound = true
        #expect(rules.stops(bound) == ["study_bond"])
        bound.person.isStudyBound = nil
        #expect(rules.outcome(.studyBond, bound) == .notKnown)
        bound.documents?.append(try Cases.document(.studyStatement, "2026-05-20"))
        #expect(rules.outcome(.studyBond, bound) == .pass)
    }

    @Test("findings of an audit bar a promotion and are warned of otherwise; a clearance settles what is not known")
    func audit() throws {
        let rules = try Cases.rules()
        var (up, level) = (try Cases.promotion(), try Cases.rotation())
        up.person.hasAuditFindings = true
        level.person.hasAuditFindings = true
        #expect(rules.stops(up) == ["audit_findings"] && rules.outcome(.auditFindings, level) == .warn)
        up.person.hasAuditFindings = nil
        up.documents?.append(try Cases.document(.auditClearance, "2026-06-02"))
        #expect(rules.outcome(.auditFindings, up) == .notKnown)
        up.documents?.append(try Cases.document(.auditClearance, "2026-06-01"))
        #expect(rules.outcome(.auditFindings, up) == .pass)
    }

    @Test("two years baik are asked of a promotion and of people who ask to be moved")
    func performance() throws {
        let rules = try Cases.rules()
        var (up, level) = (try Cases.promotion(), try Cases.rotation())
        for ratings in [[2024: Rating.butuhPerbaikan, 2025: .sangatBaik], [2025: .kurang]] {
            up.person.ratings = ratings
            level.person.ratings = ratings
            #expect(rules.stops(up) == ["performance"])
            #expect(rules.outcome(.performance, level) == .warn)
            #expect(rules.verdict(.ownRequestPerformance, level) == nil)
        }
        level.basis = .ownRequest
        #expect(rules.outcome(.ownRequestPerformance, level) == .block)
        up.person.ratings = [2025: .baik]
        #expect(rules.outcome(.performance, up) == .notKnown)
        // The last year is not rated yet: the two before it count.
        up.person.ratings = [2023: .baik, 2024: .baik]
        #expect(rules.outcome(.performance, up) == .pass)
        up.person.ratings = [2022: .baik, 2023: .baik]
        #expect(rules.outcome(.performance, up) == .notKnown)
    }

    @Test("a PPPK changes the unit and not the post, unless by exception; a CPNS is not moved")
    func contract() throws {
        let rules = try Cases.rules()
        let school = try Seats.seat("disdikbud", "SD 2", "Guru", .fungsional, tier: .muda, jobClass: 9)
        var unit = try Cases.complete(from: Seats.teacher(), to: school)
        unit.person.employment = .contract
        unit.person.rank = nil
        #expect(rules.outcome(.contractEmployee, unit) == .pass && rules.stops(unit).isEmpty)
        var post = try Cases.complete(from: Seats.teacher(), to: Seats.section())
        post.person.employment = .contract
        post.person.rank = nil
        #expect(rules.stops(post) == ["contract_employee"])
        let clearance = Clearance(rules.evaluate(post), exceptions: [try Cases.exception(.contractEmployee)])
        #expect(clearance.mayProceed)
        var recruit = try Cases.rotation()
        recruit.person.employment = .probationary
        #expect(rules.stops(recruit) == ["probation"])
    }
}
