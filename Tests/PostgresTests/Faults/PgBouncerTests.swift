import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: through PgBouncer in transaction mode", .timeLimit(.minutes(20)))
struct PgBouncerTests {
    private func stage(_ body: (ScratchServer, PgBouncer) async throws -> Void) async throws {
        try await ScratchServer.with { server in
            try await PgBouncer.with(server: server.directory) { bouncer in try await body(server, bouncer) }
        }
    }

    @Test("many clients at once share two connections to the server")
    func many() async throws {
        try await stage { server, bouncer in
            try await server.run("create table worked (n int)")
            let database = Database.at(bouncer.uri(), maximum: 20, mode: .unnamed)
            let pids = try await withThrowingTaskGroup(of: Int32.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await database.transaction(as: .login) { tx in
                            try tx.execute("insert into worked values (\(number))")
                            return try tx.one("select pg_backend_pid()", as: Int32.self)
                        }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect((1...2).contains(pids.count))
            #expect(try await server.run("select count(distinct n) from worked") == "200\n")
            database.close()
        }
    }

    @Test("role, search path and settings of one client are not seen by another on the same connection")
    func scope() async throws {
        try await ScratchServer.with { server in
            try await server.run("create schema north; create role clerk_1; create role clerk_2")
            try await PgBouncer.with(server: server.directory, poolSize: 1) { bouncer in
                let databases = (0..<3).map { Database.at(bouncer.uri(), application: "client \($0)", mode: .unnamed) }
                for round in 0..<10 {
                    let own = 1 + round % 2
                    let scope = Scope(
                        role: Identifier("clerk_\(own)"),
                        searchPath: ["north"],
                        settings: [Scope.Setting("app.agency", round)]
                    )
                    let inside = try await databases[own].transaction(as: scope) { tx in try Self.facts(&tx) }
                    #expect(inside == ["clerk_\(own)", "north", "\(round)"])
                    let outside = try await databases[0].transaction(as: .login) { tx in try Self.facts(&tx) }
                    #expect(outside == [LocalServer.superuser, #""$user", public"#, ""])
                }
                for database in databases { database.close() }
            }
        }
    }

    private static func facts(_ tx: inout Transaction) throws(PostgresError) -> [String] {
        let facts = try tx.one(
            """
            select current_user::text, current_setting('search_path'),
            coalesce(current_setting('app.agency', true), '')
            """,
            as: (String, String, String).self
        )
        return [facts.0, facts.1, facts.2]
    }

    @Test("statements are never prepared by name, however often they run")
    func unnamed() async throws {
        try await stage { _, bouncer in
            let database = Database.at(bouncer.uri(), maximum: 4, mode: .unnamed)
            for number in 0..<10 {
                try await database.transaction(as: .login) { tx in
                    for _ in 0..<5 {
                        let same = try tx.one("select \(number)", as: Int.self)
                        #expect(same == number)
                    }
                    let prepared = try tx.one("select count(*) from pg_prepared_statements", as: Int.self)
                    #expect(prepared == 0)
                }
            }
            database.close()
        }
    }

    @Test("a cancelled statement stops on the server, and its neighbours do not")
    func cancelled() async throws {
        try await stage { server, bouncer in
            let database = Database.at(bouncer.uri(), application: "pooled", mode: .unnamed)
            let neighbour = Database.at(bouncer.uri(), application: "neighbour", mode: .unnamed)
            let watch = Watch(database: server.superuser())
            let (held, gate) = (Gate(), Gate())
            let other = Task {
                try await neighbour.transaction(as: .login) { tx in
                    try tx.execute("select 1")
                    held.open()
                    await gate.pass()
                    return try tx.one("select 1", as: Int.self)
                }
            }
            await held.pass()
            let task = Task {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                    try tx.execute("select pg_sleep(250)")
                }
            }
            _ = try await watch.pid(of: "pooled", running: "pg_sleep(250)")
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.name == "cancelled")
            try await watch.until(
                """
                select not exists (select from pg_stat_activity
                where position('pg_sleep(250)' in query) > 0 and state = 'active' and pid <> pg_backend_pid())
                """
            )
            gate.open()
            #expect(try await other.value == 1)
            _ = try await database.pid()
            database.close()
            neighbour.close()
            watch.database.close()
        }
    }

    @Test("a failed statement and a rollback leave nothing to the next client")
    func failed() async throws {
        try await ScratchServer.with { server in
            try await server.run("create table kept (n int)")
            try await PgBouncer.with(server: server.directory, poolSize: 1) { bouncer in
                let database = Database.at(bouncer.uri(), mode: .unnamed)
                let other = Database.at(bouncer.uri(), mode: .unnamed)
                for _ in 0..<3 {
                    let error = await #expect(throws: PostgresError.self) {
                        try await database.transaction(as: .login) { tx in
                            try tx.execute("insert into kept values (1)")
                            try tx.execute("select 1 / 0")
                        }
                    }
                    #expect(error?.sqlState == SQLState("22012"))
                    let rows = try await other.transaction(as: .login) { tx in
                        try tx.one("select count(*) from kept", as: Int.self)
                    }
                    #expect(rows == 0)
                }
                database.close()
                other.close()
            }
        }
    }

    @Test("a restart of the server behind it loses the work under way and nothing else")
    func restarted() async throws {
        try await stage { server, bouncer in
            let database = Database.at(bouncer.uri(), application: "pooled", mode: .unnamed)
            let task = Task {
                try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(250)") }
            }
            let watch = Watch(database: server.superuser())
            _ = try await watch.pid(of: "pooled", running: "pg_sleep(250)")
            try await server.restart()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.poisonsConnection == true && error?.isUnavailable == true)
            _ = try await database.pid()
            database.close()
            watch.database.close()
        }
    }
}
