import Postgres
import Synchronization

/// Does the work of a queue: fires schedules, claims chunks, and hands them to handlers, several at a time.
///
/// Any number of workers may run against one database. A worker killed at any instant loses nothing and repeats nothing:
/// a chunk's effect and its finish are one transaction, fenced by worker and attempt.
public final class Worker: Sendable {
    /// How a worker works.
    public struct Options: Sendable {
        /// Shown in the list of workers.
        public var name: String
        /// Chunks done at the same time.
        public var parallelism: Int
        /// Keys a chunk holds at most. 10,000 people a transaction cost nothing against one statement; 1,000 cost a third.
        public var chunkSize: Int
        /// The target time of a chunk: where keys take long, it holds fewer.
        public var chunkTime: Duration
        /// How long others wait before they take over from a worker that neither renews nor disappears.
        public var lease: Duration
        /// How often the database is asked when there is nothing to do.
        public var pollInterval: Duration
        /// After so many errors a chunk is given up, and its run ends as failed.
        public var errorLimit: Int16

        /// What fits a city, under a name.
        public init(
            name: String,
            parallelism: Int = 2,
            chunkSize: Int = 20_000,
            chunkTime: Duration = .seconds(1),
            lease: Duration = .seconds(15),
            pollInterval: Duration = .seconds(1),
            errorLimit: Int16 = 3
        ) {
            self.name = name
            self.parallelism = parallelism
            self.chunkSize = chunkSize
            self.chunkTime = chunkTime
            self.lease = lease
            self.pollInterval = pollInterval
            self.errorLimit = errorLimit
        }
    }

    private let queue: WorkQueue
    private let handlers: [String: any RunHandler]
    private let jobs: JobWork
    private let schedules: ScheduleWork
    private let sizes: ChunkSizes
    private let wakeSignal = WakeSignal()
    private let options: Options
    private let report: @Sendable (Event) -> Void
    private let isDraining = Atomic(false)
    /// Something was done, or there was nothing to do, since the database was last away.
    private let hasProgressed = Atomic(false)

    /// - Parameters:
    ///   - queue: the runs.
    ///   - handlers: by the kind of run.
    ///   - jobs: the jobs beside the runs.
    ///   - schedules: which jobs come again.
    ///   - options: how it works.
    ///   - observe: told what it does, from whichever task does it.
    public init(
        _ queue: WorkQueue,
        handlers: [String: any RunHandler],
        jobs: JobWork,
        schedules: ScheduleWork,
        options: Options,
        observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.queue = queue
        self.handlers = handlers
        self.jobs = jobs
        self.schedules = schedules
        self.sizes = ChunkSizes(target: options.chunkTime, most: options.chunkSize)
        self.options = options
        self.report = observe
    }

    /// Claims nothing more; `run` returns when the chunks in hand are done.
    public func drain() {
        isDraining.store(true, ordering: .releasing)
        wakeSignal.send()
    }

    private func observe(_ event: Event) {
        switch event {
        case .finished, .idle, .jobsEnded: hasProgressed.store(true, ordering: .relaxed)
        default: break
        }
        report(event)
    }

    private var drains: Bool { isDraining.load(ordering: .acquiring) }

    /// Works until drained or cancelled; with `untilIdle`, until nothing is due or running.
    ///
    /// A worker that loses its lock or its lease, because the database went away or the process was stopped for too long,
    /// drops what it has in hand and begins again under another number. Once it has been at work, no answer of the database
    /// ends it: it says so, and tries again, on other connections. With `untilIdle` it gives up at once where
    /// waiting does not help, and else when nothing was done for ten seconds.
    public func run(untilIdle: Bool = false) async throws {
        var awaySince: ContinuousClock.Instant?
        var hasWorked = false
        while true {
            do {
                try await runAsOne(untilIdle) { hasWorked = true }
                return
            } catch is LostWorker {
                observe(.unavailable("the worker lost its lock or its lease; it begins anew"))
                if drains { return }
            } catch let error as PostgresError where hasWorked && !Task.isCancelled {
                observe(.unavailable(error.description))
                if drains { return }
                if hasProgressed.exchange(false, ordering: .relaxed) { awaySince = nil }
                let since = awaySince ?? .now
                awaySince = since
                let helps = error.remedy == .wait || error.remedy == .again
                if untilIdle, !helps || ContinuousClock.now - since > .seconds(10) { throw error }
            }
            try await Task.sleep(for: min(options.pollInterval, .seconds(1)))
        }
    }

