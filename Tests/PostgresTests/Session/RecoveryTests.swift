import Postgres
import TestSupport
import Testing

/// What a transaction must not do after something went wrong within it.
@Suite("Recovery")
struct RecoveryTests {
    @Test("a part that comes first in its transaction survives a statement that is done anew")
    func part() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            for number in 1...3 { _ = try tx.one("select 142 + \(number)", as: Int.self) }
            // The data layer does not see it.
            try tx.execute("do $$ begin execute 'deallocate all'; end $$")
        }
        try await database.transaction(as: .login) { tx in
            let sum = try await tx.savepoint { part in try part.one("select 142 + \(8)", as: Int.self) }
            #expect(sum == 150)
            try tx.execute("select 1")
        }
        database.close()
    }

    @Test("nothing runs outside of the transaction once it has ended by hand")
    func outside() async throws {
        let server = TestServer.shared
        try await server.run("create table outside (n int4)")
        let database = server.superuser(limit: 1)
        for word: SQL in ["rollback", "commit", "commit and chain"] {
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.execute(word)
                    try tx.execute("insert into outside values (1)")
                }
            }
            #expect(error?.kind.name == "misuse" && error?.wasSent == false)
            let swallowed = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in try tx.execute(word) }
            }
            #expect(swallowed?.kind.name == "misuse")
        }
        let count = try await database.transaction(as: .login) { tx in
            try tx.one("select count(*) from outside", as: Int.self)
        }
        #expect(count == 0)
        database.close()
    }

    @Test("the server keeps no statement that is used no more", arguments: [true, false])
    func abandoned(byServer: Bool) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        // Many more than a connection keeps, each also in a pipeline that has failed before it: there or here.
        for length in 0..<300 {
            try await database.transaction(as: .login) { tx in
                var sql: SQL = "select \(length)"
                for _ in 0..<length { sql = "\(fragment: sql) + 1" }
                for _ in 1...3 { _ = try tx.one(sql, as: Int.self) }
                let other: SQL = "\(fragment: sql) - 1"
                _ = try? await tx.savepoint { part in
                    for _ in 1...2 { _ = try part.one(other, as: Int.self) }
                    if byServer {
                        _ = try part.pipeline(Query.execute("select 1 / 0"), Query.execute(other))
                    } else {
                        _ = try part.pipeline(Query.one("select 'a'", as: Int.self), Query.execute(other))
                    }
                }
            }
        }
        let known = try await database.transaction(as: .login) { tx in
            try tx.one("select count(*) from pg_prepared_statements", as: Int.self)
        }
        #expect(known <= 130)
        database.close()
    }

    @Test("after a statement that the server has lost, it keeps none of which nobody knows")
    func lost() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { tx in
            for number in 1...3 { _ = try tx.one("select 242 + \(number)", as: Int.self) }
            try tx.execute("do $$ begin execute 'deallocate all'; end $$")
            // The server knows this one again, and the first no more.
            for number in 1...3 { _ = try tx.one("select 343 + \(number)", as: Int.self) }
        }
        let known = try await database.transaction(as: .login) { tx in
            for number in 1...3 { _ = try tx.one("select 242 + \(number)", as: Int.self) }
            return try tx.all("select statement from pg_prepared_statements", as: String.self)
        }
        #expect(known == ["select 242 + $1"])
        database.close()
    }
}
