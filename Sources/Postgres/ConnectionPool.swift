import Synchronization

/// Lends connections: at most `maximum`, in the order of asking, each request with a deadline.
final class ConnectionPool: Sendable {
    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Connection?, any Error>
        let timer: Task<Void, any Error>

        func resume(returning connection: Connection?) {
            timer.cancel()
            continuation.resume(returning: connection)
        }

        func resume(throwing error: PostgresError) {
            timer.cancel()
            continuation.resume(throwing: error)
        }
    }

    private struct State {
        var idle: [Connection] = []
        var total = 0
        var waiters: [Waiter] = []
        var nextWaiter = 0
        var isClosed = false
    }

    private let options: ConnectionOptions
    private let limits: PoolLimits
    private let state = Mutex(State())

    init(_ options: ConnectionOptions, _ limits: PoolLimits) {
        self.options = options
        self.limits = limits
    }

    func acquire() async throws -> Connection {
        guard let connection = try await lend() else { return try await open() }
        if ContinuousClock.now - connection.openedAt < limits.lifetime, await connection.check() {
            return connection
        }
        // A new one takes its place.
        await connection.close()
        return try await open()
    }

    func release(_ connection: Connection) async {
        guard await connection.isUsable else { return await discard(connection) }
        enum Answer { case hand(Waiter), keep, discard }
        let answer = state.withLock { state -> Answer in
            guard !state.isClosed else { return .discard }
            guard state.waiters.isEmpty else { return .hand(state.waiters.removeFirst()) }
            state.idle.append(connection)
            return .keep
        }
        switch answer {
        case .hand(let waiter): waiter.resume(returning: connection)
        case .keep: break
        case .discard: await discard(connection)
        }
    }

    func close() async {
        let (idle, waiters) = state.withLock { state in
            defer {
                state.idle = []
                state.waiters = []
            }
            state.isClosed = true
            state.total -= state.idle.count
            return (state.idle, state.waiters)
        }
        for waiter in waiters { waiter.resume(throwing: PostgresError(.closed, wasSent: false)) }
        for connection in idle { await connection.close() }
    }

    var statistics: PoolStatistics {
        state.withLock {
            PoolStatistics(open: $0.total, idle: $0.idle.count, waiting: $0.waiters.count)
        }
    }

    /// An idle connection, or nil: the caller may open one.
    private func lend() async throws -> Connection? {
        enum Answer { case take(Connection), open, queued, refused(PostgresError) }
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { state -> Answer in
                    guard !state.isClosed else { return .refused(PostgresError(.closed, wasSent: false)) }
                    if let idle = state.idle.popLast() { return .take(idle) }
                    if state.total < limits.maximum {
                        state.total += 1
                        return .open
                    }
                    guard state.waiters.count < limits.queue else {
                        return .refused(PostgresError(.queueFull(limit: limits.queue), wasSent: false))
                    }
                    state.waiters.append(Waiter(id: id, continuation: continuation, timer: timer(id)))
                    return .queued
                }
                switch answer {
                case .take(let connection): continuation.resume(returning: connection)
                case .open: continuation.resume(returning: nil)
                case .refused(let error): continuation.resume(throwing: error)
                case .queued:
                    if Task.isCancelled { cancel(id) }
                }
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Started with the waiter in the queue, so that it cannot fire before.
    private func timer(_ id: Int) -> Task<Void, any Error> {
        Task {
            try await Task.sleep(for: limits.acquireTimeout)
            let error = PostgresError(
                .acquireTimeout(waited: limits.acquireTimeout, inUse: statistics.open),
                wasSent: false
            )
            remove(id)?.resume(throwing: error)
        }
    }

    private func cancel(_ id: Int) {
        remove(id)?.resume(throwing: PostgresError(.cancelled, wasSent: false))
    }

    private func remove(_ id: Int) -> Waiter? {
        state.withLock { state in
            state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
        }
    }

    private func open() async throws -> Connection {
        let connection = Connection(options)
        do {
            try await connection.open()
            return connection
        } catch {
            await discard(connection)
            throw error
        }
    }

    /// The place goes to whoever waits longest, who then opens a connection.
    private func discard(_ connection: Connection) async {
        await connection.close()
        let waiter = state.withLock { state -> Waiter? in
            guard state.waiters.isEmpty else { return state.waiters.removeFirst() }
            state.total -= 1
            return nil
        }
        waiter?.resume(returning: nil)
    }
}

/// The pool's bounds.
public struct PoolLimits: Sendable {
    public var maximum: Int
    /// How long a caller waits for a connection.
    public var acquireTimeout: Duration
    /// How many callers may wait; the next fails at once.
    public var queue: Int
    public var lifetime: Duration

    public init(
        maximum: Int = 8,
        acquireTimeout: Duration = .seconds(5),
        queue: Int? = nil,
        lifetime: Duration = .seconds(1800)
    ) {
        self.maximum = maximum
        self.acquireTimeout = acquireTimeout
        self.queue = queue ?? 10 * maximum
        self.lifetime = lifetime
    }
}

/// What the pool holds now.
public struct PoolStatistics: Sendable, Hashable {
    public let open: Int
    public let idle: Int
    public let waiting: Int
}
