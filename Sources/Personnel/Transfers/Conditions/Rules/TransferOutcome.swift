/// What a rule says of a case; raw values are codes for data.
public enum TransferOutcome: String, Sendable, Hashable, CaseIterable {
    case pass
    case warn
    case block
    /// Stopped until a consent is on file.
    case gate
    /// A fact that the rule needs is not known. It stops where the rule would block or gate.
    case notKnown = "not_known"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
