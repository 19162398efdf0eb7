import Personnel

/// Cases that pass every rule, for tests that change one fact.
enum Cases {
    static let approval = "Wali Kota"

    static func rules(
        _ rows: [TransferRuleRow] = [],
        _ conditions: [LocalCondition] = []
    ) throws -> TransferRuleSet {
        TransferRuleSet(try ReferenceTables.rules(), rows: rows, conditions: conditions)
    }

    static func day(_ text: String) throws -> CivilDate { try Seats.day(text) }

    static func document(_ kind: DocumentKind, _ text: String, post: String? = nil) throws -> TransferDocument {
        TransferDocument(kind, number: "800/\(kind.code)", day: try day(text), post: post)
    }

    /// A person born on 10 May 1980 of whom nothing stands in the way.
    static func person() throws -> PersonFacts {
        var person = PersonFacts(
            nip: try NIP("198005102005011003"),
            qualification: TitleRequirement.Facts(
                education: .master,
                schooling: "S-2 Administrasi Publik",
                trainings: [],
                family: nil
            )
        )
        person.employment = .permanent
        person.rank = GradeRank(code: "IV/b")
        person.heldSince = try day("2024-03-01")
        person.firstAssignment = try day("2005-01-01")
        person.retirement = try day("2040-06-01")
        person.ratings = [2024: .baik, 2025: .sangatBaik]
        person.sanctions = []
        person.presence = .serving
        person.isUnderDiscipline = false
        person.isUnderTrial = false
        person.isStudyBound = false
        person.hasAuditFindings = false
        person.otherSeats = 0
        person.experienceMonths = 60
        person.feederMonths = 48
        person.match = try? JobPersonMatch(standard: [4, 4], achieved: [4, 4], cap: .total)
        return person
    }

    static func complete(
        from source: TransferSeat?,
        to target: TransferSeat,
        on text: String = "2026-06-01",
        basis: TransferBasis = .agencyNeed
    ) throws -> TransferFacts {
        var facts = TransferFacts(on: try day(text), from: source, to: target, basis: basis, person: try person())
        facts.seat.freeSeats = 1
        facts.seat.requirement = TitleRequirement(family: nil, education: nil, fields: [], trainings: [])
        facts.city = CityFacts(
            windows: [],
            headInaugurated: try day("2025-02-20"),
            isHeadActing: false,
            isTalentApproved: true
        )
        facts.documents = [try document(.receivingConsent, "2026-05-01", post: target.name.title)]
        facts.conflicts = []
        return facts
    }

    /// From head of a division to secretary of a dinas: both administrators.
    static func rotation(on text: String = "2026-06-01") throws -> TransferFacts {
        try complete(from: Seats.division(), to: Seats.kominfoSecretary(), on: text)
    }

    /// From secretary of a dinas to head of Bapenda, by open selection.
    static func promotion(on text: String = "2026-06-01") throws -> TransferFacts {
        var facts = try complete(from: Seats.kominfoSecretary(), to: Seats.bapenda(), on: text, basis: .openSelection)
        facts.documents?.append(try document(.selectionResult, "2026-05-02"))
        return facts
    }

    /// From one head of a badan to another, after an uji kompetensi.
    static func exchange(on text: String = "2026-06-01") throws -> TransferFacts {
        var facts = try complete(from: Seats.bapenda(), to: Seats.bappeda(), on: text)
        facts.documents?.append(try document(.competencyTest, "2025-07-01"))
        return facts
    }

    static func demotion(_ cause: DemotionCause?) throws -> TransferFacts {
        var facts = try complete(from: Seats.division(), to: Seats.section())
        facts.cause = cause
        return facts
    }

    static func exception(_ rule: TransferRule) throws -> TransferException {
        let exception = TransferException(
            .rule(rule),
            reason: "post has been empty for a year",
            approver: approval,
            document: "800/1/2026"
        )
        guard let exception else { throw BadVector(text: rule.code) }
        return exception
    }
}

extension TransferRuleSet {
    /// The verdict of one rule.
    func verdict(_ rule: TransferRule, _ facts: TransferFacts) -> TransferVerdict? {
        evaluate(facts).first { $0.condition == .rule(rule) }
    }

    func outcome(_ rule: TransferRule, _ facts: TransferFacts) -> TransferOutcome? { verdict(rule, facts)?.outcome }

    /// The rules that stop a case, by code.
    func stops(_ facts: TransferFacts) -> [String] {
        evaluate(facts).filter(\.stops).map(\.condition.code)
    }
}
