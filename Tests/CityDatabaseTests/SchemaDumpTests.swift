import CityDatabase
import Foundation
import TestSupport
import Testing

@Suite("sql/schema.sql")
struct SchemaDumpTests {
    /// `make schema` writes it; review shows by it what a migration changes.
    @Test("is the dump of a migrated city")
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
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql/schema.sql")
        if ProcessInfo.processInfo.environment["MUTASI_WRITE_SCHEMA"] != nil {
            try Data(dump.utf8).write(to: file)
        }
        let known = try String(contentsOf: file, encoding: .utf8)
        #expect(dump == known, "run 'make schema' and review what it changes")
    }
}
