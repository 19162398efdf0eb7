import Synchronization

/// Lends connections: at most `maximum`, in the order of asking, each request with a deadline.
final class ConnectionPool: Sendable {
    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Connection?, any Error>
    }

    private struct State {
        var idle: [(connection: Connection, since: ContinuousClock.Instant)] = []
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
        while true {
            let connection = try await lend()
            guard let connection else { return try await open() }
            if ContinuousClock.now - connection.openedAt < limits.lifetime, await connection.check() {
                return connection
            }
            await discard(connection)
        }
    }

    func release(_ connection: Connection) async {
        guard await connection.isUsable, !state.withLock({ $0.isClosed }) else {
            await discard(connection)
            return
        }
        let waiter = state.withLock { state -> Waiter? in
            guard state.waiters.isEmpty else { return state.waiters.removeFirst() }
            state.idle.append((connection, .now))
            return nil
        }
        waiter?.continuation.resume(returning: connection)
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
        for waiter in waiters { waiter.continuation.resume(throwing: PostgresError(.closed, wasSent: false)) }
        for (connection, _) in idle { await connection.close() }
    }

    var statistics: PoolStatistics {
        state.withLock {
            PoolStatistics(open: $0.total, idle: $0.idle.count, waiting: $0.waiters.count)
        }
    }

    /// An idle connection, or nil: the caller may open one.
    private func lend() async throws -> Connection? {
        enum Answer { case take(Connection), open, wait(Int) }
        let answer = try state.withLock { state throws(PostgresError) -> Answer in
            guard !state.isClosed else { throw PostgresError(.closed, wasSent: false) }
            if let idle = state.idle.popLast() { return .take(idle.connection) }
            if state.total < limits.maximum {
                state.total += 1
                return .open
            }
            guard state.waiters.count < limits.queue else {
                throw PostgresError(.queueFull(limit: limits.queue), wasSent: false)
            }
            state.nextWaiter += 1
            return .wait(state.nextWaiter)
        }
        switch answer {
        case .take(let connection): return connection
        case .open: return nil
        case .wait(let id): return try await wait(id)
        }
    }

    private func wait(_ id: Int) async throws -> Connection? {
        let timer = Task {
            try await Task.sleep(for: limits.acquireTimeout)
            let error = PostgresError(
                .acquireTimeout(waited: limits.acquireTimeout, inUse: statistics.open),
                wasSent: false
            )
            remove(id)?.continuation.resume(throwing: error)
        }
        defer { timer.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enum Answer { case take(Connection), open, queued }
                // Something may have become free since `lend` looked.
                let answer = state.withLock { state -> Answer in
                    if let idle = state.idle.popLast() { return .take(idle.connection) }
                    if state.total < limits.maximum {
                        state.total += 1
                        return .open
                    }
                    state.waiters.append(Waiter(id: id, continuation: continuation))
                    return .queued
                }
                switch answer {
                case .take(let connection): continuation.resume(returning: connection)
                case .open: continuation.resume(returning: nil)
                case .queued:
                    if Task.isCancelled { cancel(id) }
                }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func cancel(_ id: Int) {
        remove(id)?.continuation.resume(throwing: PostgresError(.cancelled, wasSent: false))
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
        waiter?.continuation.resume(returning: nil)
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
