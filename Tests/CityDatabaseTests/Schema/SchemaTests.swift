import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

@Suite("Schema")
struct SchemaTests {
    @Test("a city is no demo until a superuser marks it, and then it is one for every role")
    func demo() async throws {
        let city = try await TestCity.make()
        #expect(try await !city.database.isDemo())
        await #expect(throws: PostgresError.self) { try await Schema(city.database).markDemo() }
        let superuser = city.superuser
        defer { superuser.close() }
        let schema = Schema(CityDatabase(.medan, superuser))
        #expect(try await schema.markDemo())
        #expect(try await !schema.markDemo())
        #expect(try await city.database.isDemo())
    }

    @Test("a migrated city is current, and migrating again applies nothing")
    func migratesOnce() async throws {
        let city = try await TestCity.make()
        let schema = Schema(city.database)
        #expect(try await schema.migrate().isEmpty)
        let status = try await schema.status()
        #expect(status.count == SchemaFile.all.count)
        #expect(status.allSatisfy { $0.state == .applied })
        try await schema.requireCurrent(as: .worker)
    }

    @Test("every catalog check passes, and each explains itself")
    func checksPass() async throws {
        let city = try await TestCity.make()
        let catalog = CatalogCheck(city.database)
        #expect(try await catalog.findings() == [])
        for name in CatalogCheck.names {
            let explanation = catalog.explanation(of: name)
            #expect(explanation.english.contains("Why: ") && explanation.english.contains("Mend: "), "\(name)")
            #expect(!(explanation.english + explanation.indonesian).contains("{city}"), "\(name)")
        }
    }

