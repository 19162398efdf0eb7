import Jobs
import ServiceLifecycle

/// The worker in the program's life cycle: a shutdown lets it finish what it has in hand.
struct WorkerService: Service {
    let worker: Worker
    let untilIdle: Bool

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await worker.run(untilIdle: untilIdle)
        } onGracefulShutdown: {
            worker.drain()
        }
    }
}
