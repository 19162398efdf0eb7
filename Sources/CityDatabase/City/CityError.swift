import Postgres

/// Why the city's data could not be read or changed as asked.
public struct CityError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// The input is wrong.
        case input
        /// What was named does not exist.
        case notFound
        /// What is asked contradicts what is there.
        case conflict
        /// The schema is not the one this program carries.
        case schema
        /// Others hold what is needed, for too long.
        case busy
    }

    public let kind: Kind
    public let message: String
    /// What to do next.
    public let hint: String?

    public init(_ kind: Kind, _ message: String, hint: String? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }

    public var description: String { message }
}

extension CityError {
    /// The database's own rules are worded for people: a refusal by one of them is a conflict, in its words.
    static func refusing<Output>(_ body: () async throws -> Output) async throws -> Output {
        do {
            return try await body()
        } catch let error as PostgresError {
            let refusals: [SQLState] = [SQLState("55000"), SQLState("22023"), .foreignKeyViolation, .checkViolation]
            guard let diagnostic = error.diagnostic, refusals.contains(diagnostic.sqlState) else { throw error }
            guard diagnostic.isRaised else { throw CityError(.conflict, "\(error)", hint: "nothing was changed") }
            let advice = diagnostic.hint.map { "; \($0)" } ?? ""
            throw CityError(.conflict, diagnostic.message, hint: "nothing was changed\(advice)")
        }
    }
}
