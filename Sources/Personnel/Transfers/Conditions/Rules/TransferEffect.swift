/// What a rule does where it is not met; raw values are codes for data.
public enum TransferEffect: String, Sendable, Hashable, CaseIterable {
    /// It is switched off: there is no verdict.
    case notApplied = "not_applied"
    case warn
    /// It stops the case until a consent is on file.
    case gate
    /// It stops the case; an exception may lift it where the rule allows one.
    case block

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// The outcome of a case that does not meet the rule.
    var outcome: TransferOutcome {
        switch self {
        case .notApplied: .pass
        case .warn: .warn
        case .gate: .gate
        case .block: .block
        }
    }
}

extension TransferEffect: Comparable {
    /// By how much it hinders: not applied, warn, gate, block.
    public static func < (left: TransferEffect, right: TransferEffect) -> Bool {
        let order = allCases
        return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
    }
}
