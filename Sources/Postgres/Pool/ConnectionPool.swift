import Synchronization

/// Does what `PoolState` decides: opens, lends and closes connections, and wakes those who wait.
final class ConnectionPool: Sendable {
    typealias Lease = (id: PoolState.ConnectionID, connection: Connection)

    private struct Books {
        var state: PoolState
        var connections: [PoolState.ConnectionID: Connection] = [:]
        var callers: [PoolState.CallerID: CheckedContinuation<Lease, any Error>] = [:]
        var nextCaller = 0
        var alarm: Alarm?
    }

    private struct Alarm {
        let instant: ContinuousClock.Instant
        let task: Task<Void, Never>
    }

    private let options: ConnectionOptions
    private let observation: Observation
    private let books: Mutex<Books>

    init(_ options: ConnectionOptions, _ limits: PoolLimits, _ observation: Observation) {
        self.options = options
        self.observation = observation
        books = Mutex(Books(state: PoolState(limits, seed: .random(in: .min ... .max))))
        // Opens the minimum.
        carryOut { state, now in state.tick(at: now) }
    }

    deinit {
        books.withLock { $0.alarm?.task.cancel() }
    }

    func acquire() async throws -> Lease {
        let caller = books.withLock { books in
            books.nextCaller += 1
            return books.nextCaller
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // In one step with the request, so that nobody answers before it is known whom.
                carryOut(noting: { $0.callers[caller] = continuation }) { state, now in state.request(caller, at: now) }
                if Task.isCancelled { cancel(caller) }
            }
        } onCancel: {
            cancel(caller)
        }
    }

    private func cancel(_ caller: PoolState.CallerID) {
        let continuation = books.withLock { books in
            books.state.withdraw(caller) ? books.callers.removeValue(forKey: caller) : nil
        }
        continuation?.resume(throwing: PostgresError(.cancelled, wasSent: false))
    }

    /// Called on the connection's thread, when its transaction has ended.
    func giveBack(_ connection: PoolState.ConnectionID, _ returned: PoolState.ReturnedState) {
        carryOut { state, now in state.giveBack(connection, returned, at: now) }
    }

    /// Returns when what was idle is closed.
    func close() async {
        let closing = carryOut { state, _ in state.close() }
        for task in closing { await task.value }
    }

    var statistics: PoolStatistics { books.withLock { $0.state.snapshot } }

    // MARK: - Inside

    /// Changes the state, then does outside of the lock what it says.
    ///
    /// - Returns: the tasks that close connections.
    @discardableResult
    private func carryOut(
        noting note: (inout Books) -> Void = { _ in },
        _ change: (inout PoolState, ContinuousClock.Instant) -> [PoolState.Action]
    ) -> [Task<Void, Never>] {
        var effects: [Effect] = []
        books.withLock { books in
            note(&books)
            let now = ContinuousClock.now
            for action in change(&books.state, now) {
                if let effect = effect(of: action, &books) { effects.append(effect) }
            }
            setAlarm(&books)
        }
        var closing: [Task<Void, Never>] = []
        for effect in effects {
            switch effect {
            case .resume(let continuation, let result): continuation.resume(with: result)
            case .open(let id):
                Task { await open(id) }
            case .close(let connection, let reason):
                if observation.isOn { observation.observer?.observe(.disconnect(reason)) }
                closing.append(Task { await connection.close() })
            }
        }
        return closing
    }

    private enum Effect {
        case resume(CheckedContinuation<Lease, any Error>, Result<Lease, any Error>)
        case open(PoolState.ConnectionID)
        case close(Connection, PoolStatistics.Closing)
    }

    private func effect(of action: PoolState.Action, _ books: inout Books) -> Effect? {
        switch action {
        case .lend(let id, let caller):
            guard let connection = books.connections[id] else { return nil }
            return books.callers.removeValue(forKey: caller).map { .resume($0, .success((id, connection))) }
        case .refuse(let caller, let error):
            return books.callers.removeValue(forKey: caller).map { .resume($0, .failure(error)) }
        case .open(let id): return .open(id)
        case .close(let id, let reason):
            return books.connections.removeValue(forKey: id).map { .close($0, reason) }
        }
    }

    private func open(_ id: PoolState.ConnectionID) async {
        let connection: Connection
        do throws(PostgresError) {
            connection = try Connection(options, observation)
            try await connection.open()
        } catch {
            carryOut { state, now in state.failedToOpen(id, error, at: now) }
            return
        }
        carryOut(noting: { $0.connections[id] = connection }) { state, now in state.opened(id, at: now) }
    }

    /// One timer for whatever is due next; an earlier one takes its place.
    private func setAlarm(_ books: inout Books) {
        guard let next = books.state.nextTick else {
            books.alarm?.task.cancel()
            books.alarm = nil
            return
        }
        if let alarm = books.alarm {
            guard next < alarm.instant else { return }
            alarm.task.cancel()
        }
        let task = Task { [weak self] in
            guard (try? await ContinuousClock().sleep(until: next)) != nil else { return }
            self?.ring(next)
        }
        books.alarm = Alarm(instant: next, task: task)
    }

    private func ring(_ instant: ContinuousClock.Instant) {
        books.withLock { books in
            if books.alarm?.instant == instant { books.alarm = nil }
        }
        carryOut { state, now in state.tick(at: now) }
    }
}
