import Postgres
import TestSupport
import Testing

@Suite("Transaction")
struct TransactionTests {
    private struct Failure: Error, Equatable { let number: Int }

    @Test("what returns is committed, what throws is rolled back and the error passes through untouched")
    func outcome() async throws {
        let database = TestServer.shared.superuser()
        try await database.transaction(as: .login) { tx in try tx.execute("create table outcome (n int)") }
        let given = try await database.transaction(as: .login) { tx in
            try tx.execute("insert into outcome values (1)")
            return "kept"
        }
        #expect(given == "kept")
        await #expect(throws: Failure(number: 7)) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("insert into outcome values (2)")
                throw Failure(number: 7)
            }
        }
        // A transaction that says nothing to the server is none.
        try await database.transaction(as: .login) { _ in }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.all("select n from outcome", as: Int.self) == [1])
        }
        database.close()
    }

    @Test("a savepoint that throws is undone, nested ones too, and the outer transaction goes on")
    func savepoints() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let kept = try await database.transaction(as: .login) { tx in
            // The savepoint is the first statement.
            await #expect(throws: PostgresError.self) {
                try await tx.savepoint { inner in _ = try inner.execute("select 1 / 0") }
            }
            try tx.execute("create temp table nest (n int)")
            try await tx.savepoint { outer in
                try outer.execute("insert into nest values (1)")
                await #expect(throws: Failure(number: 2)) {
                    try await outer.savepoint { inner in
                        try inner.execute("insert into nest values (2)")
                        throw Failure(number: 2)
                    }
                }
                try outer.execute("insert into nest values (3)")
            }
            // An error that the closure swallows undoes the savepoint all the same.
            let swallowed = await #expect(throws: PostgresError.self) {
                try await tx.savepoint { inner in
                    try inner.execute("insert into nest values (4)")
                    _ = try? inner.execute("select 1 / 0")
                }
            }
            #expect(swallowed?.name == "commitRolledBack")
            return try tx.all("select n from nest order by n", as: Int.self)
        }
        #expect(kept == [1, 3])
        database.close()
    }

    @Test("read-only refuses writes; isolation and deferrable are really set")
    func modes() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login, options: TransactionOptions(readOnly: true)) { tx in
                try tx.execute("create table never (n int)")
            }
        }
        #expect(error?.sqlState == SQLState("25006"))
        for isolation in [TransactionOptions.Isolation.readCommitted, .repeatableRead, .serializable] {
            let options = TransactionOptions(
                isolation: isolation,
                readOnly: true,
                deferrable: isolation == .serializable,
                timeout: .seconds(7)
            )
            let set = try await database.transaction(as: .login, options: options) { tx in
                try tx.one(
                    """
                    select current_setting('transaction_isolation'), current_setting('transaction_deferrable'),
                    current_setting('statement_timeout')
                    """,
                    as: (String, String, String).self
                )
            }
            #expect(set == (isolation.rawValue, isolation == .serializable ? "on" : "off", "7s"))
        }
        database.close()
    }

    @Test("a statement past its timeout is ended by the server, and the connection goes on")
    func timeout() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        for timeout in [Duration.milliseconds(30), .microseconds(1)] {
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: timeout)) { tx in
                    _ = try tx.execute("select pg_sleep(60)")
                }
            }
            #expect(error?.sqlState == .queryCanceled)
            #expect(error?.name == "server")
        }
        #expect(try await database.pid() == pid)
        database.close()
    }

    @Test("a swallowed error cannot end in a commit")
    func rolledBack() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("create table swallowed (n int)")
                _ = try? tx.execute("select 1 / 0")
            }
        }
        #expect(error?.name == "commitRolledBack")
        #expect(error?.isRetryable == false)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select to_regclass('swallowed') is null", as: Bool.self))
        }
        database.close()
    }

    @Test("a deferred constraint that fails at commit is its error, and the connection goes on")
    func deferredConstraint() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let pid = try await database.pid()
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table deferred (n int unique deferrable initially deferred)")
        }
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("insert into deferred values (1)")
                try tx.execute("insert into deferred values (1)")
            }
        }
        #expect(error?.sqlState == .uniqueViolation)
        #expect(error?.diagnostic?.table == "deferred")
        #expect(try await database.pid() == pid)
        database.close()
    }
}
