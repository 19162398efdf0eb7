/// The five-character code that PostgreSQL attaches to every error (manual, appendix A).
public struct SQLState: Sendable, Hashable, CustomStringConvertible {
    public let code: String

    public init(_ code: String) {
        self.code = code
    }

    public var description: String { code }

    public static let insufficientPrivilege = SQLState("42501")
    public static let uniqueViolation = SQLState("23505")
    public static let queryCanceled = SQLState("57014")
    public static let serializationFailure = SQLState("40001")
    public static let deadlockDetected = SQLState("40P01")
    public static let lockNotAvailable = SQLState("55P03")
    public static let undefinedTable = SQLState("42P01")

    /// The first two characters; `case .integrityConstraintViolation` catches every `23…` state.
    public struct Class: Sendable, Hashable {
        public let prefix: String

        public static let connectionException = Class(prefix: "08")
        public static let integrityConstraintViolation = Class(prefix: "23")
        public static let invalidAuthorization = Class(prefix: "28")
        public static let transactionRollback = Class(prefix: "40")
        public static let insufficientResources = Class(prefix: "53")
        public static let operatorIntervention = Class(prefix: "57")
    }

    public static func ~= (pattern: Class, state: SQLState) -> Bool {
        state.code.hasPrefix(pattern.prefix)
    }
}
