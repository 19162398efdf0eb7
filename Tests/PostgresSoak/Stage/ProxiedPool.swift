import Postgres
import TestSupport

/// A pool that reaches the server through a proxy, which fails at times.
struct ProxiedPool: Sendable {
    /// As `pg_stat_activity` calls its connections.
    let name: String
    let proxy: FaultProxy
    let database: Database
    let limit: Int

    init(_ name: String, by proxy: FaultProxy, uri: String, grace: Duration, _ limits: PoolLimits, _ record: Record) {
        self.name = name
        self.proxy = proxy
        limit = limits.maximum
        database = Database(
            ConnectionOptions(uri: uri, applicationName: name, connectTimeout: .seconds(3), grace: grace),
            limits: limits,
            observer: PoolObserver(record: record)
        )
    }
}

/// Counts what a pool's database says of itself.
private struct PoolObserver: DatabaseObserver {
    let record: Record

    func observe(_ event: DatabaseEvent) {
        switch event {
        case .transaction(let transaction):
            record.transactions.add("\(transaction.outcome)")
            if transaction.attempt > 1 { record.transactions.add("retries") }
        case .listenerLost: record.transactions.add("listeners lost")
        case .listenerRestored: record.transactions.add("listeners restored")
        case .statement: record.transactions.add("statements")
        default: break
        }
    }
}
