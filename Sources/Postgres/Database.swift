/// A PostgreSQL database. ``transaction(as:options:_:)-5br5c`` is the only way to it.
///
/// One for a process is enough: it holds a pool of connections, each with a thread of its own, and one more that
/// listens when somebody wants to.
///
/// ```swift
/// let database = Database(ConnectionOptions(uri: "service=city"))
/// let people = try await database.transaction(as: .login) { tx in
///     try tx.one("select count(*) from person", as: Int.self)
/// }
/// print(people)
/// database.close()
/// ```
public final class Database: Sendable {
    private let pool: ConnectionPool
    private let listener: Listener
    private let observation: Observation

    /// Opens nothing yet, unless `limits` has a minimum; the first transaction connects.
    ///
    /// - Parameters:
    ///   - options: where and how to connect.
    ///   - limits: how many connections, and how long callers and connections wait.
    ///   - listening: where ``listen(to:)`` connects, if elsewhere: past a pooler, which cannot listen.
    ///   - observer: is told what happens.
    public init(
        _ options: ConnectionOptions,
        limits: PoolLimits = PoolLimits(),
        listening: ConnectionOptions? = nil,
        observer: (any DatabaseObserver)? = nil
    ) {
        observation = Observation(observer)
        pool = ConnectionPool(options, limits, observation)
        listener = Listener(listening ?? options, observation)
    }

    deinit {
        listener.close()
    }

    /// For tasks with many short transactions: such a task goes on where its transaction was, and the next begins there,
    /// without a way between threads. That is half of a short transaction's time.
    ///
    /// ```swift
    /// try await withTaskExecutorPreference(Database.executor) {
    ///     for code in ["dinkes", "disdik"] {
    ///         try await database.transaction(as: scope) { tx in
    ///             try tx.execute("update unit set seen = seen + 1 where code = \(code)")
    ///         }
    ///     }
    /// }
    /// ```
    /// What the task does in between may take long: another thread then comes for the connection. What it starts beside
    /// itself, and what has not been in a transaction yet, runs on Swift's own threads as ever; but a `Task.immediate` begins
    /// on its parent's thread, and what it does before its first suspension, a transaction too, keeps its parent waiting.
    public static var executor: any TaskExecutor { CallersExecutor.shared }

    /// Runs `body` in one transaction in `scope`, on the connection's own thread, and commits when it returns.
    ///
    /// A throw rolls back and passes through untouched, but for `CancellationError`, which comes out as `cancelled`.
    /// With `options.retries`, work that failed with a ``PostgresError`` that ``PostgresError/isRetryable`` is done
    /// again from the start, after a random time of at most 40 ms at first, which doubles up to 1.28 s.
    ///
    /// Inside, a query is an ordinary throwing call. The work may `await` other things and comes back to its thread;
    /// the connection stays with it meanwhile.
    ///
    /// ```swift
    /// let options = TransactionOptions(isolation: .serializable, retries: 5)
    /// try await database.transaction(as: scope, options: options) { tx in
    ///     let left = try tx.one("select left_over from budget where year = \(2026)", as: Int.self)
    ///     try tx.execute("update budget set left_over = \(left - 1) where year = \(2026)")
    /// }
    /// ```
    /// - Parameters:
    ///   - scope: as whom, and within what.
    ///   - options: isolation, timeout of a statement, retries.
    ///   - body: the work. It may run more than once.
    /// - Throws: what `body` throws; a ``PostgresError`` when there is no connection (`acquireTimeout`, `queueFull`,
    ///   `connectFailed`, `invalidConfiguration`, `closed`), when the commit fails (`server`, `commitRolledBack`,
    ///   `connectionLost`), when its outcome is unknown (`commitOutcomeUnknown`), and when the task is cancelled
    ///   (`cancelled`): nothing is kept then.
    @discardableResult
    public func transaction<Output: Sendable>(
        as scope: Scope,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await retried(scope, options) { request in try await once(request, try pool.lend(), body) }
    }

    /// The same for work that awaits nothing; the compiler chooses. Where the task is on the connection's thread already
    /// (``executor``) and on no actor, the work is done there and then.
    @discardableResult
    public func transaction<Output: Sendable>(
        as scope: Scope,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) throws -> Output
    ) async throws -> Output {
        // An actor that calls must not be held while the work waits for the server.
        let mayStay = Self.isOnNoActor()
        return try await retried(scope, options) { request in
            let lease = try pool.lend()
            guard mayStay, let lease, lease.isWhereTheCallerIs else { return try await once(request, lease, body) }
            return try await lease.connection.transactionInPlace(request, lease, of: pool, body)
        }
    }

    private static func isOnNoActor(_ isolation: isolated (any Actor)? = #isolation) -> Bool { isolation == nil }

    private func retried<Output: Sendable>(
        _ scope: Scope,
        _ options: TransactionOptions,
        _ once: (Connection.Request) async throws -> Output
    ) async throws -> Output {
        var attempt = 1
        while true {
            do {
                return try await once(
                    Connection.Request(scope: scope, options: options, attempt: attempt, askedAt: observation.start())
                )
            } catch let error as PostgresError {
                guard error.isRetryable, attempt <= options.retries, !Task.isCancelled else {
                    observation.observer?.observe(.error(error))
                    throw error
                }
                do {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...(20 << min(attempt, 6)))))
                } catch {
                    let cancelled = PostgresError(.cancelled, wasSent: false)
                    observation.observer?.observe(.error(cancelled))
                    throw cancelled
                }
                attempt += 1
            }
        }
    }

    /// - Parameter lease: what could be had at once; nil for nothing.
    private func once<Output: Sendable>(
        _ request: Connection.Request,
        _ lease: ConnectionPool.Lease?,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        do {
            if let lease { return try await lease.connection.transaction(request, lease, of: pool, body) }
        } catch is ConnectionPool.OthersMayServe {
            // Waits for one of them.
        }
        let lease: ConnectionPool.Lease
        do {
            lease = try await pool.wait()
        } catch {
            observation.acquire(since: request.askedAt, error as? PostgresError)
            throw error
        }
        return try await lease.connection.transaction(request, lease, of: pool, body)
    }

    /// Listens to channels, on the database's one connection for that, and returns when the server has confirmed it:
    /// what is notified from now on is not missed, unless the connection is lost, which is then said by
    /// ``ChannelEvent/possibleGap``.
    ///
    /// ```swift
    /// for try await event in try await database.listen(to: ["jobs"]) {
    ///     switch event {
    ///     case .notification(let notification): print(notification.payload)
    ///     case .possibleGap: print("look for yourself")
    ///     }
    /// }
    /// ```
    /// - Throws: a ``PostgresError`` when the connection cannot be opened, the database was closed or the task
    ///   cancelled. Once it is open, it is opened again whenever it is lost, and only a refusal of the login ends the
    ///   sequence.
    public func listen(to channels: Set<Channel>) async throws -> ChannelEvents {
        try await listener.listen(to: channels)
    }

    /// Closes idle connections and the listening one; those in use close when they come back. Tasks that wait
    /// for one, or ask from now on, get `closed`; sequences of events end. Waits for nothing.
    public func close() {
        listener.close()
        pool.close()
    }

    /// What the pool holds now, and what it has done.
    public var statistics: PoolStatistics { pool.statistics }
}
