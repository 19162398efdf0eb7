import CSV
import Foundation
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

@Suite("sql/schema.sql, sql/catalog.csv and sql/made.csv")
struct SchemaDumpTests {
    /// `make schema` writes both. In review, the dump shows what a migration changes.
    @Test("the first is the dump of a migrated city")
    func dump() async throws {
        let city = try await TestCity.make()
        let result = try await Program(path: "/usr/bin/pg_dump")
            .run([
                "--schema-only", "--schema", "medan", "--dbname", city.uri(user: "mutasi_super"),
            ])
        #expect(result.status == 0, "\(result.standardError)")
        let dump =
            result.standardOutput.split(separator: "\n", omittingEmptySubsequences: false)
            .filter {
                !$0.isEmpty && !$0.hasPrefix("--") && !$0.hasPrefix("SET ") && !$0.hasPrefix("SELECT pg_catalog.")
            }
            .filter { !$0.hasPrefix("\\") }
            .joined(separator: "\n") + "\n"
        try expect(dump, is: "schema.sql")
    }

    @Test("the second is the catalog of a migrated city")
    func catalog() async throws {
        let city = try await TestCity.make()
        let catalog = try await city.database.transaction(as: .owner) { tx in try SchemaCatalog(of: .medan, &tx) }
        try expect(catalog.csv, is: "catalog.csv")
    }

    /// A later version drops objects that are in the list and not in its own catalog. So nothing ever leaves the list.
    @Test(
        "the third names every function, trigger, policy and view of a migrated city, besides those of older versions"
    )
    func everMade() async throws {
        let city = try await TestCity.make()
        let catalog = try await city.database.transaction(as: .owner) { tx in try SchemaCatalog(of: .medan, &tx) }
        let made = catalog.hashes.keys.filter { FormerObjects.kinds.contains($0.kind) }
        let lines = FormerObjects.everMade.union(made).sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
            .map { CSVWriter.line([$0.kind, $0.name]) }
        try expect((["kind,object"] + lines).joined(separator: "\n") + "\n", is: "made.csv")
    }

    private func expect(_ text: String, is name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../sql/\(name)")
        if ProcessInfo.processInfo.environment["MUTASI_WRITE_SCHEMA"] != nil {
            try Data(text.utf8).write(to: file)
        }
        let known = try String(contentsOf: file, encoding: .utf8)
        #expect(text == known, "run 'make schema' and review what it changes")
    }
}
