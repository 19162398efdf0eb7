import Postgres
import TestSupport

/// A way to the server, through a proxy that fails at times, and the pool that goes it.
struct Road: Sendable {
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
            observer: RoadObserver(record: record)
        )
    }
}

/// Counts what a road's database says of itself.
private struct RoadObserver: DatabaseObserver {
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
