import Postgres
public import Texts

/// What is wrong with a city's database: the lints of `sql/checks`, each a query over the live catalog that must return
/// nothing; and everything in the catalog and in reference data that differs from what the program carries.
public struct CatalogCheck: Sendable {
    public struct Finding: Sendable, Hashable {
        /// The file's name, `rls_not_forced`; or `catalog_differs`, `reference_differs`.
        public let check: String
        public let object: String
        /// In English, as the statement says it.
        public let problem: String

        /// The problem; in English twice where the catalogue lacks it.
        public var wording: Wording {
            let known = TextCatalogue.findings.wording(ofEnglish: problem) { $0.hasPrefix("problem.") }
            return known ?? Wording(problem)
        }
    }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Names of all checks.
    public static var names: [String] {
        SchemaFile.checks.map(\.name) + [Self.catalogDiffers, Self.referenceDiffers]
    }

    /// Why a check is made, and how to mend what it finds, in two lines.
    public func explanation(of check: String) -> Wording {
        TextCatalogue.checks.wording(check, among: ["city": .text(city.identity.name)])
    }

    /// The header of a check's file, which is the English text of it.
    static func header(of check: String) -> String {
        let text =
            switch check {
            case Self.catalogDiffers: SchemaFile.catalogQuery
            case Self.referenceDiffers: ReferenceTable.explanation
            default: SchemaFile.checks.first { $0.name == check }?.text ?? ""
            }
        return text.split(separator: "\n").prefix { $0.hasPrefix("--") }
            .map { $0.drop { $0 == "-" || $0 == " " } }
            .joined(separator: " ")
    }

    /// - Throws: `CityError` where the schema is older than the checks, some of which call functions of it.
    public func findings() async throws -> [Finding] {
        do {
            return try await city.transaction(as: .owner, options: TransactionOptions(readOnly: true)) { tx in
                let findings = try await self.findings(&tx)
                let reference = try ReferenceTable.carried.flatMap { try $0.differences(&tx) } + RuleSets.problems(&tx)
                let objects = try SchemaCatalog(of: self.city.identity, &tx).differences(from: .carried)
                return findings + Self.findings(of: objects)
                    + reference.map { Finding(check: Self.referenceDiffers, object: $0.object, problem: $0.problem) }
            }
        } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
            let isCurrent = try await Schema(city).status().allSatisfy { $0.state == .applied }
            guard !isCurrent else { throw error }
            throw CityError(.schemaChecksNewer)
        }
    }

    /// Findings of the lints only, in a transaction that has the city first in its search path, and may read what the
    /// owner may read.
    func findings(_ tx: inout Transaction) async throws -> [Finding] {
        try await findings(of: Self.names, in: &tx)
    }

    /// The same, for the named checks.
    func findings(of names: [String], in tx: inout Transaction) async throws -> [Finding] {
        try tx.run(SchemaCatalog.plainText)
        var findings: [Finding] = []
        for check in SchemaFile.checks where names.contains(check.name) {
            let query = SQLScript(name: check.name, uncheckedText: check.text.naming(city.identity))
            do {
                findings += try await tx.savepoint { tx in try tx.all(query, as: (String, String).self) }
                    .map { Finding(check: check.name, object: $0.0, problem: $0.1) }
            } catch let error as PostgresError where error.sqlState.map({ Self.absent.contains($0.code) }) ?? false {
                // It reads something of the city that does not exist.
                let problem = "the check cannot be run: \(error)"
                findings.append(Finding(check: check.name, object: "sql/checks/\(check.name).sql", problem: problem))
            }
        }
        return findings
    }

    // MARK: -

    private static let catalogDiffers = "catalog_differs"
    private static let referenceDiffers = "reference_differs"

    /// Undefined function, undefined table, undefined object (a role).
    private static let absent = ["42883", "42P01", "42704"]

    /// More findings would only repeat that the schema is another one.
    private static let most = 50

    private static func findings(of differences: [SchemaCatalog.Difference]) -> [Finding] {
        let shown = differences.prefix(most)
            .map { difference in
                Finding(
                    check: catalogDiffers,
                    object: "\(difference.object.kind) \(difference.object.name)",
                    problem: difference.change.rawValue + (difference.source.map { "; \($0) makes it" } ?? "")
                )
            }
        guard differences.count > most else { return shown }
        let count = Finding(
            check: catalogDiffers,
            object: "\(differences.count) objects",
            problem: "differ, of which the first \(most) are listed: is the schema of another version?"
        )
        return shown + [count]
    }
}
