/// A connection and the thread that it lives on; transactions run there.
actor Connection {
    nonisolated let openedAt = ContinuousClock.now
    private nonisolated let thread: ConnectionThread
    private nonisolated let signal: CancelSignal
    private let options: ConnectionOptions
    private var session: Session?

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe thread.asUnownedSerialExecutor() }

    init(_ options: ConnectionOptions) {
        self.options = options
        thread = ConnectionThread()
        signal = CancelSignal()
    }

    deinit {
        thread.stop()
    }

    func open() throws(PostgresError) {
        session = try Session(options, signal: signal)
    }

    /// False when the server has gone away while the connection lay idle.
    func check() -> Bool {
        session.map { !$0.wasClosedByServer } ?? false
    }

    var isUsable: Bool { session?.isUsable ?? false }

    func close() {
        session = nil
    }

    nonisolated func transaction<Output: Sendable>(
        _ scope: Scope,
        _ options: TransactionOptions,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        signal.lower()
        return try await withTaskCancellationHandler {
            try await perform(scope, options, body)
        } onCancel: {
            signal.raise()
        }
    }

    private func perform<Output: Sendable>(
        _ scope: Scope,
        _ options: TransactionOptions,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        guard let session else { throw PostgresError(.closed, wasSent: false) }
        session.begin(scope, options)
        var transaction = Transaction(session: session)
        let output: Output
        do {
            try Task.checkCancellation()
            output = try await body(&transaction)
            try Task.checkCancellation()
        } catch {
            session.rollback()
            throw error is CancellationError ? PostgresError(.cancelled) : error
        }
        try session.commit()
        return output
    }
}
