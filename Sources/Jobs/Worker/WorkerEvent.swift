extension Worker {
    /// What a worker tells about its work. Holds no personal data.
    public enum Event: Sendable {
        /// It is at work, under this number.
        case started(worker: Int32)
        /// The database answered, and there was nothing to do.
        case idle
        /// With how many keys; 0 for a chunk that split itself.
        case finished(RunChunk, keys: Int, took: Duration)
        /// It is tried again after a pause, or given up after too many errors: why, in words.
        case failed(RunChunk, String)
        /// Others have it now; nothing that was done here is kept.
        case lost(RunChunk)
        /// It cannot be done now, as when another session holds a lock, and is tried again while the rest goes on: why, in words.
        case late(RunChunk, String)
        /// It was cancelled or got in another's way, and is done again; no fault of its own.
        case interrupted(RunChunk, String)
        /// So many jobs of a kind ended by themselves.
        case jobsEnded(kind: String, Int, took: Duration)
        /// Why, in words, and whether it is given up.
        case jobFailed(kind: String, id: Int64, String, isDead: Bool)
        /// Others have it now; nothing that was done here is kept.
        case jobLost(kind: String, id: Int64)
        /// Jobs whose worker died, or that were not ended in time, wait again.
        case jobsRescued(Int)
        /// Their jobs are enqueued.
        case schedulesFired([String])
        /// The stored row cannot be read as a schedule. This is said at each look.
        case scheduleUnreadable(UnreadableSchedule)
        /// Due times were far ahead and are put right: the server's clock was ahead for a while.
        case clockMended(ClockTrace)
        /// By so many seconds the server's clock is ahead of this machine's. Told at each look.
        case clockOffset(Double)
        /// The database could not be used for a while: why, in words.
        case unavailable(String)
    }
}

extension Worker.Event {
    init(_ event: JobEvent) {
        self =
            switch event {
            case .ended(let kind, let count, let took): .jobsEnded(kind: kind, count, took: took)
            case .failed(let kind, let id, let reason, let isDead):
                .jobFailed(kind: kind, id: id, reason, isDead: isDead)
            case .lost(let kind, let id): .jobLost(kind: kind, id: id)
            case .unavailable(let reason): .unavailable(reason)
            }
    }
}