    @Test("a check reports each finding with object and problem")
    func finding() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql("set role medan_owner; alter table person no force row level security")
        let problem = "row level security is not enabled and forced"
        let findings = try await CatalogCheck(city.database).findings()
        #expect(findings.first == CatalogCheck.Finding(check: "rls_not_forced", object: "person", problem: problem))
        #expect(findings.dropFirst().map(\.object) == ["table person"])
    }

    // Within a group they run one after another: they share a city, and a hole that locks a table would wait for
    // another's, or deadlock with it. Holes of roles, which belong to the whole server, form a group.
    @Test("a hole makes its own check fail, and no other", arguments: Self.groups.indices)
    func checksFail(_ group: Int) async throws {
        let city = try await TestCity.make(connections: 1)
        let superuser = city.superuser
        for (check, hole) in Self.groups[group] {
            let findings = try await Self.findings(hole, city, superuser)
                // A table that a hole makes is also a table that nobody audits.
                .filter { $0.check == check || !$0.problem.hasPrefix("has no trigger audit_") }
            #expect(Set(findings.map(\.check)) == [check], "\(hole): \(findings)")
            for finding in findings where !Self.international.contains(finding.problem) {
                #expect(finding.wording.indonesian != finding.problem, "\(check): \(finding.problem)")
            }
        }
        superuser.close()
    }

    /// The same word in both languages.
    private static let international: Set = ["restrictive"]

    private static let groups: [[(check: String, hole: String)]] = {
        let all = (Array(tableHoles) + Array(loginHoles) + Array(personHoles))
            .flatMap { check, statements in statements.map { (check, $0) } }
        let ofRoles = all.filter { $0.1.contains(/(create|alter|drop) role|grant (medan|pg|hole)_?|owner to|database/) }
        let others = all.filter { hole in !ofRoles.contains { $0.1 == hole.1 } }
        let parts = (0..<3).map { part in others.enumerated().filter { $0.offset % 3 == part }.map(\.element) }
        return [ofRoles] + parts
    }()

    /// Everything that all checks find with a hole that is never committed: a bad role would fail the checks of other
    /// suites.
    private static func findings(
        _ hole: String,
        _ city: TestCity,
        _ superuser: Database
    ) async throws -> [CatalogCheck.Finding] {
        let scope = Scope(role: "medan_owner", searchPath: ["medan", "pg_temp"])
        let rolledBack = await #expect(throws: RolledBack.self, "\(hole)") {
            try await superuser.transaction(as: scope) { tx -> Void in
                try tx.run(
                    SQLScript(
                        name: "hole",
                        uncheckedText: SchemaFile.bound(hole).naming(.medan).replacing("{database}", with: city.name)
                    )
                )
                try tx.execute("set local role medan_owner")
                throw RolledBack(findings: try await CatalogCheck(city.database).findings(&tx))
            }
        }
        return try #require(rolledBack?.findings)
    }

    @Test("every check has a hole that it finds")
    func everyCheckIsTested() {
        // A statement within a transaction cannot prepare it; `CityPlaceTests` does.
        let elsewhere: Set = ["transaction_prepared"]
        let holed = Set((Array(tableHoles) + Array(loginHoles) + Array(personHoles)).map(\.key)).union(elsewhere)
        #expect(holed == Set(SchemaFile.checks.map(\.name)))
    }

    private struct RolledBack: Error {
        let findings: [CatalogCheck.Finding]
    }

    @Test("a migration that changed after it was applied is an error that names it, and so is one that is missing")
    func changedMigration() async throws {
        let city = try await TestCity.make()
        let index = try #require(SchemaFile.all.firstIndex { $0.path == "migrations/0003_create_people.sql" })
        var files = SchemaFile.all
        files[index] = SchemaFile(kind: .migration, path: files[index].path, text: files[index].text + "-- more\n")
        let changed = Schema(city.database, files: files)
        #expect(try await changed.status().filter { $0.state == .changed }.map(\.path) == [files[index].path])
        let error = await #expect(throws: CityError.self) { try await changed.migrate() }
        #expect(error == CityError(.schemaFileChanged, ["file": "migrations/0003_create_people.sql"]))

        files.remove(at: index)
        let missing = await #expect(throws: CityError.self) { try await Schema(city.database, files: files).migrate() }
        #expect(missing == CityError(.schemaFileMissing, ["file": "migrations/0003_create_people.sql"]))
    }

    @Test("a repeatable file is applied again when it changed")
    func changedRoutine() async throws {
        let city = try await TestCity.make()
        let index = try #require(SchemaFile.all.firstIndex { $0.path == "reference/setting.csv" })
        var files = SchemaFile.all
        let text = files[index].text.split(separator: ",3,").joined(separator: ",4,")
        files[index] = SchemaFile(kind: .reference, path: files[index].path, text: text)
        let schema = Schema(city.database, files: files)
        #expect(try await schema.status().filter { $0.state == .pending }.map(\.path) == ["reference/setting.csv"])
        #expect(try await schema.migrate() == ["reference/setting.csv"])
        #expect(try await city.psql("select distinct value from setting where name = 'assessment_years'") == "4\n")
    }

    @Test("a migration that fails half-way leaves nothing, and says where it failed")
    func failingMigration() async throws {
        let city = try await TestCity.make()
        let text = "create table half (a integer);\n\nselect no_such_function();\n"
        let files = SchemaFile.all + [SchemaFile(kind: .migration, path: "migrations/9999_break.sql", text: text)]
        let error = await #expect(throws: CityError.self) { try await Schema(city.database, files: files).migrate() }
        #expect(error?.code == .schemaFileRefused && error?.arguments["file"] == "migrations/9999_break.sql:3")
        #expect(try await city.psql("select to_regclass('half') is null") == "t\n")
        #expect(try await Schema(city.database).status().allSatisfy { $0.state == .applied })
    }

    @Test("two migrations at once take turns: each file is applied once")
    func concurrentMigrations() async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = TestServer.shared.superuser(name, limit: 8)
        let schema = Schema(CityDatabase(.medan, database))
        async let first = schema.create()
        async let second = schema.create()
        let applied = try await first + second
        #expect(applied.sorted() == SchemaFile.all.map(\.path).sorted())
        database.close()
    }

    @Test("a program refuses a database that is not at its version")
    func outdatedSchema() async throws {
        let city = try await TestCity.make()
        let files = SchemaFile.all + [SchemaFile(kind: .migration, path: "migrations/9999_new.sql", text: "select 1")]
        await #expect(throws: CityError.self) {
            try await Schema(city.database, files: files).requireCurrent(as: .worker)
        }
    }
}
