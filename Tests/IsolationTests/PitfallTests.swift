import CityDatabase
import LocalServer
import Postgres
import TestSupport
import Testing

/// Pitfalls that another door than an agency's login shows.
@Suite("Pitfalls", .timeLimit(.minutes(20)))
struct PitfallTests {
    @Test("20: a role whose name only looks like an agency's is bound to none")
    func oddNames() async throws {
        struct Undo: Error {}
        let stage = try await IsolationStage.make()
        let superuser = stage.city.superuser
        let names = [
            "medan_agency_", "medan_agency_\(stage.own.id)x", "xmedan_agency_\(stage.own.id)",
            "medan_agency_1234567890",
            "medan_agency_\(stage.own.id)_",
            "medan_agency_\(stage.own.id)_UPPER", "medan_agency_\(stage.own.id)_a_b", "medan_agency_-1",
            "medan_agency_9900 1",
        ]
        for name in names {
            await #expect(throws: Undo.self, "\(name)") {
                try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { (tx) throws in
                    try tx.execute("create role \(identifier: Identifier(name)) in role medan_agency")
                    try tx.execute("set local session authorization \(identifier: Identifier(name))")
                    #expect(try tx.one("select count(*) from own_person", as: Int.self) == 0, "\(name)")
                    throw Undo()
                }
            }
        }
        // As a login of the agency the same sees three.
        let role = stage.logins[0].role
        try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
            try tx.execute("set local session authorization \(identifier: Identifier(role))")
            #expect(try tx.one("select count(*) from own_person", as: Int.self) == 3)
        }
        superuser.close()
    }

    @Test("21: through a pooler with one connection the next client is the bare login, with nothing set")
    func pooler() async throws {
        let stage = try await IsolationStage.make()
        let server = TestServer.shared.server
        try await PgBouncer.with(server: server.directory, poolSize: 1, users: ["medan_admin"]) { bouncer in
            let uri = bouncer.uri(database: stage.city.name, user: "medan_admin")
            let clients = (0..<2)
                .map { _ in
                    Database(ConnectionOptions(uri: uri, statementMode: .unnamed), limits: PoolLimits(maximum: 1))
                }
            for agency in stage.agencies {
                let seen = try await clients[0]
                    .transaction(as: Principal.agency(agency.id).scope(in: .medan)) { tx in
                        try tx.all("select distinct agency_id from person", as: Int32.self)
                    }
                #expect(seen == [agency.id])
                let (user, setting) = try await clients[1]
                    .transaction(as: .login) { tx in
                        try tx.one(
                            "select current_user::text, coalesce(current_setting('mutasi.agency', true), '')",
                            as: (String, String).self
                        )
                    }
                #expect(user == "medan_admin" && setting.isEmpty)
                let bare = await #expect(throws: PostgresError.self) {
                    try await clients[1]
                        .transaction(as: .login) { tx in try tx.execute("select nip from medan.person") }
                }
                #expect(bare?.sqlState == .insufficientPrivilege)
            }
            for client in clients { client.close() }
        }
    }

    @Test("22: a statement prepared as one agency shows the next one its own rows")
    func preparedStatements() async throws {
        let stage = try await IsolationStage.make()
        let uri = stage.city.uri(user: "medan_admin")
        let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let city = CityDatabase(.medan, database)
        for round in 0..<4 {
            for agency in stage.agencies {
                for _ in 0..<(round == 0 ? 7 : 1) {
                    let seen = try await city.transaction(as: .agency(agency.id)) { tx in
                        try tx.all("select distinct agency_id from person", as: Int32.self)
                    }
                    #expect(seen == [agency.id])
                }
            }
        }
        database.close()
    }

    @Test("29, 33: another agency's keys are free: an insert tells nothing")
    func oracles() async throws {
        let stage = try await IsolationStage.make()
        let (own, foreign) = (stage.own.id, stage.foreign.id)
        try await stage.city.database.transaction(as: .agency(own)) { tx in
            try tx.execute(
                "insert into org_unit (agency_id, siasn_id, name) values (\(own), \("U\(foreign)"), 'the same key')"
            )
            try tx.execute(
                """
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                values (\(own), \(IsolationStage.nip(1)), 'X', '1980-01-01', 'male', 'permanent', '2005-03-01', 'Aktif')
                """
            )
        }
        let count = try await stage.city.psql("select count(*) from person where nip = '\(IsolationStage.nip(1))'")
        #expect(count == "2\n")
    }

    @Test("15: a dump by the backup role has every agency's rows; by any other role it fails loudly")
    func dump() async throws {
        let stage = try await IsolationStage.make()
        let uri = stage.city.uri(user: LocalServer.superuser)
        let file = try SampleFile.write("")
        let dump = Program(path: "/usr/bin/pg_dump")
        for role in ["medan_personnel", "medan_pool", "medan_auditor", "medan_owner", "medan_mover", "medan_agency"] {
            let result = try await dump.run(["-d", uri, "--role", role, "-n", "medan", "-Fc", "-f", file])
            #expect(result.status != 0 && !result.standardError.isEmpty, "\(role)")
        }
        let direct = try await dump.run(
            ["-d", stage.city.uri(user: stage.logins[0].role), "-n", "medan", "-Fc", "-f", file],
            environment: ["PGPASSWORD": stage.logins[0].password ?? ""]
        )
        #expect(direct.status != 0)

        let result = try await dump.run(["-d", uri, "--role", "medan_backup", "-n", "medan", "-Fc", "-f", file])
        #expect(result.status == 0, "\(result.standardError)")
        let copy = try await TestServer.shared.createDatabase()
        try await TestServer.shared.run("create extension btree_gist", database: copy)
        let restored = try await Program(path: "/usr/bin/pg_restore")
            .run(["-d", TestServer.shared.server.uri(database: copy), "--exit-on-error", file])
        #expect(restored.status == 0, "\(restored.standardError)")
        let counts = """
            select string_agg(format('select %L, %s, count(*) from medan.%I group by 2', table_name,
                case when has_agency then 'agency_id' else '0' end, table_name), ' union all ' order by table_name)
            from (
                select c.relname as table_name, exists (
                    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id'
                ) as has_agency
                from pg_class c where c.relnamespace = 'medan'::regnamespace and c.relkind = 'r'
            ) t
            """
        let query = try await stage.city.psql(counts)
        let before = try await stage.city.psql("\(query) order by 1, 2")
        let after = try await TestServer.shared.psql(
            "\(query) order by 1, 2",
            uri: TestServer.shared.server.uri(database: copy)
        )
        #expect(before == after && before.contains("person|\(stage.own.id)|3"))
        // The privileges of a database are not in its dump.
        let database = TestServer.shared.superuser(copy)
        let schema = Schema(CityDatabase(.medan, database))
        try await schema.create()
        #expect(try await CatalogCheck(CityDatabase(.medan, database)).findings() == [])
        database.close()
    }
}
