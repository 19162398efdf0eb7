import Dispatch

/// Does what `PoolState` decides: opens, lends and closes connections, and wakes those who wait.
final class ConnectionPool: Sendable {
    /// A connection for one caller. One that `isNew` is opened by the caller's transaction.
    struct Lease: Sendable {
        let id: PoolState.ConnectionID
        let connection: Connection
        var isNew = false

        /// The caller runs on the connection's thread already.
        var isWhereTheCallerIs: Bool { !isNew && ThreadOccupant.isGuest(of: connection.thread) }
    }

    /// A new connection could not be opened for its caller, but there are others to wait for.
    struct OthersMayServe: Error {}

    private struct Books {
        var state: PoolState
        var connections: [PoolState.ConnectionID: Connection] = [:]
        var callers: [PoolState.CallerID: CheckedContinuation<Lease, any Error>] = [:]
        var nextCaller = 0
        /// When the pool is woken next.
        var alarm: ContinuousClock.Instant?

        /// The connection of the thread that asks: the way to it is short.
        var nearest: PoolState.ConnectionID? {
            guard let thread = ThreadOccupant.current?.connection, connections[thread.id]?.thread === thread else {
                return nil
            }
            return thread.id
        }
    }

    private let options: ConnectionOptions
    private let observation: Observation
    private let books: Locked<Books>

    init(_ options: ConnectionOptions, _ limits: PoolLimits, _ observation: Observation) {
        self.options = options
        self.observation = observation
        books = Locked(Books(state: PoolState(limits, seed: .random(in: .min ... .max))))
        // Opens the minimum.
        perform { books, now in books.state.tick(at: now) }
    }

    /// What can be had at once; nil when the caller has to wait.
    ///
    /// - Throws: why no connection can be begun, when there is no other to wait for.
    func lend() throws(PostgresError) -> Lease? {
        var offer = PoolState.Offer.nothing
        var connection: Connection?
        perform(setsAlarm: false) { books, now in
            let (offered, actions) = books.state.offer(at: now, preferring: books.nearest)
            offer = offered
            if case .idle(let id) = offered { connection = books.connections[id] }
            // Nothing is due sooner because a connection was taken.
            if !actions.isEmpty { setAlarm(&books) }
            return actions
        }
        switch offer {
        case .idle(let id): return connection.map { Lease(id: id, connection: $0) }
        case .toOpen(let id):
            do throws(PostgresError) {
                return Lease(id: id, connection: try Connection(id, options, observation), isNew: true)
            } catch {
                guard failedToOpen(id, error) else { return nil }
                throw error
            }
        case .nothing: return nil
        }
    }

    /// Waits for a connection.
    func wait() async throws -> Lease {
        let caller = books.withLock { books in
            books.nextCaller += 1
            return books.nextCaller
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                perform { books, now in
                    books.callers[caller] = continuation
                    return books.state.request(caller, at: now)
                }
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

    func opened(_ lease: Lease) {
        perform { books, now in
            books.connections[lease.id] = lease.connection
            return books.state.opened(lease.id, at: now)
        }
    }

    /// - Returns: whether there is no other connection that the caller could wait for.
    @discardableResult
    func failedToOpen(_ id: PoolState.ConnectionID, _ error: PostgresError) -> Bool {
        var isFinal = false
        perform { books, now in
            let actions = books.state.failedToOpen(id, error, at: now)
            isFinal = books.state.isFinal(error)
            return actions
        }
        return isFinal
    }

    /// Called on the connection's thread, when its transaction has ended.
    func giveBack(
        _ connection: PoolState.ConnectionID,
        _ returned: PoolState.ReturnedState,
        reopenings: Int = 0
    ) {
        perform(setsAlarm: false) { books, now in
            let actions = books.state.giveBack(connection, returned, reopenings: reopenings, at: now)
            // Of all that may be due next, only the end of this one is new.
            if !actions.isEmpty || books.alarm.map({ books.state.end(of: connection, at: now) < $0 }) ?? true {
                setAlarm(&books)
            }
            return actions
        }
    }

    func close() {
        perform { books, _ in books.state.close() }
    }

    var statistics: PoolStatistics { books.withLock { $0.state.snapshot } }

    // MARK: - Inside

    private enum Effect {
        case resume(CheckedContinuation<Lease, any Error>, Result<Lease, any Error>)
        case open(PoolState.ConnectionID)
        case close(Connection, PoolStatistics.Closing)
    }

    /// Changes the state, then does outside of the lock what it says.
    private func perform(
        setsAlarm: Bool = true,
        _ change: (inout Books, ContinuousClock.Instant) -> [PoolState.Action]
    ) {
        let effects = books.withLock { books -> [Effect] in
            let actions = change(&books, .now)
            if setsAlarm { setAlarm(&books) }
            if actions.isEmpty { return [] }
            return actions.compactMap { effect(of: $0, &books) }
        }
        for effect in effects {
            switch effect {
            case .resume(let continuation, let result): continuation.resume(with: result)
            case .open(let id): open(id)
            case .close(let connection, let reason):
                observation.observer?.observe(.disconnect(reason))
                connection.close()
            }
        }
    }

    private func effect(of action: PoolState.Action, _ books: inout Books) -> Effect? {
        switch action {
        case .lend(let id, let caller):
            guard let connection = books.connections[id] else { return nil }
            return books.callers.removeValue(forKey: caller)
                .map { .resume($0, .success(Lease(id: id, connection: connection))) }
        case .refuse(let caller, let error):
            return books.callers.removeValue(forKey: caller).map { .resume($0, .failure(error)) }
        case .open(let id): return .open(id)
        case .close(let id, let reason):
            return books.connections.removeValue(forKey: id).map { .close($0, reason) }
        }
    }

    private func open(_ id: PoolState.ConnectionID) {
        let connection: Connection
        do throws(PostgresError) {
            connection = try Connection(id, options, observation)
        } catch {
            failedToOpen(id, error)
            return
        }
        connection.open { [self] error in
            if let error {
                failedToOpen(id, error)
            } else {
                opened(Lease(id: id, connection: connection))
            }
        }
    }

    /// Has the pool woken when something is due next, unless it is woken before that. Not by a task: where all of Swift's
    /// threads are taken, somebody must still tell those who wait that their time is over.
    private func setAlarm(_ books: inout Books) {
        guard let next = books.state.nextTick, books.alarm.map({ next < $0 }) ?? true else { return }
        books.alarm = next
        let delay = max(.zero, ContinuousClock.now.duration(to: next))
        DispatchQueue.global()
            .asyncAfter(deadline: .now() + .nanoseconds(Int(delay.nanoseconds))) { [weak self] in self?.ring(next) }
    }

    private func ring(_ instant: ContinuousClock.Instant) {
        perform { books, now in
            // An earlier one has taken its place.
            guard books.alarm == instant else { return [] }
            books.alarm = nil
            return books.state.tick(at: now)
        }
    }
}
