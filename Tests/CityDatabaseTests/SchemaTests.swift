import Postgres
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Schema")
struct SchemaTests {
    @Test("a migrated city is current, and migrating again applies nothing")
    func migratesOnce() async throws {
        let city = try await TestCity.make()
        let schema = Schema(city.city)
        #expect(try await schema.migrate().isEmpty)
        let status = try await schema.status()
        #expect(status.count == SchemaFile.all.count)
        #expect(status.allSatisfy { $0.state == .applied })
        try await schema.requireCurrent(as: .worker)
    }

    @Test("every catalog check passes, and each explains itself")
    func checksPass() async throws {
        let city = try await TestCity.make()
        #expect(try await CatalogCheck(city.city).findings() == [])
        for name in CatalogCheck.names {
            let explanation = CatalogCheck.explanation(of: name)
            #expect(explanation.contains("Why: ") && explanation.contains("Mend: "), "\(name)")
        }
    }

    @Test(
        "a hole makes its own check fail",
        arguments: [
            ("rls_not_forced", "create table hole (a integer)"),
            ("policy_too_wide", "create policy hole on person for select to public using (agency_id = 1)"),
            ("tenant_policy_open", "create policy hole on person for select to medan_agency using (true)"),
            ("grant_too_wide", "grant truncate on person to medan_agency"),
            ("function_path_open", "create function hole() returns integer language sql as 'select 1'"),
            ("database_open", "reset role; grant temporary on database current to public"),
            ("key_without_agency", "create index hole on person (nip)"),
        ]
    )
    func checkFails(_ name: String, _ hole: String) async throws {
        let city = try await TestCity.make()
        _ = try city.psql("set role medan_owner; \(hole.replacing("current", with: city.name))")
        #expect(Set(try await CatalogCheck(city.city).findings().map(\.check)) == [name])
    }

    @Test("a migration that changed after it was applied is an error that names it, and so is one that is missing")
    func changedMigration() async throws {
        let city = try await TestCity.make()
        let index = try #require(SchemaFile.all.firstIndex { $0.path == "migrations/0003_create_people.sql" })
        var files = SchemaFile.all
        files[index] = SchemaFile(kind: .migration, path: files[index].path, text: files[index].text + "-- more\n")
        let changed = Schema(city.city, files: files)
        #expect(try await changed.status().filter { $0.state == .changed }.map(\.path) == [files[index].path])
        let error = await #expect(throws: CityError.self) { try await changed.migrate() }
        #expect(error?.message == "migrations/0003_create_people.sql changed after it was applied")

        files.remove(at: index)
        let missing = await #expect(throws: CityError.self) { try await Schema(city.city, files: files).migrate() }
        #expect(missing?.message == "migrations/0003_create_people.sql is missing after it was applied")
    }

    @Test("a repeatable file is applied again when it changed")
    func changedRoutine() async throws {
        let city = try await TestCity.make()
        let index = try #require(SchemaFile.all.firstIndex { $0.path == "reference/setting.csv" })
        var files = SchemaFile.all
        let text = files[index].text.split(separator: ",3,").joined(separator: ",4,")
        files[index] = SchemaFile(kind: .reference, path: files[index].path, text: text)
        let schema = Schema(city.city, files: files)
        #expect(try await schema.status().filter { $0.state == .pending }.map(\.path) == ["reference/setting.csv"])
        #expect(try await schema.migrate() == ["reference/setting.csv"])
        #expect(try city.psql("select value from setting where name = 'assessment_years'") == "4\n")
    }

    @Test("a migration that fails half-way leaves nothing, and says where it failed")
    func failingMigration() async throws {
        let city = try await TestCity.make()
        let text = "create table half (a integer);\n\nselect no_such_function();\n"
        let files = SchemaFile.all + [SchemaFile(kind: .migration, path: "migrations/9999_break.sql", text: text)]
        let error = await #expect(throws: CityError.self) { try await Schema(city.city, files: files).migrate() }
        #expect(error?.message.hasPrefix("sql/migrations/9999_break.sql:3: ") == true)
        #expect(try city.psql("select to_regclass('half') is null") == "t\n")
        #expect(try await Schema(city.city).status().allSatisfy { $0.state == .applied })
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
        await #expect(throws: CityError.self) { try await Schema(city.city, files: files).requireCurrent(as: .worker) }
    }
}
