extension TransferFacts {
    func demotionGround() -> RuleFinding? {
        guard let cause else { return .unmet(VerdictFact(.cause, "none")) }
        let named = VerdictFact(.cause, cause.code)
        switch cause {
        case .discipline:
            guard let sanctions = person.sanctions else {
                return RuleFinding(state: .unknown([.sanctions]), facts: [named])
            }
            let served = sanctions.first { served in
                (served.sanction == .demotion || served.sanction == .release)
                    && served.sanction.isServed(on: day, from: served.first)
            }
            guard let served else { return .unmet(named, VerdictFact(.sanctions, "none")) }
            return .met(named, VerdictFact(.sanction, "\(served.sanction.code) from \(served.first.iso)"))
        case .performance: return shown(by: .performanceEvaluation, named)
        case .reorganisation: return shown(by: .reorganisationDecree, named)
        case .ownRequest: return shown(by: .application, named)
        }
    }

    private func shown(by kind: DocumentKind, _ named: VerdictFact) -> RuleFinding {
        guard documents != nil else { return RuleFinding(state: .unknown([.documents]), facts: [named]) }
        guard let paper = document(kind) else { return .unmet(named, VerdictFact(.missingDocument, kind.code)) }
        return .met(named, documents: [paper])
    }

    func echelonLower() -> RuleFinding? {
        guard let source, source.kind == .structural, target.kind == .structural else { return nil }
        guard let from = source.echelon, let to = target.echelon else { return .unknown(.echelon) }
        return .when(
            !TransferKind(from: source, to: target).lowersEchelon,
            VerdictFact(.echelon, from.code),
            VerdictFact(.newEchelon, to.code)
        )
    }

    func classLower() -> RuleFinding? {
        guard let source else { return nil }
        guard let step = TransferKind(from: source, to: target).classStep else { return .unknown(.jobClass) }
        return .when(step >= 0, VerdictFact(.classStep, step))
    }

    func doubleSeat() -> RuleFinding? {
        guard let others = person.otherSeats else { return .unknown(.otherSeats) }
        return .when(others == 0, VerdictFact(.otherSeats, others))
    }

    func seatFree() -> RuleFinding? {
        guard let free = seat.freeSeats else { return .unknown(.freeSeats) }
        let leaving = seat.holdersLeaving
        guard free > 0 || leaving != nil else {
            return RuleFinding(state: .unknown([.holdersLeaving]), facts: [VerdictFact(.freeSeats, free)])
        }
        return .when(
            free + (leaving ?? 0) > 0,
            VerdictFact(.freeSeats, free),
            VerdictFact(.holdersLeaving, leaving ?? 0)
        )
    }

    func conflictOfInterest() -> RuleFinding? {
        guard let conflicts else { return .unknown(.conflicts) }
        let standing = Set(conflicts.filter { !$0.isSettled }.map(\.kind.code)).sorted()
        guard standing.isEmpty else {
            return RuleFinding(state: .unmet, facts: standing.map { VerdictFact(.conflict, $0) })
        }
        return .met(VerdictFact(.conflicts, conflicts.isEmpty ? "none" : "settled"))
    }

    private var isBetweenAgencies: Bool {
        source.map { TransferRoute(from: $0, to: target) == .betweenAgencies } ?? true
    }

    /// Both agencies are asked where the move goes from one to another, and must have named the post.
    func ownRequestDocuments() -> RuleFinding? {
        guard documents != nil else { return .unknown(.documents) }
        let kinds: [DocumentKind] = [
            .application, .disciplineStatement, .lastDecree, .performanceResult, .studyStatement, .auditClearance,
        ]
        var used: [TransferDocument] = []
        var missing: [DocumentKind] = []
        for kind in kinds {
            let papers = filed(kind).sorted { ($0.day, $0.number) > ($1.day, $1.number) }
            let count = kind == .performanceResult ? 2 : 1
            used += papers.prefix(count)
            if papers.count < count { missing.append(kind) }
        }
        for kind in isBetweenAgencies ? [DocumentKind.releasingConsent, .receivingConsent] : [] {
            if let paper = documentNamingPost(kind) { used.append(paper) } else { missing.append(kind) }
        }
        return RuleFinding(
            state: missing.isEmpty ? .met : .unmet,
            facts: missing.map { VerdictFact(.missingDocument, $0.code) },
            documents: used
        )
    }

    func receivingAgency() -> RuleFinding? {
        guard isBetweenAgencies, basis != .ownRequest else { return nil }
        guard documents != nil else { return .unknown(.documents) }
        guard let paper = documentNamingPost(.receivingConsent) else {
            return .unmet(VerdictFact(.missingDocument, DocumentKind.receivingConsent.code))
        }
        return .met(VerdictFact(.document, paper.kind.code), documents: [paper])
    }

    func specialConsent() -> RuleFinding? {
        guard let special = target.special, special.needsConsent(level: target.level) else { return nil }
        let named = VerdictFact(.specialPost, special.code)
        guard documents != nil else { return RuleFinding(state: .unknown([.documents]), facts: [named]) }
        guard let paper = documentNamingPost(.superiorConsent) else {
            return .unmet(named, VerdictFact(.missingDocument, DocumentKind.superiorConsent.code))
        }
        return .met(named, documents: [paper])
    }
}
