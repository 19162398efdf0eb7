import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Connections")
struct ConnectionTests {
    /// Waits until another session sees `query` running, and returns its process.
    private func backend(running query: String, in database: Database) async throws -> Int32 {
        while true {
            let pid = try await database.transaction(as: .login) { tx in
                try tx.optional(
                    """
                    select pid from pg_stat_activity
                    where state = 'active' and query like \("%\(query)%") and pid <> pg_backend_pid() limit 1
                    """,
                    as: Int32.self
                )
            }
            if let pid { return pid }
        }
    }

    @Test("a cancelled task's statement stops on the server, and its connection is usable after")
    func cancellation() async throws {
        let watcher = TestServer.shared.superuser()
        let database = TestServer.shared.superuser(limit: 1)
        let task = Task {
            try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(3600), 'cancel me'") }
        }
        let pid = try await backend(running: "cancel me", in: watcher)
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        guard case .cancelled = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
        let next = try await database.transaction(as: .login) { tx in
            try tx.one("select pg_backend_pid()", as: Int32.self)
        }
        #expect(next == pid)
    }

    @Test("a pool of four serves five hundred tasks, with four connections at most")
    func pool() async throws {
        let database = Database(
            ConnectionOptions(uri: TestServer.shared.server.uri()),
            limits: PoolLimits(maximum: 4, acquireTimeout: .seconds(60), queue: 1000)
        )
        let pids = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<500 {
                group.addTask {
                    try await database.transaction(as: .login) { tx in
                        try tx.one("select pg_backend_pid()", as: Int32.self)
                    }
                }
            }
            return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
        }
        #expect(pids.count <= 4)
        let statistics = database.statistics
        #expect(statistics.open <= 4 && statistics.idle == statistics.open && statistics.waiting == 0)
        await database.close()
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in try tx.one("select 1", as: Int.self) }
        }
        guard case .closed = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("who waits too long for a connection, or behind too many, is told")
    func exhausted() async throws {
        let database = Database(
            ConnectionOptions(uri: TestServer.shared.server.uri()),
            limits: PoolLimits(maximum: 1, acquireTimeout: .milliseconds(100), queue: 0)
        )
        try await database.transaction(as: .login) { tx in
            try tx.execute("select 1")
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in try tx.one("select 1", as: Int.self) }
            }
            guard case .queueFull = error?.kind else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        let patient = Database(
            ConnectionOptions(uri: TestServer.shared.server.uri()),
            limits: PoolLimits(maximum: 1, acquireTimeout: .milliseconds(100), queue: 10)
        )
        try await patient.transaction(as: .login) { tx in
            try tx.execute("select 1")
            let error = await #expect(throws: PostgresError.self) {
                try await patient.transaction(as: .login) { tx in try tx.one("select 1", as: Int.self) }
            }
            guard case .acquireTimeout = error?.kind else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a backend that is terminated poisons its connection, and the next transaction gets another")
    func terminated() async throws {
        let watcher = TestServer.shared.superuser()
        let database = TestServer.shared.superuser(limit: 1)
        let task = Task {
            try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(3600), 'terminate me'") }
        }
        let pid = try await backend(running: "terminate me", in: watcher)
        try await watcher.transaction(as: .login) { tx in try tx.execute("select pg_terminate_backend(\(pid))") }
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.poisonsConnection == true)
        let next = try await database.transaction(as: .login) { tx in
            try tx.one("select pg_backend_pid()", as: Int32.self)
        }
        #expect(next != pid)
    }

    @Test("transactions that hold each other's row locks, more than there are cores, all end")
    func blocked() async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = Database(
            ConnectionOptions(uri: TestServer.shared.server.uri(database: name)),
            limits: PoolLimits(maximum: 16, acquireTimeout: .seconds(60))
        )
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table t (a integer primary key, n integer)")
            try tx.execute("insert into t select g, 0 from generate_series(1, 16) g")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 1...16 {
                group.addTask {
                    // Each takes its own row, then the next one's: a ring of waiting, which the server breaks.
                    try await database.transaction(as: .login, options: TransactionOptions(retries: 100)) { tx in
                        try tx.execute("update t set n = n + 1 where a = \(first)")
                        await Task.yield()
                        try tx.execute("update t set n = n + 1 where a = \(first % 16 + 1)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let sum = try await database.transaction(as: .login) { tx in try tx.one("select sum(n) from t", as: Int.self) }
        #expect(sum == 32)
        await database.close()
    }

    @Test("no server, no such role and no such database are told apart, and none shows a password")
    func refusals() async throws {
        let server = TestServer.shared.server
        let cases: [(String, Bool, String?)] = [
            ("postgresql:///x?host=/nonexistent&password=planted", true, nil),
            (server.uri(user: "nobody_at_all"), false, "28000"),
            (server.uri(database: "no_such_database"), false, "3D000"),
        ]
        for (uri, isUnavailable, state) in cases {
            let error = await #expect(throws: PostgresError.self) {
                try await Database(ConnectionOptions(uri: uri))
                    .transaction(as: .login) { tx in try tx.execute("select 1") }
            }
            #expect(error?.isUnavailable == isUnavailable, "\(uri)")
            #expect(error?.sqlState?.code == state)
            #expect(error?.description.contains("planted") == false)
        }
    }
}
