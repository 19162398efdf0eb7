import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Scope")
struct ScopeTests {
    @Test("role, path and settings hold within the transaction and are gone after, however it ends")
    func scope() async throws {
        struct Failure: Error {}
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            try tx.execute(#"create role "scope ""role""" "#)
            try tx.execute(#"create schema "Scope, schema" "#)
        }
        let scope = Scope(
            role: Identifier(#"scope "role""#),
            searchPath: ["Scope, schema", "pg_temp"],
            settings: [.init("scope_test.agency", -42), .init("scope_test.year", 2026)]
        )
        let state: SQL = """
            select current_user::text, current_setting('search_path'),
            coalesce(current_setting('scope_test.agency', true), ''),
            coalesce(current_setting('scope_test.year', true), ''), pg_backend_pid()
            """
        func read(_ scope: Scope) async throws -> (String, String, String, String, Int32) {
            try await database.transaction(as: scope) { tx in
                try tx.one(state, as: (String, String, String, String, Int32).self)
            }
        }
        let before = try await read(.login)
        for round in 0..<4 {
            let within = try await read(scope)
            #expect(within.0 == #"scope "role""#)
            #expect(within.1 == #""Scope, schema", pg_temp"#)
            #expect(within.2 == "-42" && within.3 == "2026")
            if round > 1 {
                await #expect(throws: (any Error).self) {
                    try await database.transaction(as: scope) { tx in
                        try tx.execute("select 1")
                        throw Failure()
                    }
                }
            }
            let after = try await read(.login)
            #expect(after == before)
        }
        database.close()
    }

    @Test("a role that the login may not take is refused before the statement runs")
    func refused() async throws {
        let server = TestServer.shared.server
        let superuser = TestServer.shared.superuser(limit: 1)
        try await superuser.transaction(as: .login) { tx in
            try tx.execute("drop table if exists refused_role")
            try tx.execute("create table refused_role (n int)")
            try tx.execute("grant all on refused_role to public")
            try tx.execute(
                """
                do $$ begin
                    create role refused_login login password 'refused';
                exception when duplicate_object then null;
                end $$
                """
            )
        }
        let options = ConnectionOptions(uri: server.uri(user: "refused_login") + "&password=refused")
        let database = Database(options, limits: PoolLimits(maximum: 1))
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: Scope(role: "mutasi_super")) { tx in
                try tx.execute("insert into refused_role values (1)")
            }
        }
        #expect(error?.sqlState == .insufficientPrivilege)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select count(*) from refused_role", as: Int.self) == 0)
        }
        database.close()
        superuser.close()
    }
}
