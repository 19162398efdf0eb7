import Glibc

/// What a connection's thread knows of itself: whom it serves, and which caller's job comes next.
///
/// Confined to the thread that it stands for.
@safe final class ThreadOccupant {
    let connection: ConnectionThread
    private var guest: UnownedJob?
    private var isHosting = false
    /// The connection's job with which the guest goes on.
    private var next: UnownedJob?

    init(_ connection: ConnectionThread) {
        self.connection = connection
    }

    /// Nil where the system has no more of them: then callers go on on Swift's own threads.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        return unsafe pthread_key_create(&key, nil) == 0 ? key : nil
    }()

    /// Of this thread; nil where none serves a connection. The code that sets it keeps it alive.
    static var current: ThreadOccupant? {
        get {
            unsafe key.flatMap { unsafe pthread_getspecific($0) }
                .map { unsafe Unmanaged<ThreadOccupant>.fromOpaque($0).takeUnretainedValue() }
        }
        set {
            guard let key else { return }
            unsafe pthread_setspecific(
                key,
                newValue.map { unsafe UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }
            )
        }
    }

    /// No task runs on this thread: the one that did has just been put off, to go on elsewhere.
    static var isLeaving: Bool { unsafe withUnsafeCurrentTask { unsafe $0 == nil } }

    /// Whether the caller runs on this connection's thread, between its transactions.
    static func isGuest(of connection: ConnectionThread) -> Bool {
        guard let occupant = current else { return false }
        return occupant.isHosting && occupant.connection === connection
    }

    /// False when the thread has one already.
    func invite(_ job: UnownedJob) -> Bool {
        guard guest == nil else { return false }
        guest = job
        return true
    }

    var hasGuest: Bool { guest != nil }

    /// Does the guest's job here; the connection's job with which it goes on.
    func receiveGuest() -> UnownedJob? {
        guard let job = guest.take() else { return nil }
        isHosting = true
        unsafe job.runSynchronously(on: CallersExecutor.shared.asUnownedTaskExecutor())
        isHosting = false
        return next.take()
    }

    /// False when it is not a guest that leaves for the connection.
    func follow(with job: UnownedJob) -> Bool {
        guard isHosting, next == nil, Self.isLeaving else { return false }
        next = job
        return true
    }

    /// Has it done by Swift's own threads.
    func sendGuestAway() {
        if let job = guest.take() { globalConcurrentExecutor.enqueue(ExecutorJob(job)) }
    }
}
