import ServiceLifecycle

/// A service that ends only when a test says so.
struct SlowWorker: Service {
    private let told = AsyncStream<Void>.makeStream()
    private let finished = AsyncStream<Void>.makeStream()

    func run() async throws {
        try await gracefulShutdown()
        told.continuation.finish()
        for await _ in finished.stream {}
    }

    /// Waits until it was told to shut down.
    func isTold() async {
        for await _ in told.stream {}
    }

    func finish() { finished.continuation.finish() }
}
