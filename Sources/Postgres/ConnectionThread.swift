import Dispatch
import Glibc
import Synchronization

/// A thread that runs the jobs of one connection, so that waiting on the socket blocks nobody else.
final class ConnectionThread: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    init() {
        // The thread keeps itself alive until `stop`.
        let box = unsafe Unmanaged.passRetained(self)
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        // Address space only: pages are touched as they are used.
        unsafe pthread_attr_setstacksize(&attributes, 1 << 20)
        var thread = pthread_t()
        let failure = unsafe pthread_create(&thread, &attributes, connectionThreadMain, box.toOpaque())
        unsafe pthread_attr_destroy(&attributes)
        precondition(failure == 0, "no thread could be created for a database connection")
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

    fileprivate func run() {
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

/// The C entry of the thread; not a closure, because one written in isolated code would trap there.
private func connectionThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<ConnectionThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
