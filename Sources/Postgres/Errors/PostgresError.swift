/// Why work on the database failed. Ask it what may be done next.
///
/// `description` is fit for a log: it carries no parameter, no row value and no password. The rest is in `diagnostic`
/// and its `fullText`.
///
/// ```swift
/// do {
///     try await database.transaction(as: .login) { tx in try tx.execute("update unit set head = null") }
/// } catch let error as PostgresError where error.isUnavailable {
///     print("try again later: \(error)")
/// }
/// ```
public struct PostgresError: Error, Sendable {
    /// What happened.
    public enum Kind: Sendable {
        /// The server refused a statement.
        indirect case server(ServerDiagnostic)
        /// The settings say where to connect in a way that libpq does not understand, or that looks like a slip; they are
        /// not quoted, because they may hold a password.
        case invalidConfiguration(String)
        /// No connection could be opened. The text is libpq's and holds no password; the state is the server's, if it
        /// answered at all.
        case connectFailed(String, SQLState?)
        /// The connection broke before a commit was sent: nothing of the transaction is kept.
        case connectionLost(String)
        /// The connection broke while a commit was under way: it may or may not have taken effect.
        case commitOutcomeUnknown
        /// The server answered a commit with a rollback, because a statement had failed before.
        case commitRolledBack
        /// No connection became free in time; with the last failure to open one, if there was any.
        case acquireTimeout(waited: Duration, inUse: Int, lastFailure: String?)
        /// Too many callers wait for a connection already.
        case queueFull(limit: Int)
        /// The server did not answer within the statement's time and the grace after it; the connection was given up.
        case deadlineExceeded(Duration)
        /// The task was cancelled.
        case cancelled
        /// A value of the result does not fit the asked type.
        case decoding(DecodingFailure, column: String)
        /// A parameter, counted from 1, cannot be sent.
        case encoding(EncodingFailure, parameter: Int)
        /// The result has another number of rows than was asked for.
        case rowCount(expected: String, actual: Int)
        /// The caller broke a rule of this interface; the text says which.
        case misuse(String)
        /// The database was closed.
        case closed

        /// The case's name, as a label of metrics: one of a few words, and nothing of the data.
        public var name: String {
            switch self {
            case .server: "server"
            case .invalidConfiguration: "invalidConfiguration"
            case .connectFailed: "connectFailed"
            case .connectionLost: "connectionLost"
            case .commitOutcomeUnknown: "commitOutcomeUnknown"
            case .commitRolledBack: "commitRolledBack"
            case .acquireTimeout: "acquireTimeout"
            case .queueFull: "queueFull"
            case .deadlineExceeded: "deadlineExceeded"
            case .cancelled: "cancelled"
            case .decoding: "decoding"
            case .encoding: "encoding"
            case .rowCount: "rowCount"
            case .misuse: "misuse"
            case .closed: "closed"
            }
        }
    }

    /// What happened.
    public let kind: Kind
    /// Whether any byte of the statement may have reached the server. Where it is false, nothing of it was done.
    public let wasSent: Bool
    /// The protocol was left half-way, whatever the kind says.
    var leavesProtocolOpen = false
    /// Which statement of a pipeline failed, counted from 1; nil outside of one.
    public internal(set) var pipelinePosition: Int?

    @usableFromInline init(_ kind: Kind, wasSent: Bool = true) {
        self.kind = kind
        self.wasSent = wasSent
    }

    /// The server's code, if it gave one.
    public var sqlState: SQLState? {
        switch kind {
        case .server(let diagnostic): diagnostic.sqlState
        case .connectFailed(_, let state): state
        default: nil
        }
    }

    /// All that the server said.
    public var diagnostic: ServerDiagnostic? {
        if case .server(let diagnostic) = kind { diagnostic } else { nil }
    }

    /// What helps; nil where the program itself has to be mended (`rowCount`, `misuse`), and when the task was cancelled.
    public var remedy: Remedy? {
        switch kind {
        case .server(let diagnostic):
            diagnostic.isStalePlan ? .again : diagnostic.sqlState.remedy
        case .connectFailed(_, let state): state?.remedy ?? .wait
        case .invalidConfiguration: .setup
        case .connectionLost, .acquireTimeout, .queueFull, .deadlineExceeded, .commitOutcomeUnknown: .wait
        case .decoding(let failure, _): failure.reason == .null || failure.reason == .value ? .data : .setup
        case .encoding(let failure, _): failure.reason == .nul ? .data : nil
        case .closed: .again
        case .commitRolledBack, .rowCount, .misuse, .cancelled: nil
        }
    }

    /// A new transaction with the same work may succeed and cannot apply anything twice.
    ///
    /// True for serialisation failures, deadlocks, locks that were not free, prepared statements that a change of
    /// schema made stale, connections lost before the commit was sent, a server that takes no writes, and whenever no
    /// connection could be had for now. Not for what was cancelled, which somebody may have meant, nor where the server lacks
    /// disk or memory, which takes longer.
    public var isRetryable: Bool {
        switch kind {
        case .server(let diagnostic):
            diagnostic.sqlState == .queryCanceled
                ? diagnostic.endsConnection : remedy == .again || diagnostic.endsConnection && !diagnostic.tellsDamage
        case .connectFailed: !isRefusal
        case .connectionLost, .acquireTimeout, .queueFull: true
        default: false
        }
    }

    /// Nothing more can be done on the connection; it must be closed.
    public var poisonsConnection: Bool {
        if leavesProtocolOpen { return true }
        return switch kind {
        case .invalidConfiguration, .connectFailed, .connectionLost, .commitOutcomeUnknown, .deadlineExceeded, .closed:
            true
        case .server(let diagnostic): diagnostic.endsConnection
        default: false
        }
    }

    /// The database cannot be reached or cannot serve now, but may later. This includes a commit whose outcome is unknown
    /// and a server that stopped answering.
    public var isUnavailable: Bool {
        switch kind {
        case .invalidConfiguration, .closed, .misuse: false
        case .connectFailed: !isRefusal
        case .connectionLost, .acquireTimeout, .queueFull: true
        case .server(let diagnostic): poisonsConnection || diagnostic.sqlState.remedy == .wait
        default: poisonsConnection
        }
    }

    /// The database holds, or was given, a value that cannot be read, computed with or kept: a null where none was declared,
    /// a date out of range, a row that a constraint forbids. Somebody has to put the data right, not the program.
    public var isBadData: Bool { remedy == .data }

    /// The server will refuse this login or database again, however often it is asked: somebody must mend it.
    var isRefusal: Bool {
        switch kind {
        case .invalidConfiguration: true
        case .connectFailed(_, let state?): state.remedy == .permission || state.remedy == .setup
        default: false
        }
    }

    func at(_ position: Int?) -> PostgresError {
        var error = self
        error.pipelinePosition = position
        return error
    }
}
