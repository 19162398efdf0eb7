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
    /// How often the work is done again after a failure that ``PostgresError/isRetryable``.
    public var retries: Int

    /// - Parameters:
    ///   - isolation: what the transaction sees of others.
    ///   - readOnly: the server refuses to write.
    ///   - deferrable: waits until no serialisation failure can happen.
    ///   - timeout: for each statement.
    ///   - retries: how often the work is done again.
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

    var statements: [SQL] {
        var begin = "begin isolation level \(isolation.rawValue)"
        if isReadOnly { begin += " read only" }
        if isDeferrable { begin += " deferrable" }
        // The setting is a 32-bit number of milliseconds.
        let limit = min(max(1, timeout.milliseconds), Int64(Int32.max))
        return [SQL(uncheckedText: begin), SQL(uncheckedText: "set local statement_timeout = \(limit)")]
    }
}
