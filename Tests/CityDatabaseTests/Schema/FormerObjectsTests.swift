import Postgres
import Synchronization
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Objects that older versions made")
struct FormerObjectsTests {
    private static let overload = """
        create function rating_locks(p_agency_id integer, p_cycle text) returns bigint language sql immutable
            set search_path = pg_catalog, medan, pg_temp as 'select 1::bigint';
        """

    /// A city as an older version left it: a routine with other parameters, which a view used, and a trigger.
    private func landed() async throws -> TestCity {
        let city = try await TestCity.make()
        _ = try await city.psql(
            """
            set role medan_owner; \(Self.overload)
            create function refuse_anything() returns trigger language plpgsql
                set search_path = pg_catalog, medan, pg_temp as 'begin return new; end';
            create trigger refuse_anything before insert on holiday for each row execute function refuse_anything();
            create view lock_list with (security_invoker = true) as select rating_locks(1, 'x') as lock
            """
        )
        return city
    }

    private static let former = FormerObjects(
        objects: [
            .init(kind: "function", name: "rating_locks(integer, text)"),
            .init(kind: "function", name: "refuse_anything()"), .init(kind: "view", name: "lock_list"),
            .init(kind: "trigger", name: "refuse_anything on holiday"),
        ]
    )

    private func drops(of schema: Schema) async throws -> [String] {
        let said = Mutex<[String]>([])
        try await schema.migrate { step in
            guard case .dropped(let object) = step else { return }
            said.withLock { $0.append(object) }
        }
        return said.withLock { $0 }
    }

    @Test("are dropped by the next migration, which says so, in an order in which nothing still needs them")
    func dropped() async throws {
        let city = try await landed()
        #expect(try await CatalogCheck(city.database).findings().contains { $0.object == "view lock_list" })
        let schema = Schema(city.database, files: SchemaFile.all, former: Self.former)
        #expect(
            try await drops(of: schema) == [
                "trigger refuse_anything on holiday", "view lock_list", "function rating_locks(integer, text)",
                "function refuse_anything()",
            ]
        )
        #expect(try await CatalogCheck(city.database).findings() == [])
        #expect(try await drops(of: schema) == [])
    }

    @Test("a function with other parameters is dropped before its file is applied, which names it without them")
    func overload() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql("set role medan_owner; \(Self.overload)")
        let makes = { (file: SchemaFile) in file.kind == .routine && file.text.contains("function rating_locks(") }
        let index = try #require(SchemaFile.all.firstIndex(where: makes))
        var files = SchemaFile.all
        files[index] = SchemaFile(
            kind: .routine,
            path: files[index].path,
            text: files[index].text + "\ngrant execute on function rating_locks to {city}_owner;\n"
        )
        let unknowing = Schema(city.database, files: files, former: FormerObjects(objects: []))
        let refused = await #expect(throws: CityError.self) { try await unknowing.migrate() }
        #expect(refused?.code == .schemaFileRefused && refused?.description.contains("ambiguous function") == true)
        let schema = Schema(city.database, files: files, former: Self.former)
        #expect(try await drops(of: schema) == ["function rating_locks(integer, text)"])
    }

    @Test("objects that no version made stay, and are found; so are objects that something else needs")
    func foreign() async throws {
        let city = try await landed()
        _ = try await city.psql(
            """
            set role medan_owner;
            create function rating_locks(p_agency_id text) returns bigint language sql immutable
                set search_path = pg_catalog, medan, pg_temp as 'select 1::bigint';
            create view hole with (security_invoker = true) as select lock from lock_list
            """
        )
        let schema = Schema(city.database, files: SchemaFile.all, former: Self.former)
        let dropped = try await drops(of: schema)
        #expect(dropped == ["trigger refuse_anything on holiday", "function refuse_anything()"])
        let found = try await CatalogCheck(city.database).findings().filter { $0.check == "catalog_differs" }
        #expect(
            Set(found.map(\.object))
                .isSuperset(of: [
                    "function rating_locks(text)", "function rating_locks(integer, text)", "view hole",
                    "view lock_list",
                ])
        )
    }

    @Test("the list of all objects ever made holds those of the program, and none of these counts as former")
    func list() {
        let carried = SchemaCatalog.carried.hashes.keys.filter { FormerObjects.kinds.contains($0.kind) }
        #expect(FormerObjects.everMade.isSuperset(of: carried))
        #expect(FormerObjects.known.objects.isDisjoint(with: carried))
        #expect(FormerObjects.known.objects.contains { $0.name.hasPrefix("score_appraisals(") })
    }
}
