/// Why work on the database failed. Ask it what may be done next; `description` carries no parameter and no row value.
public struct PostgresError: Error, Sendable {
    public enum Kind: Sendable {
        /// The server refused a statement.
        case server(ServerDiagnostic)
        /// No connection could be opened. The text is libpq's and holds no password.
        case connectFailed(String, SQLState?)
        /// The connection broke before a commit was sent: nothing of the transaction is kept.
        case connectionLost(String)
        /// The connection broke while a commit was under way: it may or may not have taken effect.
        case commitOutcomeUnknown
        /// The server answered a commit with a rollback, because a statement had failed before.
        case commitRolledBack
        /// No connection became free in time.
        case acquireTimeout(waited: Duration, inUse: Int)
        /// Too many callers wait for a connection already.
        case queueFull(limit: Int)
        case deadlineExceeded(Duration)
        case cancelled
        case decoding(DecodingFailure, column: String)
        case rowCount(expected: String, actual: Int)
        /// The caller broke a rule of this interface.
        case misuse(String)
        case closed
    }

    public let kind: Kind
    /// Whether any byte of the statement may have reached the server.
    public let wasSent: Bool

    init(_ kind: Kind, wasSent: Bool = true) {
        self.kind = kind
        self.wasSent = wasSent
    }

    public var sqlState: SQLState? {
        switch kind {
        case .server(let diagnostic): diagnostic.sqlState
        case .connectFailed(_, let state): state
        default: nil
        }
    }

    public var diagnostic: ServerDiagnostic? {
        if case .server(let diagnostic) = kind { diagnostic } else { nil }
    }

    /// A new transaction with the same work may succeed and cannot apply anything twice.
    public var isRetryable: Bool {
        switch kind {
        case .server(let diagnostic):
            SQLState.Class.transactionRollback ~= diagnostic.sqlState || diagnostic.sqlState == .lockNotAvailable
        case .connectionLost, .acquireTimeout, .queueFull: true
        default: false
        }
    }

    /// Nothing more can be done on the connection; it must be closed.
    public var poisonsConnection: Bool {
        switch kind {
        case .connectFailed, .connectionLost, .commitOutcomeUnknown, .deadlineExceeded, .closed: true
        case .server(let diagnostic):
            SQLState.Class.connectionException ~= diagnostic.sqlState
                || ["57P01", "57P02", "57P03"].contains(diagnostic.sqlState.code)
        default: false
        }
    }

    /// The database cannot be reached now; it may be later.
    public var isUnavailable: Bool {
        switch kind {
        case .connectFailed(_, let state):
            state.map { !(SQLState.Class.invalidAuthorization ~= $0) && $0.code != "3D000" } ?? true
        case .connectionLost, .acquireTimeout, .queueFull: true
        default: poisonsConnection
        }
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .server(let diagnostic): diagnostic.summary
        case .connectFailed(let text, _): "cannot connect to the database: \(text)"
        case .connectionLost(let text): "the connection to the database was lost: \(text)"
        case .commitOutcomeUnknown: "the connection was lost during commit, its outcome is unknown"
        case .commitRolledBack: "the transaction was rolled back instead of committed"
        case .acquireTimeout(let waited, let inUse):
            "no database connection became free within \(waited), \(inUse) in use"
        case .queueFull(let limit): "\(limit) callers wait for a database connection already"
        case .deadlineExceeded(let limit): "a statement did not end within \(limit)"
        case .cancelled: "the work was cancelled"
        case .decoding(let failure, let column): "column \(column): \(failure)"
        case .rowCount(let expected, let actual): "expected \(expected), got \(actual) rows"
        case .misuse(let text): text
        case .closed: "the database is closed"
        }
    }
}

/// A value of the server that does not fit the asked type.
public struct DecodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable { case null, type(OID), length(Int), value }

    public let expected: String
    public let reason: Reason

    public init(expected: String, reason: Reason) {
        self.expected = expected
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .null: "expected \(expected), found null"
        case .type(let oid): "expected \(expected), found type \(oid)"
        case .length(let count): "expected \(expected), found \(count) bytes"
        case .value: "the value does not fit \(expected)"
        }
    }
}
