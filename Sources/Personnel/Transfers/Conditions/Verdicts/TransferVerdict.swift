/// What one rule says of one case, and on what it rests.
public struct TransferVerdict: Sendable, Hashable {
    public let condition: TransferCondition
    public let outcome: TransferOutcome
    /// What the rule does where it is not met.
    public let effect: TransferEffect
    /// In an order that is fixed for each rule: only what the rule has used.
    public let facts: [VerdictFact]
    /// The documents that it has used.
    public let documents: [TransferDocument]
    /// What would have to be known; empty unless the outcome is `notKnown`.
    public let missing: [FactName]
    /// The first day on which it would pass with all else the same; nil where that cannot be told, or where it passes.
    public let passesFrom: CivilDate?
    /// Whether a recorded exception may lift it.
    public let allowsException: Bool
    /// The regulation and article, or the city's by-law.
    public let source: String

    public init(
        _ condition: TransferCondition,
        outcome: TransferOutcome,
        effect: TransferEffect,
        facts: [VerdictFact] = [],
        documents: [TransferDocument] = [],
        missing: [FactName] = [],
        passesFrom: CivilDate? = nil,
        allowsException: Bool,
        source: String
    ) {
        self.condition = condition
        self.outcome = outcome
        self.effect = effect
        self.facts = facts
        self.documents = documents
        self.missing = missing
        self.passesFrom = passesFrom
        self.allowsException = allowsException
        self.source = source
    }

    /// Whether the case cannot go on with it.
    public var stops: Bool {
        switch outcome {
        case .block, .gate: true
        case .notKnown: effect == .block || effect == .gate
        case .pass, .warn: false
        }
    }

    /// The text of a fact; the first, where several have the name.
    public subscript(name: FactName) -> String? { facts.first { $0.name == name }?.text }
}
