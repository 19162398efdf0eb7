import CoreMetrics
import InMemoryLogging
import LocalServer
import Logging
import MetricsTestKit
import Postgres
import PostgresObservers
import TestSupport
import Testing

@Suite("Logs and metrics of a database")
struct ObserversTests {
    private static let planted = "planted"

    /// Successes and failures of every kind, with the word planted wherever data can be.
    private func work(_ observer: any DatabaseObserver) async throws {
        let server = TestServer.shared.server
        let database = Database(
            ConnectionOptions(uri: server.uri()),
            limits: PoolLimits(maximum: 1),
            observer: observer
        )
        let planted = Self.planted
        try await database.transaction(as: .login) { tx in
            try tx.execute("create temp table watched (id int8 primary key, word text check (word <> 'planted'))")
            try tx.execute("insert into watched values (\(1), \("fine"))")
            try tx.run(SQLScript(name: "notice", uncheckedText: "do $$ begin raise warning 'planted'; end $$"))
        }
        let failures: [SQL] = [
            "select \(planted)::int4", "insert into watched values (\(1), \(planted + " too"))",
            "insert into watched values (\(2), \(planted))",
            "do $$ begin raise 'planted' using errcode = '22023', detail = 'planted'; end $$",
            "do $$ begin raise 'planted' using detail = 'planted', hint = 'planted'; end $$",
        ]
        for failure in failures {
            await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    _ = try tx.one("select \(planted)", as: String.self)
                    try tx.execute(failure)
                }
            }
        }
        await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("select pg_terminate_backend(pg_backend_pid())")
            }
        }
        _ = try await database.transaction(as: .login) { tx in try tx.one("select 1", as: Int.self) }
        database.close()
        let refused = Database(
            ConnectionOptions(uri: server.uri(user: "nobody_such") + "&password=planted"),
            observer: observer
        )
        await #expect(throws: PostgresError.self) { try await refused.transaction(as: .login) { _ in } }
        refused.close()
        let unreadable = Database(ConnectionOptions(uri: "host=x password=right planted"), observer: observer)
        await #expect(throws: PostgresError.self) { try await unreadable.transaction(as: .login) { _ in } }
        unreadable.close()
    }

    @Test("a log tells what happened and shows no value, no password and no word of a raised error, at any level")
    func log() async throws {
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test") { _ in handler }
        logger.logLevel = .trace
        try await work(LoggingObserver(logger))
        let entries = handler.entries
        let texts = entries.map { "\($0.level) \($0.message) \($0.metadata)" }
        #expect(
            texts.filter { $0.contains(Self.planted) && !$0.contains("raise ") && !$0.contains("check (word") } == []
        )
        #expect(!entries.contains { $0.level > .info })
        for message in [
            "connected to the database", "cannot connect to the database", "a database connection broke", "statement",
            "transaction", "a transaction failed", "the server sent a notice", "closed a database connection",
        ] {
            #expect(entries.contains { $0.message.description == message }, "\(message)")
        }
        let statement = try #require(
            entries.first { $0.metadata["db.statement"]?.description.hasPrefix("insert into watched") == true }
        )
        #expect(statement.metadata["db.statement"]?.description == "insert into watched values ($1, $2)")
        #expect(statement.metadata["db.rows"]?.description == "1" && statement.level == .trace)
        let states = entries.compactMap { $0.metadata["db.sqlstate"]?.description }
        #expect(Set(states).isSuperset(of: ["22P02", "23505", "23514", "22023", "P0001", "57P01"]))
    }

    @Test("metrics count and time it, with labels from closed sets")
    func metrics() async throws {
        let test = TestMetrics()
        let observer = MetricsObserver(prefix: "city_db", factory: test)
        try await work(ObserverGroup([observer]))
        #expect(test.counterTotal(label: "city_db_connections_opened_total") == 2)
        #expect(test.counterTotal(label: "city_db_connections_failed_total") == 2)
        #expect(test.counterTotal(label: "city_db_connections_closed_total", dimensions: [("reason", "broken")]) == 1)
        #expect(test.counterTotal(label: "city_db_transactions_total", dimensions: [("outcome", "committed")]) == 2)
        #expect(test.counterTotal(label: "city_db_transactions_total", dimensions: [("outcome", "rolledBack")]) == 6)
        #expect(test.counterTotal(label: "city_db_statement_failures_total", dimensions: [("class", "22")]) == 2)
        #expect(test.counterTotal(label: "city_db_statement_failures_total", dimensions: [("class", "23")]) == 2)
        #expect(test.counterTotal(label: "city_db_errors_total", dimensions: [("error", "server")]) == 6)
        #expect(test.counterTotal(label: "city_db_notices_total") == 1)
        #expect(try test.expectTimer("city_db_statement_seconds").values.count >= 14)
        let labels =
            test.counters.map { "\($0.label) \($0.dimensions)" } + test.timers.map { "\($0.label) \($0.dimensions)" }
        #expect(labels.allSatisfy { !$0.contains(Self.planted) })
        let database = TestServer.shared.superuser(limit: 3)
        try await database.transaction(as: .login) { tx in
            try tx.execute("select 1")
            observer.record(database.statistics)
        }
        #expect(try test.expectGauge("city_db_pool_connections", [("state", "used")]).lastValue == 1)
        #expect(try test.expectGauge("city_db_pool_waiting").lastValue == 0)
        database.close()
    }
}
