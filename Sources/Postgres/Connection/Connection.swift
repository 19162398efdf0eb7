/// A connection and the thread that it lives on; transactions run there.
actor Connection {
    private nonisolated let thread: ConnectionThread
    private nonisolated let signal = CancelSignal()
    private let options: ConnectionOptions
    private let observation: Observation
    private var session: Session?

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    init(_ options: ConnectionOptions, _ observation: Observation) throws(PostgresError) {
        self.options = options
        self.observation = observation
        thread = try ConnectionThread()
    }

    deinit {
        thread.stop()
    }

    func open() throws(PostgresError) {
        session = try Session(options, signal: signal, observation: observation)
    }

    func close() {
        session = nil
    }

    /// Runs `body` on the connection's thread, and says there how the connection comes out of it, before the caller goes
    /// on: whoever waits for it need not wait for that.
    func transaction<Output: Sendable>(
        _ scope: Scope,
        _ options: TransactionOptions,
        attempt: Int,
        _ body: @Sendable (inout Transaction) async throws -> Output,
        giveBack: @Sendable (PoolState.ReturnedState) -> Void
    ) async throws -> Output {
        guard let session else {
            giveBack(.broken)
            throw PostgresError(.closed, wasSent: false)
        }
        let openedAt = session.openedAt
        defer {
            giveBack(!session.isUsable ? .broken : session.openedAt == openedAt ? .usable : .reopened)
        }
        signal.lower()
        return try await withTaskCancellationHandler {
            try await perform(session, scope, options, attempt, body)
        } onCancel: {
            signal.raise()
        }
    }

    private func perform<Output: Sendable>(
        _ session: Session,
        _ scope: Scope,
        _ options: TransactionOptions,
        _ attempt: Int,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let start = observation.start()
        let output: Output
        do {
            try Task.checkCancellation()
            try session.begin(scope, options)
            var transaction = Transaction(session: session)
            output = try await body(&transaction)
            try Task.checkCancellation()
        } catch {
            session.rollback()
            observation.transaction(scope, since: start, .rolledBack, attempt: attempt)
            throw error is CancellationError ? PostgresError(.cancelled) : error
        }
        do throws(PostgresError) {
            try session.commit()
        } catch {
            var outcome = TransactionEvent.Outcome.rolledBack
            if case .commitOutcomeUnknown = error.kind { outcome = .unknown }
            observation.transaction(scope, since: start, outcome, attempt: attempt)
            throw error
        }
        observation.transaction(scope, since: start, .committed, attempt: attempt)
        return output
    }
}
