extension TransferFacts {
    /// From the level below or one beside it, now or at some time (PP 17/2020 art. 107: "is or was").
    func levelReach() -> RuleFinding? {
        guard let needed = target.standing else { return .unknown(.tier) }
        let asked = VerdictFact(.neededLevel, target.level.code)
        if let source {
            guard let own = source.standing else { return .unknown(.tier) }
            if own.number >= needed.number - 1 { return .met(VerdictFact(.level, source.level.code), asked) }
        }
        var facts = [asked]
        if let source { facts.insert(VerdictFact(.level, source.level.code), at: 0) }
        guard let months = person.feederMonths else {
            return RuleFinding(state: .unknown([.feederMonths]), facts: facts)
        }
        facts.append(VerdictFact(.feederMonths, months))
        return RuleFinding(state: months > 0 ? .met : .unmet, facts: facts)
    }

    func feederService(months: Int) -> RuleFinding? {
        guard let own = person.feederMonths else { return .unknown(.feederMonths) }
        // People who serve at that level now gain a month each month.
        let isServing =
            source?.standing.flatMap { from in target.standing.map { from.number == $0.number - 1 } } ?? false
        return .when(
            own >= months,
            VerdictFact(.feederMonths, own),
            VerdictFact(.asked, months),
            passesFrom: isServing ? day.adding(months: months - own) : nil
        )
    }

    func experience(months: Int) -> RuleFinding? {
        guard let own = person.experienceMonths else { return .unknown(.experienceMonths) }
        return .when(own >= months, VerdictFact(.experienceMonths, own), VerdictFact(.asked, months))
    }

    /// In completed years: 56 lasts until the day before the 57th birthday (our reading).
    func ageAtAppointment(years: Int) -> RuleFinding? {
        guard let birth = person.birthDate else { return .unknown(.birthDate) }
        let age = birth.completedYears(until: day)
        return .when(age <= years, VerdictFact(.age, age), VerdictFact(.asked, years))
    }

    func openSelection() -> RuleFinding? {
        guard let basis else { return .unknown(.basis) }
        let named = VerdictFact(.basis, basis.code)
        switch basis {
        case .talentPlan:
            guard let isApproved = city.isTalentApproved else {
                return RuleFinding(state: .unknown([.talentApproved]), facts: [named])
            }
            return .when(isApproved, named, VerdictFact(.talentApproved, isApproved))
        case .openSelection:
            guard documents != nil else { return RuleFinding(state: .unknown([.documents]), facts: [named]) }
            let result = document(.selectionResult)
            guard let result else {
                return .unmet(named, VerdictFact(.missingDocument, DocumentKind.selectionResult.code))
            }
            return .met(named, documents: [result])
        default:
            return .unmet(named)
        }
    }

    func competencyTest(years: Int) -> RuleFinding? {
        guard documents != nil else { return .unknown(.documents) }
        guard let test = document(.competencyTest), day < test.day.adding(months: 12 * years) else {
            return .unmet(
                VerdictFact(.missingDocument, DocumentKind.competencyTest.code),
                VerdictFact(.asked, years)
            )
        }
        return .met(VerdictFact(.document, test.kind.code), VerdictFact(.asked, years), documents: [test])
    }

    /// Below 68 it is not met; from 68 to below 80 it is warned of at most.
    func competencyMatch() -> RuleFinding? {
        guard let match = person.match else { return .unknown(.match) }
        let facts = [VerdictFact(.match, "\(match.value)"), VerdictFact(.asked, match.filling.code)]
        return switch match.filling {
        case .meets: RuleFinding(state: .met, facts: facts)
        case .stillMeets: RuleFinding(state: .unmet, facts: facts, most: .warn)
        case .doesNotMeet: RuleFinding(state: .unmet, facts: facts)
        }
    }
}
