import Postgres

extension WorkQueue {
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
                    where state = 'ready' and due_at <= clock_timestamp() and run_id in (
                        select run_id from run where state = 'running' and not is_paused
                    )
                    order by run_id, agency_id, run_chunk_id limit 1 for update skip locked
                ) n, run r
                where c.agency_id = n.agency_id and c.run_id = n.run_id and c.run_chunk_id = n.run_chunk_id
                    and r.run_id = c.run_id
                returning c.run_chunk_id, c.agency_id, c.first_key, c.last_key, c.keys, c.attempt,
                    r.run_id, r.kind, r.subject, r.step, r.intended_at
                """,
                as: (Int64, Int32, Int64?, Int64?, Int32?, Int32, Int64, String, String, String, Instant).self
            )
            return row.map { row in
                let run = Run(id: row.6, kind: row.7, subject: row.8, step: row.9, intendedAt: row.10)
                var range: KeyRange?
                if let first = row.2, let last = row.3 {
                    range = KeyRange(keys: first...last, count: Int(row.4 ?? 0))
                }
                return RunChunk(id: row.0, run: run, agency: row.1, range: range, attempt: row.5, worker: id)
            }
        }
    }

    /// Does a chunk and finishes it, in one transaction in the agency's scope. A chunk that is too large splits itself
    /// instead.
    ///
    /// - Returns: how many keys it had; 0 when it split itself.
    /// - Throws: `LostChunk` when it is no longer this worker's; nothing of the effect is then kept.
    func perform(_ chunk: RunChunk, with handler: any RunHandler, _ sizes: ChunkSizes) async throws -> Int {
        // Less than a watchdog waits for a sign of life: what hangs is ended here, and counted.
        let options = TransactionOptions(timeout: .seconds(240))
        return try await database.transaction(as: agency(chunk.agency), options: options) { tx in
            // What a crash of the server takes back, the effect and its finish at once, is simply done again.
            try tx.execute("set local synchronous_commit = off")
            let ranges: [KeyRange]
            if let range = chunk.range, !sizes.isTooLarge(range, for: chunk.run) {
                ranges = [range]
            } else {
                let size = sizes.size(for: chunk.run)
                let parts = try handler.ranges(
                    of: chunk.run,
                    agency: chunk.agency,
                    within: chunk.range?.keys,
                    size: size.keys,
                    &tx
                )
                ranges = sizes.chunks(parts, of: size)
            }
            if ranges.count > 1 {
                let (first, last) = (ranges.map(\.keys.lowerBound), ranges.map(\.keys.upperBound))
                try tx.execute(
                    """
                    insert into run_chunk (agency_id, run_id, first_key, last_key, keys)
                    select \(chunk.agency), \(chunk.run.id), first, last, keys
                    from unnest(\(first), \(last), \(ranges.map { Int32($0.count) })) k (first, last, keys)
                    """
                )
                try finish(chunk, as: "split", ChunkOutcome(processed: 0), &tx)
                return 0
            }
            guard let range = ranges.first else {
                try finish(chunk, as: "done", ChunkOutcome(processed: 0), &tx)
                return 0
            }
            let outcome = try handler.perform(chunk.run, agency: chunk.agency, keys: range.keys, &tx)
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
            return range.count
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
    /// interruption soon, without counting it. False when it was not this worker's any more.
    @discardableResult
    func giveBack(_ chunk: RunChunk, error: String?, limit: Int16) async throws -> Bool {
        let failed = error != nil
        return try await database.transaction(as: worker) { tx in
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
            ) == 1
        }
    }
}

/// The chunk was taken from this worker: its lease or its lock was gone.
struct LostChunk: Error {}
