public import CoreMetrics
public import Postgres

/// Counts and times what happens on a database (swift-metrics).
///
/// Labels come from small closed sets: an outcome, a reason, the name of an error, the class of a SQLSTATE. No text of a
/// statement and nothing of the data becomes one. With the prefix `db`:
///
/// | metric | kind | labels |
/// |---|---|---|
/// | `db_connections_opened_total`, `db_connections_failed_total` | counter | – ; `error` |
/// | `db_connections_closed_total` | counter | `reason` |
/// | `db_connect_seconds`, `db_acquire_seconds`, `db_statement_seconds` | timer | |
/// | `db_acquire_failures_total` | counter | `error` |
/// | `db_statement_failures_total` | counter | `class`, the SQLSTATE's first two characters, or `none` |
/// | `db_transactions_total`, `db_transaction_seconds` | counter, timer | `outcome` |
/// | `db_retries_total`, `db_notices_total`, `db_listener_losses_total` | counter | |
/// | `db_errors_total` | counter | `error` |
/// | `db_pool_connections`, `db_pool_waiting` | gauge | `state` ; – |
///
/// ```swift
/// let observer = MetricsObserver()
/// let database = Database(ConnectionOptions(uri: "service=city"), observer: observer)
/// observer.record(database.statistics)
/// database.close()
/// ```
public struct MetricsObserver: DatabaseObserver {
    private let prefix: String
    private let factory: any MetricsFactory
    /// The two that every statement and every transaction touch are looked up once.
    private let acquireSeconds: Timer
    private let statementSeconds: Timer

    /// - Parameters:
    ///   - prefix: stands before each name, with `_` between.
    ///   - factory: where the metrics are made; by default the one that the program set up before.
    public init(prefix: String = "db", factory: any MetricsFactory = MetricsSystem.factory) {
        self.prefix = prefix
        self.factory = factory
        acquireSeconds = Timer(label: "\(prefix)_acquire_seconds", dimensions: [], factory: factory)
        statementSeconds = Timer(label: "\(prefix)_statement_seconds", dimensions: [], factory: factory)
    }

    public func observe(_ event: DatabaseEvent) {
        switch event {
        case .connect(let duration, nil):
            count("connections_opened_total")
            time("connect_seconds", duration)
        case .connect(_, let error?): count("connections_failed_total", ("error", error.kind.name))
        case .disconnect(let reason): count("connections_closed_total", ("reason", reason.rawValue))
        case .acquire(let waited, nil): acquireSeconds.recordNanoseconds(Self.nanoseconds(waited))
        case .acquire(_, let error?): count("acquire_failures_total", ("error", error.kind.name))
        case .statement(let statement):
            statementSeconds.recordNanoseconds(Self.nanoseconds(statement.duration))
            if let error = statement.error {
                let name = error.sqlState.map { String($0.code.prefix(2)) } ?? "none"
                count("statement_failures_total", ("class", name))
            }
        case .transaction(let transaction):
            let outcome = ("outcome", "\(transaction.outcome)")
            count("transactions_total", outcome)
            time("transaction_seconds", transaction.duration, outcome)
            if transaction.attempt > 1 { count("retries_total") }
        case .error(let error): count("errors_total", ("error", error.kind.name))
        case .notice: count("notices_total")
        case .listenerLost: count("listener_losses_total")
        case .listenerRestored: break
        }
    }

    /// Sets the gauges of the pool; to be called whenever they are read.
    public func record(_ statistics: PoolStatistics) {
        let states = [
            ("idle", statistics.idle), ("used", statistics.inUse), ("opening", statistics.opening),
        ]
        for (state, number) in states {
            Gauge(label: name("pool_connections"), dimensions: [("state", state)], factory: factory).record(number)
        }
        Gauge(label: name("pool_waiting"), factory: factory).record(statistics.waiting)
    }

    private func name(_ metric: String) -> String { "\(prefix)_\(metric)" }

    private func count(_ metric: String, _ dimension: (String, String)...) {
        Counter(label: name(metric), dimensions: dimension, factory: factory).increment()
    }

    private func time(_ metric: String, _ duration: Duration, _ dimension: (String, String)...) {
        Timer(label: name(metric), dimensions: dimension, factory: factory)
            .recordNanoseconds(Self.nanoseconds(duration))
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 { Int64(duration / .nanoseconds(1)) }
}
