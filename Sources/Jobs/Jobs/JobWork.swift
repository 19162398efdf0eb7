public import Postgres

/// A worker's part in jobs: claims them, does them in batches, and one by one where a batch fails.
public struct JobWork: Sendable {
    private let claims: JobClaims
    private let handlers: [String: any JobHandler]
    private let channel: Channel
    private let inHand = JobsInHand()
    private let progress = JobProgress()

    /// - Parameters:
    ///   - database: whose jobs.
    ///   - worker: the scope that sees the jobs of all agencies, and none of their data. The city's own jobs are done in it.
    ///   - agency: the scope of one agency's data.
    ///   - agencies: those whose jobs are done for now.
    ///   - channel: where a ``Doorbell`` rings.
    ///   - handlers: one for each kind that this worker does.
    public init(
        _ database: Database,
        worker: Scope,
        agency: @escaping @Sendable (Int32) -> Scope,
        agencies: @escaping ActiveAgencies,
        channel: Channel,
        handlers: [any JobHandler]
    ) {
        self.channel = channel
        claims = JobClaims(database: database, worker: worker, agency: agency, agencies: agencies)
        self.handlers = Dictionary(handlers.map { ($0.kind.name, $0) }) { first, _ in first }
    }

    private var kinds: [JobKind] { handlers.values.map(\.kind) }

    func begin() async throws {
        guard !handlers.isEmpty else { return }
        try await claims.register(kinds)
    }

    /// Hears the doorbell until cancelled. Where nobody may listen, as through a pooler, polling has to do.
    func listen(_ heard: () -> Void) async throws {
        guard !handlers.isEmpty else { return }
        do {
            for try await _ in try await claims.database.listen(to: [channel]) { heard() }
        } catch is PostgresError where !Task.isCancelled {}
    }

    func hasWork(_ tx: inout Transaction) throws -> Bool {
        handlers.isEmpty ? false : try claims.hasWork(kinds, &tx)
    }

    /// Takes back what others lost, writes progress, and ends what was cancelled or is overdue; how many jobs others lost.
    func tend(_ worker: Int32) async throws -> Int {
        guard !handlers.isEmpty else { return 0 }
        let cancelled = try await claims.tend(worker, progress.take())
        inHand.end(cancelled: cancelled)
        return try await claims.rescue()
    }

    /// Does what may be done for one agency; how many jobs were claimed.
    func next(_ worker: Int32, _ observe: @Sendable (JobEvent) -> Void) async throws -> Int {
        guard !handlers.isEmpty else { return 0 }
        let claimed = try await claims.claim(worker, kinds)
        guard let first = claimed.first, let handler = handlers[first.kind] else { return 0 }
        do {
            try await perform(claimed, handler, observe)
        } catch  where claimed.count > 1 && !Task.isCancelled {
            // Whose fault it was, they show one by one.
            for claim in claimed { try await performAlone(claim, handler, observe) }
        } catch  where Task.isCancelled {
            // The worker must end, and the jobs are not to blame: they are handed back, as far as there is time. One that has lost its
            // claims has nothing to hand back.
            let endings = claimed.map { JobEnding(claim: $0, outcome: .return) }
            await Task { try? await claims.end(endings) }.value
            throw error
        } catch {
            try await settle(first, handler.kind, error, observe)
        }
        inHand.remove(claimed)
        return claimed.count
    }

    private func performAlone(
        _ claim: JobClaim,
        _ handler: any JobHandler,
        _ observe: @Sendable (JobEvent) -> Void
    ) async throws {
        do {
            if inHand.isCancelled(claim) { throw CancellationError() }
            try await perform([claim], handler, observe)
        } catch {
            try await settle(claim, handler.kind, error, observe)
        }
    }

    /// In a task of its own, which can be ended by itself.
    private func perform(
        _ batch: [JobClaim],
        _ handler: any JobHandler,
        _ observe: @Sendable (JobEvent) -> Void
    ) async throws {
        let start = ContinuousClock.now
        let task = Task(executorPreference: Database.executor) {
            try await claims.perform(batch, with: handler, progress)
        }
        inHand.add(batch, until: start + handler.kind.timeout) { task.cancel() }
        let endings = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        observe(.ended(kind: handler.kind.name, endings.count { $0.outcome != .return }, took: .now - start))
    }

    /// Ends a claim whose transaction came to nothing.
    private func settle(
        _ claim: JobClaim,
        _ kind: JobKind,
        _ error: any Error,
        _ observe: @Sendable (JobEvent) -> Void
    ) async throws {
        if Task.isCancelled { throw error }
        let ending: JobEnding
        switch error {
        case is LostClaim:
            observe(.lost(kind: kind.name, id: claim.id))
            return
        case _ where inHand.isCancelled(claim):
            ending = JobEnding(claim: claim, outcome: .cancelled)
        case _ where inHand.isOverdue(claim):
            ending = failure(claim, kind, "it took longer than \(kind.timeout)")
        case let error as PostgresError where error.isUnavailable || error.isRetryable:
            // Not the job's fault.
            if error.isUnavailable { observe(.unavailable(error.description)) }
            ending = JobEnding(claim: claim, outcome: .return, pause: .milliseconds(100))
        case let refusal as JobRefusal:
            ending = JobEnding(claim: claim, outcome: .dead, error: refusal.reason)
        default:
            ending = failure(claim, kind, "\(error)")
        }
        if let reason = ending.error {
            observe(.failed(kind: kind.name, id: claim.id, reason, isDead: ending.outcome == .dead))
        }
        do {
            try await claims.end([ending])
        } catch is LostClaim {
            // A commit whose answer was lost has finished it; or others took it over.
            observe(.lost(kind: kind.name, id: claim.id))
        }
    }

    private func failure(_ claim: JobClaim, _ kind: JobKind, _ reason: String) -> JobEnding {
        guard claim.failures + 1 < kind.errorLimit else {
            return JobEnding(claim: claim, outcome: .dead, error: reason)
        }
        var random = SystemRandomNumberGenerator()
        let pause = kind.backOff.pause(afterFailures: claim.failures + 1, using: &random)
        return JobEnding(claim: claim, outcome: .retry, pause: pause, error: reason)
    }
}
