/// What a rule finds in a case, before its effect makes a verdict of it.
struct RuleFinding {
    enum State {
        case met
        case unmet
        case unknown([FactName])
    }

    let state: State
    let facts: [VerdictFact]
    var documents: [TransferDocument] = []
    var passesFrom: CivilDate?
    /// The heaviest effect that this finding may have, where it is milder than the rule.
    var most: TransferEffect?

    static func met(_ facts: VerdictFact..., documents: [TransferDocument?] = []) -> RuleFinding {
        RuleFinding(state: .met, facts: facts, documents: documents.compactMap(\.self))
    }

    static func unmet(_ facts: VerdictFact..., passesFrom: CivilDate? = nil) -> RuleFinding {
        RuleFinding(state: .unmet, facts: facts, passesFrom: passesFrom)
    }

    static func unknown(_ missing: FactName...) -> RuleFinding {
        RuleFinding(state: .unknown(missing), facts: [])
    }

    /// What nobody has stated of a post is asked of nobody: it is said, and does not stop the case.
    static func unstated(_ missing: FactName...) -> RuleFinding {
        RuleFinding(state: .unknown(missing), facts: [], most: .warn)
    }

    /// Met or not, on the same facts.
    static func when(
        _ isMet: Bool,
        _ facts: VerdictFact...,
        passesFrom: CivilDate? = nil,
        documents: [TransferDocument?] = []
    ) -> RuleFinding {
        RuleFinding(
            state: isMet ? .met : .unmet,
            facts: facts,
            documents: documents.compactMap(\.self),
            passesFrom: isMet ? nil : passesFrom
        )
    }
}
