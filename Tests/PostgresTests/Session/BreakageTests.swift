import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Breakage")
struct BreakageTests {
    @Test("a backend that ends in a statement loses the connection, and the pool goes on with another")
    func statement() async throws {
        let watch = Watch()
        let database = Database.named("terminated busy")
        let task = Task {
            try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(250)") }
        }
        let pid = try await watch.pid(of: "terminated busy", running: "pg_sleep(250)")
        try await watch.terminate(pid)
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.name == "connectionLost" || error?.sqlState == SQLState("57P01"))
        #expect(error?.poisonsConnection == true && error?.isUnavailable == true)
        #expect(try await database.pid() != pid)
        #expect(database.statistics.open == 1)
        database.close()
    }

    @Test("a backend that ends in a stream or a COPY loses the connection", arguments: [false, true])
    func bulk(_ copies: Bool) async throws {
        let application = "terminated bulk \(copies)"
        let database = Database.named(application)
        let table = Identifier("bulk_\(copies)")
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table \(identifier: table) (id int8)")
        }
        let watch = Watch()
        let task = Task {
            try await database.transaction(as: .login) { tx in
                if copies {
                    try tx.copyIn(table, columns: ["id"]) { writer in
                        while true { try writer.row(1) }
                    }
                } else {
                    try tx.stream("select g, 'endless' from generate_series(1, 1000000000000) g") { _ in }
                }
            }
        }
        let pid = try await watch.pid(of: application, running: copies ? "copy" : "endless")
        try await watch.terminate(pid)
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.poisonsConnection == true)
        #expect(try await database.pid() != pid)
        database.close()
    }

    @Test("a connection that breaks during the commit leaves its outcome unknown")
    func commit() async throws {
        let watch = Watch()
        let database = Database.named("terminated commit")
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table slow_commit (n int)")
            try tx.execute(
                """
                create function slow_commit() returns trigger language plpgsql
                as 'begin perform pg_sleep(250); return null; end'
                """
            )
            try tx.execute(
                """
                create constraint trigger slow after insert on slow_commit deferrable initially deferred
                for each row execute function slow_commit()
                """
            )
        }
        let task = Task {
            try await database.transaction(as: .login, options: TransactionOptions(retries: 3)) { tx in
                try tx.execute("insert into slow_commit values (1)")
            }
        }
        let pid = try await watch.pid(of: "terminated commit", running: "commit")
        try await watch.terminate(pid)
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.name == "commitOutcomeUnknown")
        #expect(error?.isRetryable == false && error?.poisonsConnection == true)
        #expect(try await database.pid() != pid)
        database.close()
    }

    @Test("a connection that broke before the commit was sent is lost, not unknown")
    func beforeCommit() async throws {
        let database = Database.named("broken before commit")
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select 1")
                let first = #expect(throws: PostgresError.self) {
                    try tx.execute("select pg_terminate_backend(pg_backend_pid())")
                }
                #expect(first?.poisonsConnection == true)
                #expect(throws: PostgresError.self) { try tx.one("select 1", as: Int.self) }
            }
        }
        #expect(error?.name == "connectionLost")
        #expect(error?.isRetryable == true)
        _ = try await database.pid()
        database.close()
    }

    @Test("the error that led to a rollback is the one reported, even when the connection is gone")
    func rollback() async throws {
        struct Failure: Error {}
        let watch = Watch()
        let database = Database.named("broken rollback")
        for nested in [false, true] {
            await #expect(throws: Failure.self) {
                try await database.transaction(as: .login) { tx in
                    let pid = try tx.one("select pg_backend_pid()", as: Int32.self)
                    if nested {
                        try await tx.savepoint { _ in
                            try await watch.terminate(pid)
                            throw Failure()
                        }
                    }
                    try await watch.terminate(pid)
                    throw Failure()
                }
            }
            _ = try await database.pid()
        }
        database.close()
    }

    @Test("no server, no database and no such user are told apart, and give their place back")
    func connecting() async throws {
        let server = TestServer.shared.server
        func connect(_ uri: String) async -> PostgresError? {
            let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
            var last: PostgresError?
            for _ in 0..<3 {
                last = await #expect(throws: PostgresError.self) { try await database.pid() }
                #expect(last?.name == "connectFailed")
                #expect(last?.wasSent == false && last?.isRetryable == last?.isUnavailable)
            }
            #expect(database.statistics.open == 0)
            return last
        }
        let absent = await connect("postgresql:///x?host=/nowhere&password=hunter2")
        #expect(absent?.isUnavailable == true && absent?.sqlState == nil)
        #expect(absent?.description.contains("hunter2") == false)
        let database = await connect(server.uri(database: "no_such_database"))
        #expect(database?.isUnavailable == false && database?.sqlState == SQLState("3D000"))
        let user = await connect(server.uri(user: "nobody_such"))
        #expect(
            user?.isUnavailable == false && user?.sqlState.map { SQLState.Class.invalidAuthorization ~= $0 } == true
        )
    }
}
