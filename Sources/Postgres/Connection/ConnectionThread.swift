import Dispatch
import Synchronization

/// A thread that runs the jobs of one connection, so that waiting on the socket blocks nobody else.
final class ConnectionThread: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// - Throws: `connectFailed` when the system has no more threads.
    init() throws(PostgresError) {
        // The thread keeps its executor alive until `stop`.
        guard DetachedThread.start({ [self] in run() }) else {
            throw PostgresError(.connectFailed("the system has no more threads", nil), wasSent: false)
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        arrivals.signal()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    /// The thread ends when what was enqueued before has run.
    func stop() {
        state.withLock { $0.isStopped = true }
        arrivals.signal()
    }

    private func run() {
        while true {
            arrivals.wait()
            let (jobs, isStopped) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isStopped)
            }
            for job in jobs {
                unsafe job.runSynchronously(on: asUnownedSerialExecutor())
            }
            if isStopped, state.withLock({ $0.jobs.isEmpty }) { return }
        }
    }
}
