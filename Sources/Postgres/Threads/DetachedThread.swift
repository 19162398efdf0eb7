import CDispatch
import Dispatch
import Glibc

/// A thread that runs a piece of work, then waits a moment for another.
///
/// A new thread may have to queue for a processor, behind the server's process that begins or ends at the same time:
/// 0.7 of the 3.8 ms that a connection took on two cores, where one that waits begins at once.
final class DetachedThread: Sendable {
    private static let patience = DispatchTimeInterval.seconds(1)
    /// The last to have come is the first to be taken, so that the others may end.
    private static let idle = Locked<[DetachedThread]>([])

    private let work: Locked<(@Sendable () -> Void)?>
    private let arrival = DispatchSemaphore(value: 0)

    private init(_ work: @escaping @Sendable () -> Void) {
        self.work = Locked(work)
    }

    /// False when the system has no more threads.
    static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
        guard let thread = idle.withLock({ $0.popLast() }) else { return DetachedThread(work).start() }
        thread.work.withLock { $0 = work }
        thread.arrival.signal()
        return true
    }

    private func start() -> Bool {
        let itself = unsafe Unmanaged.passRetained(self)
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        // Address space only: pages are touched as they are used. As much as Swift's own threads have, because callers
        // go on here.
        unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
        var thread = pthread_t()
        let failure = unsafe pthread_create(&thread, &attributes, Self.main, itself.toOpaque())
        unsafe pthread_attr_destroy(&attributes)
        if failure != 0 { unsafe itself.release() }
        return failure == 0
    }

    /// The C entry of the thread; it stands outside of any actor, because isolated code would trap there.
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<DetachedThread>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }

    private func run() {
        while doWork() {
            Self.idle.withLock { $0.append(self) }
            if arrival.wait(timeout: .now() + Self.patience) == .timedOut, !leave() {
                // Somebody took it at the last moment.
                arrival.wait()
            }
        }
    }

    /// False when there was none. What the work holds is let go before the thread waits.
    private func doWork() -> Bool {
        guard let work = work.withLock({ $0.take() }) else { return false }
        work()
        return true
    }

    /// False when it is not among the idle ones any more.
    private func leave() -> Bool {
        Self.idle.withLock { idle in
            guard let index = idle.firstIndex(where: { $0 === self }) else { return false }
            idle.remove(at: index)
            return true
        }
    }
}