    /// The lock, the lease and the work end together: whichever ends first ends the others.
    private func runAsOne(_ untilIdle: Bool, _ started: () -> Void) async throws {
        let id = try await queue.register(name: options.name, lease: options.lease)
        try await jobs.begin()
        let (held, hold) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { hold.finish() }
                try await self.queue.stayAlive(id, lease: self.options.lease, held: { hold.finish() })
                throw LostWorker()
            }
            for await _ in held {}
            started()
            observe(.started(worker: id))
            group.addTask { try await self.tend(id) }
            group.addTask {
                try await self.jobs.listen { self.wakeSignal.send() }
                // A doorbell that is not heard is not a reason to end the others.
                try await Task.sleep(for: .seconds(1 << 40))
            }
            group.addTask {
                try await withThrowingTaskGroup(of: Void.self) { slots in
                    for _ in 0..<self.options.parallelism {
                        slots.addTask { try await self.work(id, untilIdle: untilIdle) }
                    }
                    try await slots.waitForAll()
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
        try await queue.deregister(id)
    }

    private func work(_ id: Int32, untilIdle: Bool) async throws {
        var lastLook: ContinuousClock.Instant?
        while !drains {
            try Task.checkCancellation()
            let signals = wakeSignal.count
            let count = try await jobs.next(id) { self.observe(Event($0)) }
            // Where jobs come one after the other, chunks are not looked for each time.
            if count > 0, let lastLook, ContinuousClock.now - lastLook < .milliseconds(100) { continue }
            lastLook = .now
            if let chunk = try await next(id) {
                try await perform(chunk)
            } else if count > 0 {
                continue
            } else if untilIdle, try await !hasWork() {
                return
            } else {
                observe(.idle)
                // Not all at once: a random part of the time less.
                let time = untilIdle ? options.pollInterval / 20 : options.pollInterval
                try await wakeSignal.wait(for: time * Double.random(in: 0.75...1), after: signals)
            }
        }
    }

    /// As long as the worker lives, also while all that it does takes long.
    private func tend(_ id: Int32) async throws {
        while true {
            try await mendClock()
            let rescued = try await jobs.tend(id)
            if rescued > 0 {
                observe(.jobsRescued(rescued))
                wakeSignal.send()
            }
            try await fire()
            try await Task.sleep(for: options.pollInterval)
        }
    }

    /// What a clock that was ahead has left.
    private func mendClock() async throws {
        var found = try await queue.mendClock()
        let offset = try await schedules.clockOffset()
        observe(.clockOffset(offset))
        if abs(offset) < ScheduleWork.tolerance, let trace = try await schedules.mend() { found.append(trace) }
        for trace in found { observe(.clockMended(trace)) }
        if !found.isEmpty { wakeSignal.send() }
    }

    private func hasWork() async throws -> Bool {
        try await queue.look { [queue, schedules, jobs] tx in
            try queue.hasWork(&tx) || schedules.hasWork(&tx) || jobs.hasWork(&tx)
        }
    }

    private func fire() async throws {
        let (fired, unreadable) = try await schedules.fire()
        for schedule in unreadable { observe(.scheduleUnreadable(schedule)) }
        guard !fired.isEmpty else { return }
        observe(.schedulesFired(fired))
        wakeSignal.send()
    }

    /// A chunk that is ready; otherwise looks whether something is to be fired, started or rescued.
    private func next(_ id: Int32) async throws -> RunChunk? {
        if let chunk = try await queue.claim(id) { return chunk }
        try await queue.advance()
        return try await queue.claim(id)
    }

    private func perform(_ chunk: RunChunk) async throws {
        guard let handler = handlers[chunk.run.kind] else {
            try await giveBack(chunk, "no handler for runs of kind \(chunk.run.kind)")
            return
        }
        let start = ContinuousClock.now
        do {
            let keys = try await queue.perform(chunk, with: handler, sizes)
            let time = ContinuousClock.now - start
            sizes.record(chunk.run, keys: keys, took: time)
            observe(.finished(chunk, keys: keys, took: time))
        } catch is LostChunk {
            // Lost to another worker, unless it is still ours and only its agency could not see it.
            let reason = "the agency's rows are not to be seen: it is suspended, or was while this was done"
            if try await queue.giveBack(chunk, error: reason, limit: options.errorLimit) {
                observe(.failed(chunk, reason))
            } else {
                observe(.lost(chunk))
            }
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            try await leaveBehind(chunk, because: nil)
        } catch let error as PostgresError where error.isNobodysFault(within: .now - start) {
            guard error.isUnavailable || error.remedy == .permission else {
                observe(.interrupted(chunk, error.description))
                try await queue.giveBack(chunk, error: nil, limit: options.errorLimit)
                return
            }
            if error.isUnavailable { observe(.unavailable(error.description)) }
            try await leaveBehind(chunk, because: error.description)
        } catch let error where Task.isCancelled {
            // The lock goes with the process, or went already: the next worker takes the chunk up at once.
            throw error
        } catch {
            try await giveBack(chunk, "\(error)")
        }
    }

    private func leaveBehind(_ chunk: RunChunk, because reason: String?) async throws {
        observe(try await queue.leaveBehind(chunk, because: reason).map { .late(chunk, $0) } ?? .lost(chunk))
    }

    private func giveBack(_ chunk: RunChunk, _ error: String) async throws {
        observe(.failed(chunk, error))
        try await queue.giveBack(chunk, error: error, limit: options.errorLimit)
    }
}

extension PostgresError {
    /// Whether the same chunk may well succeed: the server cannot serve now, another was in the way, somebody cancelled it, or took
    /// a right away that has to be given back. One that was cancelled because its own time was up takes too long, and one at
    /// which the server reports damage (class XX) may be its cause.
    fileprivate func isNobodysFault(within time: Duration) -> Bool {
        if sqlState == .queryCanceled { return time < WorkQueue.chunkLimit }
        if let diagnostic, SQLState.Class(prefix: "XX") ~= diagnostic.sqlState { return false }
        return isUnavailable || isRetryable || remedy == .permission
    }
}
