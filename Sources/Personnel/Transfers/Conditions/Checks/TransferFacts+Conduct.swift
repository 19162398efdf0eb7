extension TransferFacts {
    func absence() -> RuleFinding? {
        guard let presence = person.presence else { return .unknown(.presence) }
        return .when(presence == .serving, VerdictFact(.presence, presence.code))
    }

    func probation() -> RuleFinding? {
        guard let employment = person.employment else { return .unknown(.employment) }
        guard employment == .probationary else { return nil }
        return .unmet(VerdictFact(.employment, employment.code))
    }

    func contractEmployee() -> RuleFinding? {
        guard let employment = person.employment else { return .unknown(.employment) }
        guard employment == .contract else { return nil }
        guard let source else { return .unmet(VerdictFact(.employment, employment.code)) }
        let isSamePost = source.name.title == target.name.title && source.level == target.level
        return .when(
            isSamePost,
            VerdictFact(.employment, employment.code),
            VerdictFact(.route, TransferRoute(from: source, to: target).code)
        )
    }

    func disciplineProcess() -> RuleFinding? {
        let parts = [
            (FactName.underDiscipline, person.isUnderDiscipline), (.underTrial, person.isUnderTrial),
        ]
        let facts = parts.compactMap { name, isSo in isSo.map { VerdictFact(name, $0) } }
        if parts.contains(where: { $0.1 == true }) { return RuleFinding(state: .unmet, facts: facts) }
        let missing = parts.filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else { return RuleFinding(state: .unknown(missing), facts: facts) }
        let statement = document(.disciplineStatement)
        return RuleFinding(state: .met, facts: facts, documents: statement.map { [$0] } ?? [])
    }

    func disciplineWindow() -> RuleFinding? {
        guard let sanctions = person.sanctions else { return .unknown(.sanctions) }
        let served = sanctions.filter { $0.sanction.isServed(on: day, from: $0.first) }
            .sorted { ($0.first, $0.sanction.code) < ($1.first, $1.sanction.code) }
        guard !served.isEmpty else { return .met(VerdictFact(.sanctions, "none")) }
        let ends = served.compactMap { $0.sanction.lastDay(from: $0.first) }
        let facts = served.map { VerdictFact(.sanction, "\($0.sanction.code) from \($0.first.iso)") }
        return RuleFinding(
            state: .unmet,
            facts: facts,
            passesFrom: ends.count == served.count ? ends.max().map { $0 + 1 } : nil
        )
    }

    func studyBond() -> RuleFinding? {
        let statement = document(.studyStatement)
        guard let isBound = person.isStudyBound else {
            guard let statement else { return .unknown(.studyBound) }
            return .met(VerdictFact(.document, statement.kind.code), documents: [statement])
        }
        return .when(!isBound, VerdictFact(.studyBound, isBound), documents: isBound ? [] : [statement])
    }

    func auditFindings() -> RuleFinding? {
        let clearance = document(.auditClearance)
        guard let hasFindings = person.hasAuditFindings else {
            guard let clearance else { return .unknown(.auditFindings) }
            return .met(VerdictFact(.document, clearance.kind.code), documents: [clearance])
        }
        return .when(
            !hasFindings,
            VerdictFact(.auditFindings, hasFindings),
            documents: hasFindings ? [] : [clearance]
        )
    }

    /// The two newest years, the later of which is the last year or, where that is not rated yet, the one before it.
    func performance() -> RuleFinding? {
        guard let ratings = person.ratings else { return .unknown(.ratings) }
        let last = ratings[day.year - 1] == nil ? day.year - 2 : day.year - 1
        let years = [last, last - 1]
        let facts = years.compactMap { year in
            ratings[year].map { VerdictFact(.ratings, "\(year) \($0.code)") }
        }
        let known = years.compactMap { ratings[$0] }
        if known.contains(where: { $0.rawValue > Rating.baik.rawValue }) {
            return RuleFinding(state: .unmet, facts: facts)
        }
        return RuleFinding(state: known.count == years.count ? .met : .unknown([.ratings]), facts: facts)
    }
}
