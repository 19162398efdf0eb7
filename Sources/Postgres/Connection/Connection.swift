/// A connection and the thread that it lives on; transactions run there.
actor Connection {
    nonisolated let thread: ConnectionThread
    private nonisolated let signal: CancelSignal
    private let options: ConnectionOptions
    private let observation: Observation
    /// Touched on the connection's thread while the connection is lent or being opened, and by whoever closes it when it
    /// is neither; the pool's lock stands between the two.
    private nonisolated(unsafe) var session: Session?

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    /// - Parameter id: under which its pool knows it.
    init(
        _ id: PoolState.ConnectionID,
        _ options: ConnectionOptions,
        _ observation: Observation
    ) throws(PostgresError) {
        self.options = options
        self.observation = observation
        signal = try CancelSignal()
        thread = try ConnectionThread(of: id)
    }

    deinit {
        thread.stop()
    }

    /// Connects on the connection's thread, and says there what came of it.
    nonisolated func open(_ done: @escaping @Sendable (PostgresError?) -> Void) {
        thread.call { [self] in
            done(
                assumeIsolated { connection in
                    do throws(PostgresError) {
                        try connection.open()
                        return nil
                    } catch {
                        return error
                    }
                }
            )
        }
    }

    private func open() throws(PostgresError) {
        unsafe session = try Session(options, signal: signal, observation: observation)
    }

    /// Takes leave of the server, from any thread; waits for nothing. To be called once the pool has taken it back.
    nonisolated func close() {
        unsafe session = nil
    }

    // MARK: - Transactions

    /// How a caller wants its work done.
    struct Terms: Sendable {
        let scope: Scope
        let options: TransactionOptions
        /// From 1.
        let attempt: Int
        /// When the connection was asked for.
        let askedAt: Int64
    }

    /// Runs `body` on the connection's thread, and gives the lease back there, before the caller goes on: whoever waits
    /// for it need not wait for that.
    ///
    /// - Throws: what `body` throws; `OthersMayServe` when the lease was a new connection that could not be opened.
    func transaction<Output: Sendable>(
        _ terms: Terms,
        _ lease: ConnectionPool.Lease,
        of pool: ConnectionPool,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        if lease.isNew { try await open(lease, of: pool, terms) }
        observation.acquire(since: terms.askedAt, nil)
        guard let session = unsafe session else {
            pool.giveBack(lease.id, .broken)
            throw PostgresError(.closed, wasSent: false)
        }
        let openings = session.openings
        defer { pool.giveBack(lease.id, Self.state(of: session), reopenings: session.openings - openings) }
        return try await cancellable { () async throws in try await self.perform(session, terms, body) }
    }

    private static func state(of session: Session) -> PoolState.ReturnedState {
        if let failure = session.reopeningFailure { return .notReopened(failure) }
        return session.isUsable ? .usable : .broken
    }

    /// For a caller that opens its connection itself, which spares two ways between threads.
    private func open(_ lease: ConnectionPool.Lease, of pool: ConnectionPool, _ terms: Terms) async throws {
        do {
            try await cancellable { () async throws in try self.open() }
        } catch let error as PostgresError {
            guard pool.failedToOpen(lease.id, error) else { throw ConnectionPool.OthersMayServe() }
            observation.acquire(since: terms.askedAt, error)
            throw error
        }
        pool.opened(lease)
    }

    private func cancellable<Output>(_ body: () async throws -> Output) async throws -> Output {
        signal.lower()
        return try await withTaskCancellationHandler(operation: body) { signal.raise() }
    }

    private func perform<Output: Sendable>(
        _ session: Session,
        _ terms: Terms,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let start = observation.start()
        func ended(_ outcome: TransactionEvent.Outcome) {
            observation.transaction(terms.scope, since: start, outcome, attempt: terms.attempt)
        }
        let output: Output
        do {
            try Task.checkCancellation()
            try session.begin(terms.scope, terms.options)
            var transaction = Transaction(session: session)
            output = try await body(&transaction)
            try Task.checkCancellation()
        } catch {
            session.rollback()
            ended(.rolledBack)
            throw error is CancellationError ? PostgresError(.cancelled) : error
        }
        do throws(PostgresError) {
            try session.commit()
        } catch {
            if case .commitOutcomeUnknown = error.kind { ended(.unknown) } else { ended(.rolledBack) }
            throw error
        }
        ended(.committed)
        return output
    }
}
