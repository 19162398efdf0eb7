/// A decision to let a case go on though a rule blocks it; it lifts that one rule, where the rule allows it.
public struct TransferException: Sendable, Hashable {
    public let condition: TransferCondition
    public let reason: String
    /// The office that approved it.
    public let approver: String
    /// The number of the document in which it was approved.
    public let document: String

    /// Nil when the reason, the approver or the document is blank.
    public init?(_ condition: TransferCondition, reason: String, approver: String, document: String) {
        guard [reason, approver, document].allSatisfy({ $0.contains { !$0.isWhitespace } }) else { return nil }
        self.condition = condition
        self.reason = reason
        self.approver = approver
        self.document = document
    }

    /// Whether it lifts a verdict. A gate opens by the minister's consent and not by an exception.
    public func lifts(_ verdict: TransferVerdict) -> Bool {
        verdict.condition == condition && verdict.allowsException && verdict.stops && verdict.effect != .gate
    }
}
