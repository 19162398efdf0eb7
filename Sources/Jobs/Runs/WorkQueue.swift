public import Postgres

/// The worker's statements over workers, runs and chunks. Each call is a transaction of its own.
public struct WorkQueue: Sendable {
    let database: Database
    let worker: Scope
    let agency: @Sendable (Int32) -> Scope

    /// - Parameters:
    ///   - database: whose runs.
    ///   - worker: the scope that sees the work of all agencies, and none of their data.
    ///   - agency: the scope of one agency's data.
    public init(_ database: Database, worker: Scope, agency: @escaping @Sendable (Int32) -> Scope) {
        self.database = database
        self.worker = worker
        self.agency = agency
    }

    /// Lets wait what is due, starts what may start, ends what is finished, and takes back what dead workers held.
    func advance() async throws {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            try tx.execute("select advance_runs()")
        }
    }

    /// Puts due times and leases right that a clock which was ahead has left; what was found.
    func mendClock() async throws -> [ClockTrace] {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            try ClockTrace.mend(&tx)
        }
    }

    /// Whether anything is due, running or ready to run. What is paused is not.
    func hasWork(_ tx: inout Transaction) throws -> Bool {
        try tx.one(
            """
            select exists (select startable_runs()) or exists (
                select from run r
                where state = 'scheduled' and intended_at <= clock_timestamp()
                    or state = 'running' and exists (
                        select from run_chunk c
                        where c.run_id = r.run_id and (
                            c.state = 'running'
                            or c.state = 'ready' and not r.is_paused
                                and c.agency_id <> all (array(select held_agencies(r.run_id)))
                        )
                    )
                    -- What has ended is not yet said to have.
                    or state = 'running' and not is_paused and not exists (
                        select from run_chunk c where c.run_id = r.run_id and c.state in ('ready', 'running')
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
