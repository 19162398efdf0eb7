import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

/// Obstacles to a city on a server. The server is the suite's own: other cities' roles would be found by all tests.
@Suite("The place of a city", .timeLimit(.minutes(10)))
struct CityPlaceTests {
    @Test(
        "a name is not valid if it is the server's, or makes one city's role look like another's",
        arguments: [
            "", "Medan", "1medan", "medan-kota", "pg_x", "postgres", "public", "information_schema", "medan_agency",
            "medan_agency_5", "medan_agency_5_x", "medan_backup", "medan_admin", "medan_pool", "medan_definer",
            "a123456789012345678901234567890x",
        ]
    )
    func names(_ name: String) {
        #expect(City(name) == nil)
    }

    @Test(
        "names that only begin like these are valid",
        arguments: ["medan", "binjai", "kota_2", "pgx", "publicity", "backup", "agency", "medan_adminkota"]
    )
    func otherNames(_ name: String) {
        #expect(City(name)?.name == name)
    }

    @Test("every role of roles.sql has its word among those with which no city's name may end")
    func roleWords() {
        let made = SchemaFile.roles.matches(of: /\{city\}_([a-z]+)/).map { String($0.1) }
        #expect(made.count > 20)
        #expect(Set(made).subtracting(City.roleWords).isSubset(of: ["refuse"]))
    }

    private static func database(_ server: ScratchServer, _ name: String) async throws -> Database {
        try await server.run("create database \(name)")
        return Database(ConnectionOptions(uri: server.uri(database: name)), limits: PoolLimits(maximum: 2))
    }

    @Test("a database that holds a city takes no second one, and one that holds two is found")
    func secondCity() async throws {
        try await ScratchServer.with { server in
            let database = try await Self.database(server, "one")
            let medan = Schema(CityDatabase(.medan, database))
            try await medan.create()
            let other = CityDatabase(try #require(City("binjai")), database)
            let refused = await #expect(throws: CityError.self) { try await Schema(other).create() }
            #expect(refused == CityError(.databaseCityOther, ["other": "medan", "city": "binjai"]))
            #expect(try await server.run("select count(*) from pg_roles where rolname ~ '^binjai'") == "0\n")

            // Made by an earlier version.
            try await server.run(
                "create role binjai_owner; create role binjai_backup; create schema binjai authorization binjai_owner",
                database: "one"
            )
            #expect(
                try await CatalogCheck(CityDatabase(.medan, database)).findings()
                    == [
                        CatalogCheck.Finding(
                            check: "backup_reaches_city",
                            object: "binjai",
                            problem: "is another city in this database: medan_backup reads it"
                        )
                    ]
            )
            try await medan.create()
            database.close()

            let own = try await Self.database(server, "two")
            try await Schema(CityDatabase(other.identity, own)).create()
            #expect(try await CatalogCheck(CityDatabase(other.identity, own)).findings() == [])
            own.close()
        }
    }

    @Test("beside a city whose roles look like an agency's logins none is made, and no login takes such a role over")
    func lookalikes() async throws {
        try await ScratchServer.with { server in
            // A city of this name could once be made; its backup role reads everything there.
            try await server.run(
                """
                create role medan_agency_1_owner; create role medan_agency_1_definer createrole; \
                create role medan_agency_1_backup bypassrls in role pg_read_all_data
                """
            )
            let database = try await Self.database(server, "one")
            let city = CityDatabase(.medan, database)
            let refused = await #expect(throws: CityError.self) { try await Schema(city).create() }
            #expect(refused == CityError(.databaseServerShared, ["other": "medan_agency_1", "city": "medan"]))

            // Without the others nothing shows that it belongs to a city.
            try await server.run("drop role medan_agency_1_owner")
            try await Schema(city).create()
            let code = try #require(AgencyCode("dinkes"))
            _ = try await Agencies(city).add([AgencyDefinition(code: code, name: "D", shortName: "D", kind: "dinas")])
            let attributes = """
                select rolcanlogin, rolbypassrls, rolpassword is null from pg_authid
                where rolname ~ '^medan_agency_1_(backup|definer)' order by rolname
                """
            let before = try await server.run(attributes)
            for label in ["backup", "definer"] {
                let taken = await #expect(throws: CityError.self) {
                    try await AgencyLogins(city)
                        .add(label, to: code, .password, validThrough: nil, connectionLimit: 1)
                }
                #expect(taken == CityError(.loginRoleTaken, ["role": "medan_agency_1_\(label)"]))
            }
            #expect(try await server.run(attributes) == before)
            #expect(try await AgencyLogins(city).list(in: .city).isEmpty)
            database.close()
        }
    }

    @Test("a prepared transaction, which outlives its session, is found")
    func preparedTransaction() async throws {
        try await ScratchServer.with(settings: ["max_prepared_transactions": "1"]) { server in
            let database = try await Self.database(server, "one")
            let city = CityDatabase(.medan, database)
            try await Schema(city).create()
            #expect(try await CatalogCheck(city).findings() == [])
            let statements = Program(path: "/usr/bin/psql")
            let uri = server.uri(database: "one")
            let prepared = try await statements.run([
                "-X", "-q", "-d", uri, "-c", "begin", "-c", "select pg_advisory_xact_lock(1)", "-c",
                "prepare transaction 'evil'",
            ])
            #expect(prepared.status == 0, "\(prepared.standardError)")
            let problem = "was prepared by mutasi_super and holds its locks"
            #expect(
                try await CatalogCheck(city).findings()
                    == [
                        CatalogCheck.Finding(
                            check: "transaction_prepared",
                            object: "transaction evil",
                            problem: problem
                        )
                    ]
            )
            database.close()
        }
    }
}
