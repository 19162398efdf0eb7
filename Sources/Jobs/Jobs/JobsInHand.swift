import Synchronization

/// The jobs that this worker is doing, so that they can be ended from elsewhere.
///
/// A job that was settled may be in the hands of another slot before the first has put it down: what is held is a claim.
final class JobsInHand: Sendable {
    private struct Key: Hashable {
        let id: Int64
        let attempt: Int32

        init(_ claim: JobClaim) {
            id = claim.id
            attempt = claim.attempt
        }
    }

    private struct Entry {
        let until: ContinuousClock.Instant
        let end: @Sendable () -> Void
        var isCancelled = false
        var isOverdue = false
    }

    private let entries = Mutex<[Key: Entry]>([:])

    func add(_ claims: [JobClaim], until: ContinuousClock.Instant, end: @escaping @Sendable () -> Void) {
        entries.withLock { entries in
            for claim in claims {
                // One that was cancelled as part of a batch is not forgotten when it comes again by itself.
                var entry = Entry(until: until, end: end)
                entry.isCancelled = entries[Key(claim)]?.isCancelled ?? false
                entries[Key(claim)] = entry
            }
        }
    }

    func remove(_ claims: [JobClaim]) {
        entries.withLock { entries in
            for claim in claims { entries[Key(claim)] = nil }
        }
    }

    func isCancelled(_ claim: JobClaim) -> Bool { entries.withLock { $0[Key(claim)]?.isCancelled ?? false } }

    func isOverdue(_ claim: JobClaim) -> Bool { entries.withLock { $0[Key(claim)]?.isOverdue ?? false } }

    /// Ends those that somebody cancelled, each once, and those whose time is over.
    func end(cancelled: [Int64], now: ContinuousClock.Instant = .now) {
        let ends = entries.withLock { entries in
            var ends: [@Sendable () -> Void] = []
            for (key, entry) in entries {
                let isCancelled = !entry.isCancelled && cancelled.contains(key.id)
                let isOverdue = !entry.isOverdue && entry.until < now
                if isCancelled { entries[key]?.isCancelled = true }
                if isOverdue { entries[key]?.isOverdue = true }
                if isCancelled || isOverdue { ends.append(entry.end) }
            }
            return ends
        }
        for end in ends { end() }
    }
}
