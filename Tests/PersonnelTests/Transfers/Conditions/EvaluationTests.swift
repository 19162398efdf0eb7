import Personnel
import Testing

@Suite("Judging a transfer")
struct EvaluationTests {
    private func all() throws -> [TransferFacts] {
        var bare = TransferFacts(on: try Cases.day("2026-06-01"), from: nil, to: try Seats.nurse())
        bare.documents = nil
        return [
            try Cases.rotation(), try Cases.promotion(), try Cases.exchange(), try Cases.demotion(nil),
            try Cases.rotation(on: "2025-05-02"), try Cases.complete(from: Seats.teacher(), to: Seats.nurse()), bare,
            TransferFacts(on: try Cases.day("2026-06-01"), from: try Seats.division(), to: try Seats.bapenda()),
        ]
    }

    @Test("has one verdict for each rule that applies, in the order of the rules, and the same twice")
    func order() throws {
        let rules = try Cases.rules()
        for facts in try all() {
            let verdicts = rules.evaluate(facts)
            let codes = verdicts.map(\.condition.code)
            #expect(codes == TransferRule.allCases.map(\.code).filter(codes.contains))
            #expect(Set(codes).count == codes.count && !codes.isEmpty)
            #expect(rules.evaluate(facts) == verdicts)
            for verdict in verdicts {
                #expect(verdict.missing.isEmpty == (verdict.outcome != .notKnown), "\(verdict.condition)")
                #expect(verdict.passesFrom.map { $0 > facts.day } ?? true, "\(verdict.condition)")
            }
        }
    }

    @Test("a rule that is switched off has no verdict, and no other verdict changes")
    func off() throws {
        let whole = try Cases.rules()
        for facts in try all() {
            let verdicts = whole.evaluate(facts)
            for verdict in verdicts {
                guard case .rule(let rule) = verdict.condition else { continue }
                let row = TransferRuleRow(rule, effect: .notApplied, validFrom: facts.day, source: "Perwal 3/2026")
                let less = try Cases.rules([row]).evaluate(facts)
                #expect(less == verdicts.filter { $0.condition != verdict.condition })
            }
        }
    }

    @Test("an exception lifts its own rule where that allows one, and nothing else")
    func exceptions() throws {
        let rules = try Cases.rules()
        for facts in try all() {
            let verdicts = rules.evaluate(facts)
            let stops = verdicts.filter(\.stops)
            for rule in TransferRule.allCases {
                let exception = try Cases.exception(rule)
                let clearance = Clearance(verdicts, exceptions: [exception])
                let lifted = stops.filter { $0.condition == .rule(rule) && $0.allowsException }
                #expect(clearance.lifted.map(\.verdict) == lifted)
                #expect(clearance.stops == stops.filter { !lifted.contains($0) })
                #expect(clearance.unused == (lifted.isEmpty ? [exception] : []))
            }
        }
    }

    @Test("an exception needs a reason, an approver and a document, and opens no freeze")
    func exceptionNeeds() throws {
        let rule = TransferCondition.rule(.timeInPostFloor)
        #expect(TransferException(rule, reason: " ", approver: "Wali Kota", document: "1") == nil)
        #expect(TransferException(rule, reason: "need", approver: "", document: "1") == nil)
        #expect(TransferException(rule, reason: "need", approver: "Wali Kota", document: "\n") == nil)
        let closed = try Cases.rules().evaluate(try Cases.rotation(on: "2025-05-02"))
        let clearance = Clearance(closed, exceptions: [try Cases.exception(.newHead)])
        #expect(clearance.stops.contains { $0.condition == .rule(.newHead) } && clearance.unused.count == 1)
        let gate = TransferVerdict(
            .rule(.specialConsent),
            outcome: .gate,
            effect: .gate,
            allowsException: true,
            source: "Perwal 6/2026"
        )
        #expect(try !Cases.exception(.specialConsent).lifts(gate))
    }

