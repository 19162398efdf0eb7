import CDispatch
import Glibc

/// A thread that runs one piece of work and ends.
enum DetachedThread {
    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// False when the system has no more threads.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let work = unsafe Unmanaged.passRetained(Work(body))
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        // Address space only: pages are touched as they are used.
        unsafe pthread_attr_setstacksize(&attributes, 1 << 20)
        var thread = pthread_t()
        let failure = unsafe pthread_create(&thread, &attributes, main, work.toOpaque())
        unsafe pthread_attr_destroy(&attributes)
        if failure != 0 { unsafe work.release() }
        return failure == 0
    }

    /// The C entry of the thread; it stands outside of any actor, because isolated code would trap there.
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
    }
}
