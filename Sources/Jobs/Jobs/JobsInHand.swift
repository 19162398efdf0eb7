import Synchronization

/// The jobs that this worker is doing, so that they can be ended from elsewhere.
final class JobsInHand: Sendable {
    private struct Entry {
        let until: ContinuousClock.Instant
        let end: @Sendable () -> Void
        var isCancelled = false
        var isOverdue = false
    }

    private let entries = Mutex<[Int64: Entry]>([:])

    func add(_ claims: [JobClaim], until: ContinuousClock.Instant, end: @escaping @Sendable () -> Void) {
        entries.withLock { entries in
            for claim in claims {
                // One that was cancelled as part of a batch is not forgotten when it comes again by itself.
                var entry = Entry(until: until, end: end)
                entry.isCancelled = entries[claim.id]?.isCancelled ?? false
                entries[claim.id] = entry
            }
        }
    }

    func remove(_ claims: [JobClaim]) {
        entries.withLock { entries in
            for claim in claims { entries[claim.id] = nil }
        }
    }

    func isCancelled(_ claim: JobClaim) -> Bool { entries.withLock { $0[claim.id]?.isCancelled ?? false } }

    func isOverdue(_ claim: JobClaim) -> Bool { entries.withLock { $0[claim.id]?.isOverdue ?? false } }

    /// Ends those that somebody cancelled, each once, and those whose time is over.
    func end(cancelled: [Int64], now: ContinuousClock.Instant = .now) {
        let ends = entries.withLock { entries in
            var ends: [@Sendable () -> Void] = []
            for id in cancelled where entries[id]?.isCancelled == false {
                entries[id]?.isCancelled = true
                if let end = entries[id]?.end { ends.append(end) }
            }
            for (id, entry) in entries where entry.until < now && !entry.isOverdue {
                entries[id]?.isOverdue = true
                ends.append(entry.end)
            }
            return ends
        }
        for end in ends { end() }
    }
}
