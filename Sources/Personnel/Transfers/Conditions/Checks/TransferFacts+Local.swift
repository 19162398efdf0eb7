extension TransferFacts {
    /// What a condition of the city finds; nil where it has nothing to say of such a case.
    func check(_ condition: LocalCondition) -> RuleFinding? {
        if condition.level.map({ $0 != target.level }) ?? false { return nil }
        let asked = VerdictFact(.asked, "\(condition.comparison.code) \(condition.value)")
        if condition.fact == .document { return document(condition, asked) }
        guard let text = text(condition.fact), let number = condition.fact.number(text) else {
            return RuleFinding(state: .unknown([condition.fact.name]), facts: [asked])
        }
        return .when(condition.isMet(number), VerdictFact(condition.fact.name, text), asked)
    }

    private func document(_ condition: LocalCondition, _ asked: VerdictFact) -> RuleFinding {
        guard documents != nil, let kind = DocumentKind(code: condition.value) else {
            return RuleFinding(state: .unknown([.documents]), facts: [asked])
        }
        let paper = document(kind)
        return .when(paper != nil, asked, documents: [paper])
    }

    private func text(_ fact: LocalFact) -> String? {
        let number: Int? =
            switch fact {
            case .age: person.birthDate.map { $0.completedYears(until: day) }
            case .monthsInPost: person.heldSince.map { $0.completedMonths(until: day) }
            case .monthsToRetirement: person.retirement.map { day.completedMonths(until: $0) }
            case .experienceMonths: person.experienceMonths
            case .feederMonths: person.feederMonths
            case .jobClass: target.jobClass
            case .classStep: source.flatMap { TransferKind(from: $0, to: target).classStep }
            case .rank, .education, .employment, .basis, .route, .document: nil
            }
        if let number { return "\(number)" }
        return switch fact {
        case .rank: person.rank?.code
        case .education: person.qualification.education?.siasn
        case .employment: person.employment?.code
        case .basis: basis?.code
        case .route: source.map { TransferRoute(from: $0, to: target).code }
        default: nil
        }
    }
}
