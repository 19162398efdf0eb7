public import Postgres

/// The worker's statements over schedules, runs and chunks. Each call is a transaction of its own.
public struct WorkQueue: Sendable {
    private let database: Database
    private let worker: Scope
    private let agency: @Sendable (Int32) -> Scope
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

    // MARK: - Workers

    func register(name: String, lease: Duration) async throws -> Int32 {
        try await database.transaction(as: worker) { tx in
            // Traces of workers that ended without saying so.
            try tx.execute("delete from worker where lease_until < clock_timestamp() - interval '1 day'")
            return try tx.one(
                """
                insert into worker (name, lease_until)
                values (\(name), clock_timestamp() + make_interval(secs => \(lease.seconds)))
                returning worker_id
                """,
                as: Int32.self
            )
        }
    }

    /// Holds the worker's advisory lock, which the server frees at once when the process dies, and renews its lease, until
    /// cancelled.
    ///
    /// - Throws: `LostWorker` when the lease had run out before it was renewed: others may have taken the worker's chunks.
    ///   An error of the connection means that the lock is gone.
    func stayAlive(_ id: Int32, lease: Duration, held: @escaping @Sendable () -> Void) async throws {
        try await database.transaction(as: worker) { tx in
            try tx.execute("select lock_worker(\(id))")
            held()
            while true {
                try await Task.sleep(for: lease / 5)
                // Whether the connection that holds the lock still lives is only seen by using it.
                try tx.execute("select 1")
                guard try await renew(id, lease: lease) else { throw LostWorker() }
            }
        }
    }

    private func renew(_ id: Int32, lease: Duration) async throws -> Bool {
        try await database.transaction(as: worker) { tx in
            try tx.execute(
                """
                update worker set lease_until = clock_timestamp() + make_interval(secs => \(lease.seconds))
                where worker_id = \(id) and lease_until > clock_timestamp()
                """
            ) == 1
        }
    }

    func deregister(_ id: Int32) async throws {
        try await database.transaction(as: worker) { tx in
            try tx.execute("delete from worker where worker_id = \(id)")
        }
    }

    // MARK: - Runs

