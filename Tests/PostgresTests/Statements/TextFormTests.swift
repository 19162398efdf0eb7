import LocalServer
import Postgres
import TestSupport
import Testing

/// Settings of server, database and role that change what the server's own texts look like.
@Suite("Text forms", .timeLimit(.minutes(5)))
struct TextFormTests {
    private static let rendered: SQL = """
        select concat_ws(
            ' ', date '2026-02-01', timestamptz '2026-02-01 12:00+00', daterange('2026-02-01', '2026-03-01'),
            interval '1 day 02:00', 0.1::float8 + 0.2::float8, '\\x00ff'::bytea, to_jsonb(timestamptz '2026-02-01 12:00+00'),
            to_char(date '2026-02-01', 'TMMonth'), to_char(1234.5, '9G999D9'), quote_ident('plain'), 1234.5::money,
            array[null]::text[]
        )
        """
    private static let expected = """
        2026-02-01 2026-02-01 19:00:00+07 [2026-02-01,2026-03-01) 1 day 02:00:00 0.30000000000000004 \\x00ff \
        "2026-02-01T19:00:00+07:00" February  1,234.5 plain $1,234.50 {NULL}
        """

    private func rendered(_ database: Database, readOnly: Bool = false) async throws -> String {
        try await database.transaction(as: .login, options: TransactionOptions(readOnly: readOnly)) { tx in
            try tx.one(Self.rendered, as: String.self)
        }
    }

    private func hostile(_ server: ScratchServer) async throws {
        for setting in HostileSettings.all { try await server.run("alter database postgres set \(setting)") }
        try await server.run("alter role \(LocalServer.superuser) set datestyle = 'SQL, DMY'")
    }

    private func options(_ uri: String, _ mode: ConnectionOptions.StatementMode = .prepared) -> ConnectionOptions {
        ConnectionOptions(uri: uri, statementMode: mode, timeZone: "Asia/Jakarta")
    }

    @Test("are the same whatever database and role are set to, also after a rollback, a lost connection and a reset")
    func pinned() async throws {
        try await ScratchServer.with { server in
            try await hostile(server)
            let database = Database(options(server.uri()), limits: PoolLimits(maximum: 1))
            struct Failure: Error {}
            await #expect(throws: Failure.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.execute("select 1")
                    throw Failure()
                }
            }
            #expect(try await rendered(database) == Self.expected)
            #expect(try await rendered(database, readOnly: true) == Self.expected)
            try await server.run(
                """
                select pg_terminate_backend(pid, 10000) from pg_stat_activity
                where pid <> pg_backend_pid() and datname is not null
                """
            )
            #expect(try await rendered(database) == Self.expected)
            try await database.transaction(as: .login) { tx in try tx.execute("reset datestyle") }
            #expect(try await rendered(database) == Self.expected)
            database.close()
        }
    }

    @Test("are the same through a pooler in transaction mode, and another client's are its own")
    func pooled() async throws {
        try await ScratchServer.with { server in
            try await hostile(server)
            try await PgBouncer.with(server: server.directory, poolSize: 1) { bouncer in
                let database = Database(options(bouncer.uri(), .unnamed), limits: PoolLimits(maximum: 4))
                for _ in 0..<3 {
                    #expect(try await rendered(database) == Self.expected)
                    let others = try await TestServer.shared.psql("select date '2026-02-01'", uri: bouncer.uri())
                    #expect(others == "01/02/2026\n")
                }
                database.close()
            }
        }
    }
}
