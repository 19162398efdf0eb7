/// How a transaction runs.
public struct TransactionOptions: Sendable {
    public enum Isolation: String, Sendable {
        case readCommitted = "read committed"
        case repeatableRead = "repeatable read"
        case serializable = "serializable"
    }

    public var isolation: Isolation
    public var isReadOnly: Bool
    public var isDeferrable: Bool
    /// For each statement, on the server, at least a millisecond; the client waits a little longer, then asks it to cancel.
    public var timeout: Duration
    /// How often the work is done again after a failure that `isRetryable`.
    public var retries: Int

    public init(
        isolation: Isolation = .readCommitted,
        readOnly: Bool = false,
        deferrable: Bool = false,
        timeout: Duration = .seconds(30),
        retries: Int = 0
    ) {
        self.isolation = isolation
        isReadOnly = readOnly
        isDeferrable = deferrable
        self.timeout = timeout
        self.retries = retries
    }

    var statements: [String] {
        var begin = "begin isolation level \(isolation.rawValue)"
        if isReadOnly { begin += " read only" }
        if isDeferrable { begin += " deferrable" }
        return [begin, "set local statement_timeout = \(max(1, timeout.milliseconds))"]
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
