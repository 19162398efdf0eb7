import Dispatch
import Glibc

/// The thread that serves one connection and runs its jobs, so that waiting on the socket blocks nobody else.
///
/// When it has none, it may do what a caller goes on with (``Database/executor``). Should there be work for the
/// connection before that is done, another thread relieves it.
final class ConnectionThread: SerialExecutor {
    private enum Work {
        case job(UnownedJob)
        /// What need not come from a task spares the way through one.
        case call(@Sendable () -> Void)
    }

    private struct State {
        var work: [Work] = []
        /// The one that serves.
        var thread: pthread_t?
        /// The one that serves does a caller's job.
        var isAway = false
        /// Another has been sent for.
        var isRelieved = false
        var isStopped = false
    }

    private let state = Locked(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// Under which its pool knows the connection.
    let id: Int

    /// - Throws: `connectFailed` when the system has no more threads.
    init(of id: Int) throws(PostgresError) {
        self.id = id
        // The thread keeps its executor alive until `stop`.
        guard DetachedThread.start({ [self] in serve() }) else {
            throw PostgresError(.connectFailed("the system has no more threads", nil), wasSent: false)
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // A guest that leaves for this connection makes the way free itself: no lock and no waking.
        if let occupant = ThreadOccupant.current, occupant.connection === self, occupant.follow(with: job) { return }
        add(.job(job))
    }

    func call(_ body: @escaping @Sendable () -> Void) {
        add(.call(body))
    }

    private func add(_ work: Work) {
        enum Next { case wake, relieve, nothing }
        let next: Next = state.withLock { state in
            state.work.append(work)
            let isOurs = state.thread == pthread_self()
            guard state.isAway else { return isOurs ? .nothing : .wake }
            guard !state.isRelieved else { return .nothing }
            state.isRelieved = true
            return .relieve
        }
        switch next {
        case .wake: arrivals.signal()
        case .relieve:
            // Without a thread for that, the one that is away comes back to it.
            if !DetachedThread.start({ [self] in relieve() }) { state.withLock { $0.isRelieved = false } }
        case .nothing: break
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    /// For `assumeIsolated` within `call`.
    func checkIsolated() {
        precondition(
            state.withLock { $0.thread == pthread_self() && !$0.isAway },
            "not on the connection's thread"
        )
    }

    /// The thread ends when what was added before has run.
    func stop() {
        state.withLock { $0.isStopped = true }
        arrivals.signal()
    }

    // MARK: - On the thread

    private func relieve() {
        let isNeeded = state.withLock { state in
            state.isRelieved = false
            guard state.isAway else { return false }
            state.isAway = false
            state.thread = nil
            return true
        }
        if isNeeded { serve() }
    }

    private func serve() {
        state.withLock { $0.thread = pthread_self() }
        let occupant = ThreadOccupant(self)
        ThreadOccupant.current = occupant
        defer { ThreadOccupant.current = nil }
        while true {
            let (work, isStopped) = state.withLock { state in
                defer { state.work = [] }
                return (state.work, state.isStopped)
            }
            for work in work {
                // The connection's own work may last; nobody else is to wait for it.
                occupant.sendGuestAway()
                switch work {
                case .job(let job): unsafe job.runSynchronously(on: asUnownedSerialExecutor())
                case .call(let body): body()
                }
            }
            var isDone = work.isEmpty
            while occupant.hasGuest, leave() {
                isDone = false
                let next = occupant.receiveGuest()
                guard comeBack() else {
                    occupant.sendGuestAway()
                    if let next { add(.job(next)) }
                    return
                }
                if let next { unsafe next.runSynchronously(on: asUnownedSerialExecutor()) }
            }
            // What this thread adds itself rings no bell.
            guard isDone, !occupant.hasGuest else { continue }
            if isStopped { return }
            arrivals.wait()
        }
    }

    /// False when there is work meanwhile: nobody would come for what was there before.
    private func leave() -> Bool {
        state.withLock { state in
            state.isAway = state.work.isEmpty
            return state.isAway
        }
    }

    /// False when another thread serves the connection since.
    private func comeBack() -> Bool {
        state.withLock { state in
            guard state.thread == pthread_self() else { return false }
            state.isAway = false
            return true
        }
    }
}
