import Dispatch
import Glibc

/// A thread that runs the jobs of one connection, so that waiting on the socket blocks nobody else.
final class ConnectionThread: SerialExecutor {
    private enum Work {
        case job(UnownedJob)
        /// What need not come from a task spares the way through one.
        case call(@Sendable () -> Void)
    }

    private struct State {
        var work: [Work] = []
        var thread: pthread_t?
        var isStopped = false
    }

    private let state = Locked(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// - Throws: `connectFailed` when the system has no more threads.
    init() throws(PostgresError) {
        // The thread keeps its executor alive until `stop`.
        guard DetachedThread.start({ [self] in run() }) else {
            throw PostgresError(.connectFailed("the system has no more threads", nil), wasSent: false)
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        add(.job(UnownedJob(job)))
    }

    func call(_ body: @escaping @Sendable () -> Void) {
        add(.call(body))
    }

    private func add(_ work: Work) {
        state.withLock { $0.work.append(work) }
        arrivals.signal()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    /// For `assumeIsolated` within `call`.
    func checkIsolated() {
        precondition(state.withLock { $0.thread == pthread_self() }, "not on the connection's thread")
    }

    /// The thread ends when what was added before has run.
    func stop() {
        state.withLock { $0.isStopped = true }
        arrivals.signal()
    }

    private func run() {
        state.withLock { $0.thread = pthread_self() }
        while true {
            arrivals.wait()
            let (work, isStopped) = state.withLock { state in
                defer { state.work = [] }
                return (state.work, state.isStopped)
            }
            for work in work {
                switch work {
                case .job(let job): unsafe job.runSynchronously(on: asUnownedSerialExecutor())
                case .call(let body): body()
                }
            }
            if isStopped, state.withLock({ $0.work.isEmpty }) { return }
        }
    }
}
