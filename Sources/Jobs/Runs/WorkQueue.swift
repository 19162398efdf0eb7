public import Postgres

/// The worker's statements over workers, runs and chunks. Each call is a transaction of its own.
public struct WorkQueue: Sendable {
    let database: Database
    let worker: Scope
    let agency: @Sendable (Int32) -> Scope
    private let agencies: @Sendable (inout Transaction) throws -> [Int32]

    /// - Parameters:
    ///   - worker: the scope that sees the work of all agencies, and none of their data.
    ///   - agency: the scope of one agency's data.
    ///   - agencies: the agencies that a run goes over, read in the worker's scope.
    public init(
        _ database: Database,
        worker: Scope,
        agency: @escaping @Sendable (Int32) -> Scope,
        agencies: @escaping @Sendable (inout Transaction) throws -> [Int32]
    ) {
        self.database = database
        self.worker = worker
        self.agency = agency
        self.agencies = agencies
    }

    /// Whether a run may start: those before it are done.
    private static let isNext: SQL = """
        state = 'waiting' and not is_paused and not exists (
            select from run p
            where p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal and p.state <> 'done'
        )
        """

    /// Lets wait what is due, starts what may start, ends what is finished, and takes back what dead workers held.
    func advance() async throws {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            try tx.execute(
                "update run set state = 'waiting' where state = 'scheduled' and intended_at <= clock_timestamp()"
            )
            try tx.execute(
                """
                update run_chunk c set state = 'ready', worker_id = null
                from (
                    select agency_id, run_id, run_chunk_id from run_chunk r
                    where state = 'running' and worker_id not in (select living_workers())
                    for update skip locked
                ) o
                where c.agency_id = o.agency_id and c.run_id = o.run_id and c.run_chunk_id = o.run_chunk_id
                """
            )
            // An agency that was closed meanwhile has nobody any more.
            try tx.execute(
                """
                update run_chunk c set state = 'done', processed = 0, failures = 0, ended_at = clock_timestamp()
                from agency a
                where a.agency_id = c.agency_id and a.state = 'closed' and c.state = 'ready'
                """
            )
            try tx.execute(
                """
                update run r
                set ended_at = clock_timestamp(), is_paused = false, pause_note = null, state = case
                    when exists (select from run_chunk c where c.run_id = r.run_id and c.state = 'failed') then 'failed'
                    else 'done'
                end
                where r.state = 'running' and not exists (
                    select from run_chunk c where c.run_id = r.run_id and c.state in ('ready', 'running')
                )
                """
            )
            let startable = try tx.all(
                "select run_id from run r where \(fragment: Self.isNext) order by run_id for update skip locked",
                as: Int64.self
            )
            guard !startable.isEmpty else { return }
            let agencies = try agencies(&tx)
            for run in startable {
                try tx.execute("update run set state = 'running', started_at = clock_timestamp() where run_id = \(run)")
                try tx.execute(
                    "insert into run_chunk (agency_id, run_id) select agency, \(run) from unnest(\(agencies)) agency"
                )
            }
        }
    }

    /// Whether anything is due, running or ready to run. What is paused is not.
    func hasWork(_ tx: inout Transaction) throws -> Bool {
        try tx.one(
            """
            select exists (
                select from run r
                where state = 'scheduled' and intended_at <= clock_timestamp() or \(fragment: Self.isNext)
                    or state = 'running' and (
                        not is_paused
                        or exists (select from run_chunk c where c.run_id = r.run_id and c.state = 'running')
                    )
            )
            """,
            as: Bool.self
        )
    }

    /// Looks at all of the work at one instant: what goes from one table to another is seen in one of them.
    func look<Output: Sendable>(_ body: @Sendable (inout Transaction) throws -> Output) async throws -> Output {
        let options = TransactionOptions(isolation: .repeatableRead, readOnly: true)
        return try await database.transaction(as: worker, options: options) { tx in try body(&tx) }
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
