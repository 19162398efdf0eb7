extension TransferRuleSet {
    /// What each rule says of a case that it applies to: first the rules in the order of `TransferRule`, then the city's own
    /// conditions by code.
    ///
    /// While the direction is not known, a rule that depends on it says so, with the heaviest effect that it may have.
    public func evaluate(_ facts: TransferFacts) -> [TransferVerdict] {
        TransferRule.allCases.compactMap { verdict($0, facts) }
            + conditions(on: facts.day).compactMap { verdict($0, facts) }
    }

    private func verdict(_ rule: TransferRule, _ facts: TransferFacts) -> TransferVerdict? {
        let level = rule.defaults.side == .source ? facts.source?.level ?? facts.target.level : facts.target.level
        let effects = (facts.direction.map { [$0] } ?? TransferDirection.allCases)
            .map {
                effect(of: rule, direction: $0, level: level, on: facts.day)
            }
        guard let effect = effects.max(), effect != .notApplied else { return nil }
        let number = parameter(of: rule, direction: facts.direction, level: level, on: facts.day)
        guard var finding = facts.check(rule, number ?? 0) else { return nil }
        if Set(effects).count > 1 {
            finding = .unknown(.direction)
        } else if number == nil, rule.defaults.parameter != .none {
            // A row applies the rule to a level for which nobody has said a number.
            finding = .unknown(.asked)
        }
        return TransferVerdict(
            .rule(rule),
            finding,
            effect: effect,
            allowsException: rule.defaults.allowsException,
            source: source(of: rule, direction: facts.direction, level: level, on: facts.day)
        )
    }

    private func verdict(_ condition: LocalCondition, _ facts: TransferFacts) -> TransferVerdict? {
        guard condition.effect != .notApplied, let finding = facts.check(condition) else { return nil }
        var found = finding
        if let direction = condition.direction {
            if let own = facts.direction {
                guard own == direction else { return nil }
            } else {
                found = .unknown(.direction)
            }
        }
        return TransferVerdict(
            .local(condition.code),
            found,
            effect: condition.effect,
            allowsException: condition.allowsException,
            source: condition.source
        )
    }
}

extension TransferVerdict {
    fileprivate init(
        _ condition: TransferCondition,
        _ finding: RuleFinding,
        effect: TransferEffect,
        allowsException: Bool,
        source: String
    ) {
        let effect = min(effect, finding.most ?? effect)
        let outcome: TransferOutcome
        var missing: [FactName] = []
        switch finding.state {
        case .met: outcome = .pass
        case .unmet: outcome = effect.outcome
        case .unknown(let names): (outcome, missing) = (.notKnown, names)
        }
        self.init(
            condition,
            outcome: outcome,
            effect: effect,
            facts: finding.facts,
            documents: finding.documents,
            missing: missing,
            passesFrom: outcome == .pass ? nil : finding.passesFrom,
            allowsException: allowsException,
            source: source
        )
    }
}
