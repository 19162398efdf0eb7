/// How a transaction runs.
///
/// ```swift
/// let report = TransactionOptions(isolation: .repeatableRead, readOnly: true, timeout: .seconds(300))
/// try await database.transaction(as: scope, options: report) { tx in
///     try tx.execute("select refresh_figures()")
/// }
/// ```
public struct TransactionOptions: Sendable, Hashable {
    /// What a transaction sees of others (manual, section 13.2).
    public enum Isolation: String, Sendable, Hashable, CaseIterable {
        /// Each statement sees what was committed before it.
        case readCommitted = "read committed"
        /// All statements see what was committed before the first.
        case repeatableRead = "repeatable read"
        /// As if transactions ran one after the other; some fail with 40001 and are to be done again.
        case serializable = "serializable"
    }

    /// What the transaction sees of others.
    public var isolation: Isolation
    /// The server refuses to write.
    public var isReadOnly: Bool
    /// Waits at its beginning until it can run without any risk of a serialisation failure; only for what is
    /// serialisable and read-only.
    public var isDeferrable: Bool
    /// For each statement, on the server, at least a millisecond; the client waits a little longer
    /// (``ConnectionOptions/grace``), then asks it to cancel.
    ///
    /// The client's limit is for all that it waits for at once: a whole pipeline (256 statements of an `each`), a whole
    /// script, a whole stream. Between statements nothing runs out.
    public var timeout: Duration
    /// How long a statement waits for a lock that another holds, then fails with 55P03; nil for as long as it may take.
    public var lockTimeout: Duration?
    /// How often the work is done again after a failure that ``PostgresError/isRetryable``.
    public var retries: Int

    /// - Parameters:
    ///   - isolation: what the transaction sees of others.
    ///   - readOnly: the server refuses to write.
    ///   - deferrable: waits until no serialisation failure can happen.
    ///   - timeout: for each statement.
    ///   - lockTimeout: for each lock.
    ///   - retries: how often the work is done again.
    public init(
        isolation: Isolation = .readCommitted,
        readOnly: Bool = false,
        deferrable: Bool = false,
        timeout: Duration = .seconds(30),
        lockTimeout: Duration? = nil,
        retries: Int = 0
    ) {
        self.isolation = isolation
        isReadOnly = readOnly
        isDeferrable = deferrable
        self.timeout = timeout
        self.lockTimeout = lockTimeout
        self.retries = retries
    }

    var statements: [SQL] {
        var begin = "begin isolation level \(isolation.rawValue)"
        if isReadOnly { begin += " read only" }
        if isDeferrable { begin += " deferrable" }
        return [SQL(uncheckedText: begin), Self.setting("statement_timeout", timeout)]
            + (lockTimeout.map { [Self.setting("lock_timeout", $0)] } ?? [])
    }

    /// A 32-bit number of milliseconds; 0 would mean no limit.
    private static func setting(_ name: StaticString, _ limit: Duration) -> SQL {
        SQL(uncheckedText: "set local \(name) = \(min(max(1, limit.milliseconds), Int64(Int32.max)))")
    }
}
