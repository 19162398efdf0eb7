import LocalServer
import Postgres
import TestSupport
import Testing

/// A second session that waits for something to become true on the server.
struct Watch: Sendable {
    var database = TestServer.shared.superuser(limit: 1)

    func until(_ condition: SQL, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while try await !database.transaction(as: .login, { tx in try tx.one(condition, as: Bool.self) }) {
            try #require(ContinuousClock.now < end, "the event did not come", sourceLocation: sourceLocation)
        }
    }

    /// Until the application's session runs the statement, which contains `text`; its process.
    func pid(of application: String, running text: String) async throws -> Int32 {
        try await until(
            """
            select exists (select from pg_stat_activity where application_name = \(application)
            and state = 'active' and position(\(text) in query) > 0)
            """
        )
        return try await database.transaction(as: .login) { tx in
            try tx.one("select pid from pg_stat_activity where application_name = \(application)", as: Int32.self)
        }
    }

    func untilGone(_ pid: Int32) async throws {
        try await until("select not exists (select from pg_stat_activity where pid = \(pid))")
    }

    /// Until the server takes the database's connection; sessions that ended may still be leaving.
    func untilRoom(_ latecomer: Database, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32 {
        let end = ContinuousClock.now + .seconds(120)
        while true {
            do {
                return try await latecomer.pid()
            } catch let error as PostgresError where error.sqlState == .tooManyConnections {
                try #require(ContinuousClock.now < end, "there is no room", sourceLocation: sourceLocation)
            }
        }
    }

    func terminate(_ pid: Int32) async throws {
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select pg_terminate_backend(\(pid))", as: Bool.self))
        }
        try await untilGone(pid)
    }
}

extension PostgresError {
    var name: String { kind.name }
}

extension Database {
    /// A pool under a name of its own in `pg_stat_activity`.
    static func named(
        _ application: String,
        minimum: Int = 0,
        maximum: Int = 1,
        acquireTimeout: Duration = .seconds(30),
        queue: Int? = nil,
        lifetime: Duration = .seconds(1800),
        mode: ConnectionOptions.StatementMode = .prepared
    ) -> Database {
        Database(
            ConnectionOptions(
                uri: TestServer.shared.server.uri(database: "postgres"),
                applicationName: application,
                statementMode: mode
            ),
            limits: PoolLimits(
                minimum: minimum,
                maximum: maximum,
                acquireTimeout: acquireTimeout,
                queue: queue,
                lifetime: lifetime
            )
        )
    }

    /// The process that serves the next transaction.
    func pid() async throws -> Int32 {
        try await transaction(as: .login) { tx in try tx.one("select pg_backend_pid()", as: Int32.self) }
    }
}
