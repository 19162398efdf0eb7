import Postgres
import TestSupport

/// All that the soak plays on.
struct Stage: Sendable {
    let plan: SoakPlan
    let server: ScratchServer
    let record: Record
    let pools: [ProxiedPool]
    /// One connection, a queue of two and little patience.
    let narrow: ProxiedPool
    /// Past the proxies, as the superuser.
    let conductor: Database
    let gate = PauseGate()
    let hangDetector: HangDetector

    init(
        _ plan: SoakPlan,
        _ server: ScratchServer,
        _ proxies: (local: FaultProxy, network: FaultProxy),
        _ record: Record,
        _ hangDetector: HangDetector
    ) {
        self.plan = plan
        self.server = server
        self.record = record
        self.hangDetector = hangDetector
        let limits = PoolLimits(maximum: 8, queue: 100, lifetime: .seconds(20), idleTimeout: .seconds(30))
        let local = proxies.local.uri(user: Schema.login)
        pools = [
            ProxiedPool("soak-socket", by: proxies.local, uri: local, grace: .milliseconds(300), limits, record),
            ProxiedPool(
                "soak-network",
                by: proxies.network,
                uri: proxies.network.networkURI(user: Schema.login),
                grace: .milliseconds(600),
                limits,
                record
            ),
        ]
        narrow = ProxiedPool(
            "soak-narrow",
            by: proxies.local,
            uri: local,
            grace: .milliseconds(300),
            PoolLimits(maximum: 1, acquireTimeout: .milliseconds(20), queue: 2, idleTimeout: .seconds(2)),
            record
        )
        conductor = Database(
            ConnectionOptions(uri: server.uri(), applicationName: "conductor"),
            limits: PoolLimits(maximum: 2)
        )
    }

    var allPools: [ProxiedPool] { pools + [narrow] }

    /// Asks past the proxies, and again while the server starts.
    func ask<Output: Sendable>(_ body: @Sendable (inout Transaction) throws -> Output) async throws -> Output {
        try await conductor.transaction(as: .login, options: TransactionOptions(timeout: .seconds(60), retries: 8)) {
            tx in
            try body(&tx)
        }
    }

    /// Tasks that pass the gate: the workers, the announcer and the chaos.
    var gatedTasks: Int { plan.tasks + 2 }
}