    @Test("a clearance says when the case opens, where every stop says it")
    func opens() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation(on: "2025-08-20")
        facts.person.ratings = [2023: .baik, 2024: .baik]
        facts.documents = [try Cases.document(.receivingConsent, "2025-05-01", post: facts.target.name.title)]
        let stopped = Clearance(rules.evaluate(facts))
        #expect(stopped.stops.map(\.condition.code) == ["new_head", "time_in_post_floor"])
        #expect(stopped.opens?.iso == "2026-03-01" && !stopped.mayProceed)
        facts.person.otherSeats = 1
        #expect(Clearance(rules.evaluate(facts)).opens == nil)
        let clear = Clearance(rules.evaluate(try Cases.rotation()))
        #expect(clear.mayProceed && clear.opens == nil && clear.lifted.isEmpty)
    }

    @Test("what is not known stops only where the rule would stop")
    func unknown() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.person = PersonFacts()
        let verdicts = rules.evaluate(facts)
        let open = verdicts.filter { $0.outcome == .notKnown }
        #expect(open.contains { $0.stops } && open.contains { !$0.stops })
        #expect(open.allSatisfy { $0.stops == ($0.effect == .block || $0.effect == .gate) })
        #expect(rules.verdict(.retirementHorizon, facts)?.stops == false)
        #expect(rules.verdict(.timeInPostFloor, facts)?.missing == [.heldSince])
        #expect(Clearance(verdicts).warnings.contains { $0.condition == .rule(.retirementHorizon) })
    }

    @Test("while the direction is not known, the rules that depend on it say so")
    func direction() throws {
        let rules = try Cases.rules()
        let unknown = try Seats.seat("dinkes", "RSUD", "Perawat", .fungsional)
        var facts = try Cases.complete(from: Seats.section(), to: unknown)
        let verdict = try #require(rules.verdict(.demotionGround, facts))
        #expect(verdict.outcome == .notKnown && verdict.missing == [.direction] && verdict.stops)
        #expect(rules.outcome(.doubleSeat, facts) == .pass)
        facts.statedDirection = .familyChange
        #expect(rules.verdict(.demotionGround, facts) == nil)
        #expect(rules.outcome(.timeInPostFloor, facts) == .pass)
    }

    @Test("a regulation does not bind before its day")
    func since() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation(on: "2017-04-06")
        facts.person.heldSince = try Cases.day("2016-06-01")
        #expect(rules.verdict(.timeInPostFloor, facts) == nil)
        facts.day = try Cases.day("2017-04-07")
        #expect(rules.outcome(.timeInPostFloor, facts) == .block)
    }

    @Test("shows nothing of the person but what a rule has used")
    func personal() throws {
        let facts = try Cases.promotion()
        for verdict in try Cases.rules().evaluate(facts) {
            #expect(!verdict.facts.contains { $0.text.contains("198005102005011003") || $0.name == .birthDate })
        }
        #expect(try Cases.rules().verdict(.rank, facts)?.facts.map(\.name) == [.rank, .lowestRank])
    }

    @Test("codes are read back, and each stands once")
    func codes() {
        #expect(TransferRule.allCases.allSatisfy { TransferRule(code: $0.code) == $0 })
        #expect(TransferOutcome.allCases.map(\.code) == ["pass", "warn", "block", "gate", "not_known"])
        #expect(TransferEffect.allCases.map(\.code) == ["not_applied", "warn", "gate", "block"])
        #expect(LocalFact.allCases.allSatisfy { $0.name.code == $0.code && LocalFact(code: $0.code) == $0 })
        #expect(FactName.allCases.allSatisfy { FactName(code: $0.code) == $0 })
        #expect(DocumentKind.known.allSatisfy { DocumentKind(code: $0.code) == $0 })
        #expect(Set(DocumentKind.known).count == 14)
        for code in ["", "Spouse", "spouse consent", String(repeating: "a", count: 41)] {
            #expect(DocumentKind(code: code) == nil)
        }
        for rule in TransferRule.allCases {
            let isGate = rule.defaults.clauses.contains { $0.effect == .gate }
            #expect(!isGate || rule.defaults.hasConsent, "\(rule)")
            #expect(!rule.defaults.source.citation.isEmpty)
        }
    }
}
