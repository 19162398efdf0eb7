/// The five-character code that PostgreSQL attaches to every error (manual, appendix A).
///
/// ```swift
/// do {
///     try await database.transaction(as: scope) { tx in
///         try tx.execute("insert into unit (code) values (\("dinkes"))")
///     }
/// } catch let error as PostgresError where error.sqlState == .uniqueViolation {
///     print("there is such a unit already")
/// }
/// ```
public struct SQLState: Sendable, Hashable, CustomStringConvertible {
    /// Five digits and upper-case letters.
    public let code: String

    /// - Parameter code: five digits and upper-case letters; nothing else ever equals a server's code.
    public init(_ code: String) {
        self.code = code
    }

    public var description: String { code }

    /// 42501: the role may not do this, or a policy forbids the row.
    public static let insufficientPrivilege = SQLState("42501")
    /// 23505: there is such a key already.
    public static let uniqueViolation = SQLState("23505")
    /// 23P01: an exclusion constraint forbids two such rows, as two ranges that overlap.
    public static let exclusionViolation = SQLState("23P01")
    /// 23503: the row referred to does not exist, or is still referred to.
    public static let foreignKeyViolation = SQLState("23503")
    /// 57014: cancelled, by request or by `statement_timeout`.
    public static let queryCanceled = SQLState("57014")
    /// 40001: a serialisable order of the transactions could not be found.
    public static let serializationFailure = SQLState("40001")
    /// 40P01: this transaction was chosen to break a deadlock.
    public static let deadlockDetected = SQLState("40P01")
    /// 55P03: a lock was not free and the statement was told not to wait longer.
    public static let lockNotAvailable = SQLState("55P03")
    /// 42P01: there is no such table in the search path.
    public static let undefinedTable = SQLState("42P01")
    /// 53300: the server has no connection left, or none for this role.
    public static let tooManyConnections = SQLState("53300")
    /// 53100: the server's disk is full.
    public static let diskFull = SQLState("53100")
    /// 28P01: the password is wrong.
    public static let invalidPassword = SQLState("28P01")
    /// 3D000: there is no such database.
    public static let invalidCatalogName = SQLState("3D000")
    /// 57P01: the server ended the connection.
    public static let adminShutdown = SQLState("57P01")

    /// 23514: a check of the table forbids the row.
    public static let checkViolation = SQLState("23514")
    /// 22023: a function was given a value that it does not take; also a role that does not exist.
    public static let invalidParameterValue = SQLState("22023")

    /// 25006: the server takes no writes, as a standby does.
    public static let readOnlyTransaction = SQLState("25006")

    static let invalidStatementName = SQLState("26000")
    static let featureNotSupported = SQLState("0A000")
    static let crashShutdown = SQLState("57P02")
    static let cannotConnectNow = SQLState("57P03")

    /// The first two characters: `SQLState.Class.integrityConstraintViolation ~= state` holds for every `23…` state.
    ///
    /// ```swift
    /// let state = SQLState("23514")
    /// switch state {
    /// case .uniqueViolation: print("there is such a row already")
    /// case SQLState.Class.integrityConstraintViolation: print("a constraint forbids it")
    /// default: print(state)
    /// }
    /// ```
    public struct Class: Sendable, Hashable {
        /// Two digits or upper-case letters.
        public let prefix: String

        /// 08: the connection failed.
        public static let connectionException = Class(prefix: "08")
        /// 22: a value does not fit.
        public static let dataException = Class(prefix: "22")
        /// 23: a constraint was violated.
        public static let integrityConstraintViolation = Class(prefix: "23")
        /// 28: the login was refused.
        public static let invalidAuthorization = Class(prefix: "28")
        /// 40: the transaction was rolled back and may be done again.
        public static let transactionRollback = Class(prefix: "40")
        /// 53: the server lacks disk, memory or connections.
        public static let insufficientResources = Class(prefix: "53")
        /// 57: somebody intervened, or the server shuts down.
        public static let operatorIntervention = Class(prefix: "57")

        /// - Parameter prefix: two digits or upper-case letters.
        public init(prefix: String) {
            self.prefix = prefix
        }

        /// Whether the state is of this class, so that a class can stand in a `case`.
        public static func ~= (pattern: Class, state: SQLState) -> Bool {
            state.code.hasPrefix(pattern.prefix)
        }
    }
}
