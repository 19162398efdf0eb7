import Postgres

/// How long a cancelled task's statement lives on: from the cancellation to the server's answer, and whether the
/// connection is usable after.
struct CancelLatency {
    private let runs = 40

    func run(_ uri: String) async throws {
        let database = Database(
            ConnectionOptions(uri: uri, applicationName: "cancelled"),
            limits: PoolLimits(maximum: 1)
        )
        let watch = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let pid = try await Self.pid(database)
        var milliseconds: [Double] = []
        for _ in 0..<runs {
            let task = Task {
                try await database.transaction(as: .login) { tx in try tx.execute("select pg_sleep(25)") }
            }
            while try await !Self.isSleeping(watch) {}
            let start = ContinuousClock.now
            task.cancel()
            do {
                _ = try await task.value
                throw NotCancelled()
            } catch let error as PostgresError where error.kind.name == "cancelled" {
                milliseconds.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            guard try await Self.pid(database) == pid else { throw ConnectionLost() }
        }
        database.close()
        watch.close()
        print(
            "cancellation of a running statement, \(runs) runs: median \(milliseconds.median.text(1)) ms, "
                + "worst \((milliseconds.max() ?? 0).text(1)) ms, the same connection throughout"
        )
    }

    private struct NotCancelled: Error {}
    private struct ConnectionLost: Error {}

    private static func pid(_ database: Database) async throws -> Int32 {
        try await database.transaction(as: .login) { tx in try tx.one("select pg_backend_pid()", as: Int32.self) }
    }

    private static func isSleeping(_ watch: Database) async throws -> Bool {
        try await watch.transaction(as: .login) { tx in
            try tx.one(
                """
                select exists (select from pg_stat_activity where application_name = 'cancelled'
                and wait_event = 'PgSleep')
                """,
                as: Bool.self
            )
        }
    }
}
