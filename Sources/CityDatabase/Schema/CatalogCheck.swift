import Postgres

/// The lints of `sql/checks`: each is a query over the live catalog that must return nothing.
public struct CatalogCheck: Sendable {
    public struct Finding: Sendable, Hashable {
        /// The file's name, `rls_not_forced`.
        public let check: String
        public let object: String
        public let problem: String
    }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Names of all checks.
    public static var names: [String] { SchemaFile.checks.map(\.name) }

    /// The header of a check, with the city's names: why, and how to mend.
    public func explanation(of check: String) -> String {
        let text = SchemaFile.checks.first { $0.name == check }?.text.naming(city.city) ?? ""
        return text.split(separator: "\n").prefix { $0.hasPrefix("--") }
            .map { $0.drop { $0 == "-" || $0 == " " } }
            .joined(separator: "\n")
    }

    /// - Throws: `CityError` where the schema is older than the checks, some of which ask functions of it.
    public func findings() async throws -> [Finding] {
        do {
            return try await city.transaction(as: .owner, options: TransactionOptions(readOnly: true)) { tx in
                try self.findings(&tx)
            }
        } catch let error as PostgresError
            where error.sqlState == SQLState("42883") || error.sqlState == .insufficientPrivilege
        {
            let isCurrent = try await Schema(city).status().allSatisfy { $0.state == .applied }
            guard !isCurrent else { throw error }
            throw CityError(
                .schema,
                "the checks need what this schema lacks: it is not at this program's version",
                hint: "run 'mutasi db init' as a superuser, then check again"
            )
        }
    }

    /// In a transaction that has the city first in its search path, and reads what the owner may.
    func findings(_ tx: inout Transaction) throws -> [Finding] {
        try findings(of: Self.names, in: &tx)
    }

    /// The same, of the checks named.
    func findings(of names: [String], in tx: inout Transaction) throws -> [Finding] {
        var findings: [Finding] = []
        for check in SchemaFile.checks where names.contains(check.name) {
            let query = SQLScript(name: check.name, uncheckedText: check.text.naming(city.city))
            findings += try tx.all(query, as: (String, String).self)
                .map { Finding(check: check.name, object: $0.0, problem: $0.1) }
        }
        return findings
    }
}
