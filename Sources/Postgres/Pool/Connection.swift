/// A connection and the thread that it lives on; transactions run there.
actor Connection {
    nonisolated let thread: ConnectionThread
    private nonisolated let signal: CancelSignal
    private let options: ConnectionOptions
    private nonisolated let observation: Observation
    /// Touched on the connection's thread while the connection is lent or being opened, and by the thread that closes it when it
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

    /// The transaction that a caller asks for.
    struct Request: Sendable {
        let scope: Scope
        let options: TransactionOptions
        /// From 1.
        let attempt: Int
        /// When the connection was asked for.
        let askedAt: Int64
    }

    /// Runs `body` on the connection's thread, and gives the lease back there, before the caller goes on: a task that
    /// waits for it need not wait for that.
    ///
    /// - Throws: what `body` throws; `OthersMayServe` when the lease was a new connection that could not be opened.
    func transaction<Output: Sendable>(
        _ request: Request,
        _ lease: ConnectionPool.Lease,
        of pool: ConnectionPool,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        if lease.isNew { try await open(lease, of: pool, request) }
        observation.acquire(since: request.askedAt, nil)
        guard let session = unsafe session else { throw Self.closed(lease, pool) }
        let openings = session.openings
        defer { Self.giveBack(lease, to: pool, session, since: openings) }
        return try await cancellable { () async throws in try await self.perform(session, request, body) }
    }

    /// The same for a caller that is on the connection's thread already, and a `body` that does not leave it.
    nonisolated func transactionInPlace<Output: Sendable>(
        _ request: Request,
        _ lease: ConnectionPool.Lease,
        of pool: ConnectionPool,
        _ body: @Sendable (inout Transaction) throws -> Output
    ) async throws -> Output {
        observation.acquire(since: request.askedAt, nil)
        guard let session = unsafe session else { throw Self.closed(lease, pool) }
        let openings = session.openings
        defer { Self.giveBack(lease, to: pool, session, since: openings) }
        signal.lower()
        return try await withTaskCancellationHandler {
            try performInPlace(session, request, body)
        } onCancel: {
            signal.raise()
        }
    }

    /// For a caller that opens its connection itself, which spares two ways between threads.
    private func open(_ lease: ConnectionPool.Lease, of pool: ConnectionPool, _ request: Request) async throws {
        do {
            try await cancellable { () async throws in try self.open() }
        } catch let error as PostgresError {
            guard pool.failedToOpen(lease.id, error) else { throw ConnectionPool.OthersMayServe() }
            observation.acquire(since: request.askedAt, error)
            throw error
        }
        pool.opened(lease)
    }

    private func cancellable<Output>(_ body: () async throws -> Output) async throws -> Output {
        signal.lower()
        return try await withTaskCancellationHandler(operation: body) { signal.raise() }
    }

    // MARK: - On the connection's thread

    private func perform<Output: Sendable>(
        _ session: Session,
        _ request: Request,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let start = observation.start()
        let output: Output
        do {
            var transaction = try begin(session, request)
            output = try await body(&transaction)
            try Task.checkCancellation()
        } catch {
            throw rollBack(session, request, since: start, after: error)
        }
        try commit(session, request, since: start)
        return output
    }

    private nonisolated func performInPlace<Output: Sendable>(
        _ session: Session,
        _ request: Request,
        _ body: @Sendable (inout Transaction) throws -> Output
    ) throws -> Output {
        let start = observation.start()
        let output: Output
        do {
            var transaction = try begin(session, request)
            output = try body(&transaction)
            try Task.checkCancellation()
        } catch {
            throw rollBack(session, request, since: start, after: error)
        }
        try commit(session, request, since: start)
        return output
    }

    private static func closed(_ lease: ConnectionPool.Lease, _ pool: ConnectionPool) -> PostgresError {
        pool.giveBack(lease.id, .broken)
        return PostgresError(.closed, wasSent: false)
    }

    private static func state(of session: Session) -> PoolState.ReturnedState {
        if let failure = session.reopeningFailure { return .notReopened(failure) }
        return session.isUsable ? .usable : .broken
    }

    private static func giveBack(
        _ lease: ConnectionPool.Lease,
        to pool: ConnectionPool,
        _ session: Session,
        since openings: Int
    ) {
        pool.giveBack(lease.id, state(of: session), reopenings: session.openings - openings)
    }

    private nonisolated func begin(_ session: Session, _ request: Request) throws -> Transaction {
        try Task.checkCancellation()
        try session.begin(request.scope, request.options)
        return Transaction(session: session)
    }

    private nonisolated func commit(_ session: Session, _ request: Request, since start: Int64) throws(PostgresError) {
        do throws(PostgresError) {
            try session.commit()
        } catch {
            var outcome = TransactionEvent.Outcome.rolledBack
            if case .commitOutcomeUnknown = error.kind { outcome = .unknown }
            observation.transaction(request.scope, since: start, outcome, attempt: request.attempt)
            throw error
        }
        observation.transaction(request.scope, since: start, .committed, attempt: request.attempt)
    }

    /// What the caller is told.
    private nonisolated func rollBack(
        _ session: Session,
        _ request: Request,
        since start: Int64,
        after error: any Error
    ) -> any Error {
        session.rollback()
        observation.transaction(request.scope, since: start, .rolledBack, attempt: request.attempt)
        return error is CancellationError ? PostgresError(.cancelled) : error
    }
}
