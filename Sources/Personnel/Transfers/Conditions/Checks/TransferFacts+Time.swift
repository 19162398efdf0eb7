extension TransferFacts {
    func timeInPostFloor(months: Int) -> RuleFinding? {
        guard source != nil else { return nil }
        guard let since = person.heldSince else { return .unknown(.heldSince) }
        let passes = since.adding(months: months)
        return .when(
            day >= passes,
            VerdictFact(.heldSince, since),
            VerdictFact(.monthsInPost, since.completedMonths(until: day)),
            VerdictFact(.asked, months),
            passesFrom: passes
        )
    }

    /// From five years on the person is due: that is told, and a move ends it.
    func timeInPostCeiling(months: Int) -> RuleFinding? {
        guard source != nil else { return nil }
        guard let since = person.heldSince else { return .unknown(.heldSince) }
        return .when(
            day < since.adding(months: months),
            VerdictFact(.heldSince, since),
            VerdictFact(.monthsInPost, since.completedMonths(until: day)),
            VerdictFact(.asked, months)
        )
    }

    func earlyReplacement(months: Int) -> RuleFinding? {
        guard source != nil else { return nil }
        if basis == .discipline || basis == .performance, let basis { return .met(VerdictFact(.basis, basis.code)) }
        if cause == .discipline || cause == .performance, let cause { return .met(VerdictFact(.cause, cause.code)) }
        return timeInPostFloor(months: months)
    }

    func recruitmentBond(months: Int) -> RuleFinding? {
        guard let first = person.firstAssignment else { return .unknown(.firstAssignment) }
        let passes = first.adding(months: months)
        return .when(
            day >= passes,
            VerdictFact(.firstAssignment, first),
            VerdictFact(.asked, months),
            passesFrom: passes
        )
    }

    func retired() -> RuleFinding? {
        guard let retirement = person.retirement else { return .unknown(.retirement) }
        return .when(day < retirement, VerdictFact(.retirement, retirement))
    }

    func retirementHorizon(months: Int) -> RuleFinding? {
        guard let retirement = person.retirement else { return .unknown(.retirement) }
        return .when(
            day < retirement.adding(months: -months),
            VerdictFact(.retirement, retirement),
            VerdictFact(.monthsToRetirement, day.completedMonths(until: retirement)),
            VerdictFact(.asked, months)
        )
    }
}
