import Postgres
import TestSupport
import Testing

@Suite("Prepared statements")
struct StatementTests {
    private static let count: SQL = "select count(*) from pg_prepared_statements where statement like 'select 42%'"

    @Test("the third use prepares")
    func third() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            for use in 1...5 {
                #expect(try tx.one("select 42 + \(use)", as: Int.self) == 42 + use)
                #expect(try tx.one(Self.count, as: Int.self) == (use < 3 ? 0 : 1))
            }
        }
        database.close()
    }

    @Test("the third use prepares, where each is the first statement of its transaction")
    func thirdTransaction() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        for use in 1...5 {
            let (sum, prepared) = try await database.transaction(as: .login) { tx in
                (try tx.one("select 42 + \(use)", as: Int.self), try tx.one(Self.count, as: Int.self))
            }
            #expect(sum == 42 + use)
            #expect(prepared == (use < 3 ? 0 : 1))
        }
        database.close()
    }

    @Test("what a rolled back transaction prepared is used on")
    func rollback() async throws {
        struct Stop: Error {}
        let database = TestServer.shared.superuser(limit: 1)
        await #expect(throws: Stop.self) {
            try await database.transaction(as: .login) { tx in
                for use in 1...3 { _ = try tx.one("select 42 + \(use)", as: Int.self) }
                throw Stop()
            }
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select 42 + \(1)", as: Int.self) == 43)
            #expect(try tx.one(Self.count, as: Int.self) == 1)
        }
        database.close()
    }

    @Test("the same text with parameters of other types is another statement")
    func types() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            for _ in 1...4 { #expect(try tx.one("select (\(1))::text", as: String.self) == "1") }
            // As many bytes as the integer, and another meaning.
            for _ in 1...4 { #expect(try tx.one("select (\(1.5))::text", as: String.self) == "1.5") }
            #expect(try tx.one("select (\("x"))::text", as: String.self) == "x")
        }
        database.close()
    }

    @Test("the unnamed mode never prepares")
    func unnamed() async throws {
        let database = Database.named("unnamed", mode: .unnamed)
        for _ in 1...3 {
            try await database.transaction(as: .login) { (tx) throws in
                for use in 1...4 { #expect(try tx.one("select 42 + \(use)", as: Int.self) == 42 + use) }
                #expect(try tx.one("select count(*) from pg_prepared_statements", as: Int.self) == 0)
            }
        }
        database.close()
    }

    @Test(
        "after a change of the table a prepared statement heals: unseen as the first, else by a new attempt",
        arguments: [false, true],
        [0, 1]
    )
    func healing(_ isFirst: Bool, _ retries: Int) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let table = Identifier("healing_\(isFirst)_\(retries)")
        @Sendable func read() async throws -> Int {
            try await database.transaction(as: .login, options: TransactionOptions(retries: retries)) { tx in
                if !isFirst { try tx.execute("select 1") }
                return try tx.all("select * from \(identifier: table)", as: (Int, Int).self).count
            }
        }
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table \(identifier: table) (a int, b int)")
            try tx.execute("insert into \(identifier: table) values (1, 2)")
        }
        let pid = try await database.pid()
        for _ in 1...4 { #expect(try await read() == 1) }
        try await database.transaction(as: .login) { tx in
            try tx.execute("alter table \(identifier: table) alter column b type bigint")
        }
        if isFirst || retries > 0 {
            #expect(try await read() == 1)
        } else {
            let error = await #expect(throws: PostgresError.self) { try await read() }
            #expect(error?.sqlState == SQLState("0A000"))
            #expect(error?.isRetryable == true && error?.poisonsConnection == false)
        }
        for _ in 1...4 { #expect(try await read() == 1) }
        // A pooler or an operator may drop them behind our back.
        try await database.transaction(as: .login) { tx in
            try tx.execute("do $$ begin execute 'deallocate all'; end $$")
        }
        for _ in 1...4 { #expect(try await read() == 1) }
        // Dropped by ourselves, they are known to be gone.
        try await database.transaction(as: .login) { tx in try tx.execute("deallocate all") }
        for _ in 1...4 { #expect(try await read() == 1) }
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test(
        "after a change of the table a batch heals unseen where it begins the transaction, with every item and result"
    )
    func healingBatch() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        @Sendable func read() async throws -> [Int] {
            try await database.transaction(as: .login, options: TransactionOptions(isolation: .serializable)) { tx in
                // A savepoint travels with the first statement, and must do so again.
                let found = try await tx.savepoint { inner in
                    try inner.one(each: 1...300, as: (Int, Int).self) { "select * from healing_batch where a = \($0)" }
                }
                #expect(
                    try tx.one("select current_setting('transaction_isolation')", as: String.self) == "serializable"
                )
                return found.map { $0 + $1 }
            }
        }
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table healing_batch (a int, b int)")
            try tx.execute("insert into healing_batch select n, 1 from generate_series(1, 300) n")
        }
        let expected = (1...300).map { $0 + 1 }
        #expect(try await read() == expected)
        try await database.transaction(as: .login) { tx in
            try tx.execute("alter table healing_batch alter column b type bigint")
        }
        #expect(try await read() == expected)
        try await database.transaction(as: .login) { tx in
            try tx.execute("do $$ begin execute 'deallocate all'; end $$")
        }
        #expect(try await read() == expected)
        database.close()
    }

    @Test("statements prepared in a transaction that is rolled back go on, and so do those of a failed one")
    func rolledBack() async throws {
        struct Failure: Error {}
        let database = TestServer.shared.superuser(limit: 1)
        for round in 0..<4 {
            await #expect(throws: (any Error).self) {
                try await database.transaction(as: .login) { (tx) throws in
                    for use in 1...4 { #expect(try tx.one("select 42 + \(use)", as: Int.self) == 42 + use) }
                    if round % 2 == 0 { try tx.execute("select 1 / 0") }
                    throw Failure()
                }
            }
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one(Self.count, as: Int.self) == 1)
        }
        database.close()
    }

    @Test("what begins a transaction is prepared from its third use on, but for settings")
    func opening() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let scope = Scope(role: "pg_monitor", searchPath: ["public"], settings: [.init("test.opening", 7)])
        let known = try await (1...4)
            .asyncMap { _ in
                try await database.transaction(as: scope) { tx in
                    #expect(try tx.one("select current_setting('test.opening')", as: String.self) == "7")
                    return try tx.all(
                        """
                        select statement from pg_prepared_statements
                        where statement like 'begin%' or statement like 'set%' order by prepare_time, statement
                        """,
                        as: String.self
                    )
                }
            }
        let opening = [
            "begin isolation level read committed", "set local role \"pg_monitor\"",
            "set local search_path to \"public\"", "set local statement_timeout = 30000",
        ]
        // The third is looked at by the statement that it begins with.
        #expect(known.map { $0.sorted() } == [[], [], opening, opening])
        database.close()
    }

    @Test("a transaction begins, in its scope, although the server has lost what begins it")
    func lostOpening() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let scope = Scope(role: nil, settings: [.init("test.opening", 8)])
        for isolation in [TransactionOptions.Isolation.readCommitted, .serializable] {
            for _ in 1...5 {
                try await database.transaction(as: scope, options: TransactionOptions(isolation: isolation)) { tx in
                    let (level, setting) = try tx.one(
                        "select current_setting('transaction_isolation'), current_setting('test.opening')",
                        as: (String, String).self
                    )
                    #expect(level == isolation.rawValue && setting == "8")
                }
            }
            try await database.transaction(as: scope) { tx in
                // The data layer does not see it.
                _ = try tx.execute("do $$ begin execute 'deallocate all'; end $$")
            }
        }
        let level = try await database.transaction(as: scope, options: TransactionOptions(isolation: .serializable)) {
            tx in
            try tx.one("select current_setting('transaction_isolation')", as: String.self)
        }
        #expect(level == "serializable")
        database.close()
    }

    @Test("what the cache forgets is deallocated on the server")
    func bounded() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            for number in 0..<400 {
                let column = Identifier("c\(number)")
                for _ in 1...3 {
                    #expect(try tx.one("select \(number) as \(identifier: column)", as: Int.self) == number)
                }
            }
            let prepared = try tx.one("select count(*) from pg_prepared_statements", as: Int.self)
            #expect((100...130).contains(prepared))
        }
        database.close()
    }

    @Test("more statements than the cache holds go on working")
    func eviction() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            for _ in 1...4 {
                for number in 0..<200 {
                    let column = Identifier("c\(number)")
                    #expect(try tx.one("select \(number) as \(identifier: column)", as: Int.self) == number)
                }
            }
            for _ in 1...4 { #expect(try tx.one("select 42", as: Int.self) == 42) }
        }
        database.close()
    }
}
