import Foundation
import Postgres

extension WorkQueue {
    /// Takes the next chunk, for this worker alone. One with unreadable keys is given up, because the next try would fail, too.
    func claim(_ id: Int32) async throws -> RunChunk? {
        let (chunk, isReadable) = try await database.transaction(
            as: worker,
            options: TransactionOptions(retries: 5)
        ) { tx -> (RunChunk?, Bool) in
            let row = try tx.optional(
                """
                select agency_id, run_chunk_id, first_key, last_key, keys, claim, run_id, kind, subject, step, intended_at
                from claim_chunk(\(id))
                """,
                as: (Int32, Int64, Int64?, Int64?, Int32?, UUID, Int64, String, String, String, Instant).self
            )
            guard let row else { return (nil, true) }
            let run = Run(id: row.6, kind: row.7, subject: row.8, step: row.9, intendedAt: row.10)
            var range: KeyRange?
            var isReadable = (row.2 == nil) == (row.3 == nil)
            if let first = row.2, let last = row.3 {
                isReadable = first <= last
                if isReadable { range = KeyRange(keys: first...last, count: Int(row.4 ?? 0)) }
            }
            return (RunChunk(id: row.1, run: run, agency: row.0, range: range, claim: row.5), isReadable)
        }
        guard let chunk, !isReadable else { return chunk }
        try await giveBack(chunk, error: "its keys run backwards", limit: 1)
        return nil
    }

    /// Less than a watchdog waits for a sign of life: what hangs is ended by it, and counted.
    static let chunkLimit = Duration.seconds(240)

    /// Does a chunk and finishes it, in one transaction in the agency's scope. A chunk that is too large splits itself
    /// instead.
    ///
    /// - Returns: how many keys it had; 0 when it split itself.
    /// - Throws: `LostChunk` when it is no longer this worker's; nothing of the effect is then kept.
    func perform(_ chunk: RunChunk, with handler: any RunHandler, _ sizes: ChunkSizes) async throws -> Int {
        let options = TransactionOptions(timeout: Self.chunkLimit, lockTimeout: .seconds(2))
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
                try end(
                    """
                    select split_chunk(
                        \(chunk.agency), \(chunk.run.id), \(chunk.id), \(chunk.claim), \(first), \(last),
                        \(ranges.map { Int32(clamping: $0.count) })
                    )
                    """,
                    &tx
                )
                return 0
            }
            guard let range = ranges.first else {
                try finish(chunk, ChunkOutcome(processed: 0), &tx)
                return 0
            }
            let outcome = try handler.perform(chunk.run, agency: chunk.agency, keys: range.keys, &tx)
            try finish(chunk, outcome, &tx)
            return range.count
        }
    }

    private func finish(_ chunk: RunChunk, _ outcome: ChunkOutcome, _ tx: inout Transaction) throws {
        try end(
            """
            select finish_chunk(
                \(chunk.agency), \(chunk.run.id), \(chunk.id), \(chunk.claim), \(Int32(outcome.processed)),
                \(outcome.failures.map(\.key)), \(outcome.failures.map(\.code)), \(outcome.failures.map(\.reason))
            )
            """,
            &tx
        )
    }

    /// The fence: the claim must still be this one.
    private func end(_ statement: SQL, _ tx: inout Transaction) throws {
        do {
            try tx.execute(statement)
        } catch {
            throw error.sqlState == .lostClaim ? LostChunk() : error
        }
    }

    /// Hands a chunk back: after an error with a pause that doubles, and permanently after `limit` errors; after an
    /// interruption soon, without counting it. False when it was not this worker's any more.
    @discardableResult
    func giveBack(_ chunk: RunChunk, error: String?, limit: Int16) async throws -> Bool {
        try await database.transaction(as: worker) { tx in
            try tx.one(
                """
                select give_back_chunk(
                    \(chunk.agency), \(chunk.run.id), \(chunk.id), \(chunk.claim), \(error), \(Int32(limit))
                )
                """,
                as: Bool.self
            )
        }
    }
}

extension WorkQueue {
    /// Leaves a chunk behind that cannot be done now, with the others of its agency; why, nil when it was not this worker's any
    /// more.
    /// - Parameter reason: nil where it waited in vain for a lock.
    func leaveBehind(_ chunk: RunChunk, because reason: String?) async throws -> String? {
        try await database.transaction(as: worker) { tx in
            try tx.one(
                "select leave_chunk_behind(\(chunk.agency), \(chunk.run.id), \(chunk.id), \(chunk.claim), \(reason))",
                as: String?.self
            )
        }
    }
}

/// The chunk was taken from this worker: its lease or its lock was gone.
struct LostChunk: Error {}
