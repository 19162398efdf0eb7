import Jobs
import ServiceLifecycle
import Synchronization

/// The worker in the program's life cycle: a shutdown lets it finish what it has in hand, and so do new settings, with which
/// another begins.
final class WorkerService: Service {
    private struct State {
        var settings: WorkerSettings
        var worker: Worker?
        var isToBeginAnew = false
        var isShuttingDown = false
        var wasCutOff = false
    }

    private let state: Mutex<State>
    private let untilIdle: Bool
    private let make: @Sendable (WorkerSettings) -> Worker

    init(_ settings: WorkerSettings, untilIdle: Bool, _ make: @escaping @Sendable (WorkerSettings) -> Worker) {
        state = Mutex(State(settings: settings))
        self.untilIdle = untilIdle
        self.make = make
    }

    /// False when nothing is to be changed.
    func reload(_ settings: WorkerSettings) -> Bool {
        let worker: Worker? = state.withLock { state in
            guard state.settings != settings else { return nil }
            state.settings = settings
            state.isToBeginAnew = true
            return state.worker
        }
        worker?.drain()
        return worker != nil
    }

    /// Whether the time to finish what was in hand ran out.
    var wasCutOff: Bool { state.withLock { $0.wasCutOff } }

    func run() async throws {
        try await withGracefulShutdownHandler {
            while let worker = next() {
                do {
                    try await worker.run(untilIdle: untilIdle)
                } catch  where self.state.withLock({ $0.isShuttingDown }) {
                    self.state.withLock { $0.wasCutOff = true }
                    throw error
                }
            }
        } onGracefulShutdown: {
            let worker = self.state.withLock { state in
                state.isShuttingDown = true
                return state.worker
            }
            worker?.drain()
        }
    }

    /// Nil when the last one has ended by itself, or all is to end.
    private func next() -> Worker? {
        state.withLock { state in
            guard !state.isShuttingDown, state.worker == nil || state.isToBeginAnew else { return nil }
            state.isToBeginAnew = false
            let worker = make(state.settings)
            state.worker = worker
            return worker
        }
    }
}

/// As service groups log it.
extension WorkerService: CustomStringConvertible {
    var description: String { "WorkerService" }
}
