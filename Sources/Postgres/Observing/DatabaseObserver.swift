/// Is told what happens on a database: for logs, metrics and tests.
///
/// It is called where the thing happened, on the connection's thread or on that of a caller, between two statements: it
/// must be quick and must not block.
///
/// ```swift
/// struct SlowStatements: DatabaseObserver {
///     func observe(_ event: DatabaseEvent) {
///         if case .statement(let statement) = event, statement.duration > .seconds(1) {
///             print("slow: \(statement.sql.statementText)")
///         }
///     }
/// }
/// ```
public protocol DatabaseObserver: Sendable {
    /// Called once for each event, from any thread.
    func observe(_ event: DatabaseEvent)
}

/// Something that happened on a database. Nothing in it carries a parameter's or a row's value but `diagnostic` of an
/// error and of a notice.
///
/// ```swift
/// struct FailedConnections: DatabaseObserver {
///     func observe(_ event: DatabaseEvent) {
///         if case .connect(let duration, let error?) = event { print("no connection after \(duration): \(error)") }
///     }
/// }
/// ```
public enum DatabaseEvent: Sendable {
    /// A connection was opened, or could not be; the listening one and one that replaced a broken one among them.
    case connect(duration: Duration, error: PostgresError?)
    /// The pool closed a connection. Of the listening one nothing is said.
    case disconnect(PoolStatistics.Closing)
    /// A caller got a connection after `waited`, or did not: for each attempt of a transaction.
    case acquire(waited: Duration, error: PostgresError?)
    /// A statement ended. What begins, ends and parts a transaction is not told;
    /// of a script only the name is.
    case statement(StatementEvent)
    /// A transaction ended.
    case transaction(TransactionEvent)
    /// A `PostgresError` left `transaction`, after what retries there were.
    case error(PostgresError)
    /// The server sent a notice or a warning.
    case notice(ServerDiagnostic)
    /// The listening connection was lost, and why; it is opened again.
    case listenerLost(PostgresError)
    /// The listening connection stands again, after so many attempts.
    case listenerRestored(attempts: Int)
}

/// One statement, as it ended. The statements of a pipeline each have the duration of the whole; of one that failed,
/// only the statement at fault is told.
///
/// ```swift
/// func line(_ event: StatementEvent) -> String {
///     "\(event.sql.statementText): \(event.rows ?? 0) rows in \(event.duration)"
/// }
/// ```
public struct StatementEvent: Sendable {
    /// The statement; show its ``SQL/statementText`` only.
    public let sql: SQL
    /// From sending to the end of the answer.
    public let duration: Duration
    /// Rows returned or touched; nil where nobody counted.
    public let rows: Int?
    /// How often it was run: more than once for the items of ``Transaction/execute(each:_:)``.
    public let executions: Int
    /// Why it failed.
    public let error: PostgresError?
}

/// One transaction, as it ended; each attempt is one.
///
/// ```swift
/// func isDoubtful(_ event: TransactionEvent) -> Bool {
///     event.outcome == .unknown
/// }
/// ```
public struct TransactionEvent: Sendable {
    /// How a transaction ends.
    public enum Outcome: Sendable, Hashable {
        /// It is kept.
        case committed
        /// Nothing of it is kept.
        case rolledBack
        /// The connection broke during the commit.
        case unknown
    }

    /// As whom and within what it ran.
    public let scope: Scope
    /// From getting the connection's thread to the end of the commit or rollback.
    public let duration: Duration
    /// How it ended.
    public let outcome: Outcome
    /// Which attempt of the work it was, from 1.
    public let attempt: Int
}