    /// Fires what is due, starts what may start, ends what is finished, and takes back what dead workers held.
    func advance() async throws {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            try tx.execute(
                """
                with due as (
                    select schedule_id, next_at from schedule where next_at <= now()
                    order by next_at for update skip locked
                ), fired as (
                    update schedule s set next_at = null
                    from due d
                    where s.schedule_id = d.schedule_id and s.next_at = d.next_at
                    returning s.kind, s.subject, s.step, s.ordinal, d.next_at
                )
                insert into run (kind, subject, step, ordinal, intended_at)
                select kind, subject, step, ordinal, next_at from fired
                on conflict (kind, subject, step, intended_at) do nothing
                """
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
            try tx.execute(
                """
                update run r
                set ended_at = clock_timestamp(), state = case
                    when exists (select from run_chunk c where c.run_id = r.run_id and c.state = 'failed') then 'failed'
                    else 'done'
                end
                where r.state = 'running' and not exists (
                    select from run_chunk c where c.run_id = r.run_id and c.state in ('ready', 'running')
                )
                """
            )
            let startable = try tx.all(
                """
                select run_id from run r
                where state = 'waiting'
                    and not exists (
                        select from run p
                        where p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal and p.state <> 'done'
                    )
                    and not exists (
                        select from schedule s
                        where s.kind = r.kind and s.subject = r.subject and s.ordinal < r.ordinal
                            and s.next_at is not null
                    )
                order by run_id for update skip locked
                """,
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

    /// Whether anything is due, running or ready to run.
    func hasWork() async throws -> Bool {
        try await database.transaction(as: worker) { tx in
            try tx.one(
                """
                select exists (select from schedule where next_at <= now())
                    or exists (select from run where state = 'running')
                    or exists (
                        select from run r where state = 'waiting' and not exists (
                            select from run p
                            where p.kind = r.kind and p.subject = r.subject and p.ordinal < r.ordinal
                                and p.state <> 'done'
                        ) and not exists (
                            select from schedule s
                            where s.kind = r.kind and s.subject = r.subject and s.ordinal < r.ordinal
                                and s.next_at is not null
                        )
                    )
                """,
                as: Bool.self
            )
        }
    }

    // MARK: - Chunks

    /// Takes the next chunk, for this worker alone.
    func claim(_ id: Int32) async throws -> RunChunk? {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            let row = try tx.optional(
                """
                update run_chunk c
                set state = 'running', attempt = attempt + 1, worker_id = \(id),
                    started_at = coalesce(c.started_at, clock_timestamp())
                from (
                    select agency_id, run_id, run_chunk_id from run_chunk
                    where state = 'ready' and due_at <= now()
                    order by run_id, agency_id, run_chunk_id limit 1 for update skip locked
                ) n, run r
                where c.agency_id = n.agency_id and c.run_id = n.run_id and c.run_chunk_id = n.run_chunk_id
                    and r.run_id = c.run_id
                returning c.run_chunk_id, c.agency_id, c.first_key, c.last_key, c.attempt,
                    r.run_id, r.kind, r.subject, r.step, r.intended_at
                """,
                as: (Int64, Int32, Int64?, Int64?, Int32, Int64, String, String, String, Instant).self
            )
            return row.map { row in
                let run = Run(id: row.5, kind: row.6, subject: row.7, step: row.8, intendedAt: row.9)
                let keys = row.2.flatMap { first in row.3.map { first...$0 } }
                return RunChunk(id: row.0, run: run, agency: row.1, keys: keys, attempt: row.4, worker: id)
            }
        }
    }

    /// Does a chunk and finishes it, in one transaction in the agency's scope. A chunk of more than `size` keys splits
    /// itself instead.
    ///
    /// - Throws: `LostChunk` when it is no longer this worker's; nothing of the effect is then kept.
    func perform(_ chunk: RunChunk, with handler: any RunHandler, size: Int) async throws {
        let options = TransactionOptions(timeout: .seconds(600))
        try await database.transaction(as: agency(chunk.agency), options: options) { tx in
            let ranges: [ClosedRange<Int64>]
            if let keys = chunk.keys {
                ranges = [keys]
            } else {
                ranges = try handler.ranges(of: chunk.run, agency: chunk.agency, size: size, &tx)
            }
            if ranges.count > 1 {
                try tx.execute(
                    """
                    insert into run_chunk (agency_id, run_id, first_key, last_key)
                    select \(chunk.agency), \(chunk.run.id), first, last
                    from unnest(\(ranges.map(\.lowerBound)), \(ranges.map(\.upperBound))) k (first, last)
                    """
                )
                try finish(chunk, as: "split", ChunkOutcome(processed: 0), &tx)
                return
            }
            guard let keys = ranges.first else {
                try finish(chunk, as: "done", ChunkOutcome(processed: 0), &tx)
                return
            }
            let outcome = try handler.perform(chunk.run, agency: chunk.agency, keys: keys, &tx)
            if !outcome.failures.isEmpty {
                try tx.execute(
                    """
                    insert into run_failure (agency_id, run_id, key, code, reason)
                    select \(chunk.agency), \(chunk.run.id), key, code, reason
                    from unnest(\(outcome.failures.map(\.key)), \(outcome.failures.map(\.code)),
                        \(outcome.failures.map(\.reason))) f (key, code, reason)
                    """
                )
            }
            try finish(chunk, as: "done", outcome, &tx)
        }
    }

    /// The fence: worker, attempt and state must still be this claim's.
    private func finish(
        _ chunk: RunChunk,
        as state: String,
        _ outcome: ChunkOutcome,
        _ tx: inout Transaction
    ) throws {
        let count = try tx.execute(
            """
            update run_chunk
            set state = \(state), processed = \(Int32(outcome.processed)),
                failures = \(Int32(outcome.failures.count)), ended_at = clock_timestamp()
            where agency_id = \(chunk.agency) and run_id = \(chunk.run.id) and run_chunk_id = \(chunk.id)
                and attempt = \(chunk.attempt) and worker_id = \(chunk.worker) and state = 'running'
            """
        )
        guard count == 1 else { throw LostChunk() }
    }

    /// Hands a chunk back: after an error with a pause that doubles, and for good after `limit` errors; after an
    /// interruption soon, without counting it.
    func giveBack(_ chunk: RunChunk, error: String?, limit: Int16) async throws {
        let failed = error != nil
        try await database.transaction(as: worker) { tx in
            try tx.execute(
                """
                update run_chunk
                set state = case when \(failed) and errors + 1 >= \(limit) then 'failed' else 'ready' end,
                    errors = errors + \(failed)::integer::smallint,
                    last_error = coalesce(\(error), last_error),
                    due_at = case when \(failed) then clock_timestamp() + interval '0.2 s' * (2 ^ errors)
                        else clock_timestamp() + interval '0.1 s' end
                where agency_id = \(chunk.agency) and run_id = \(chunk.run.id) and run_chunk_id = \(chunk.id)
                    and attempt = \(chunk.attempt) and worker_id = \(chunk.worker) and state = 'running'
                """
            )
        }
    }
}

/// The worker's lock or lease is gone: others may take its chunks.
struct LostWorker: Error {}

/// The chunk was taken from this worker: its lease or its lock was gone.
struct LostChunk: Error {}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
