import Glibc

/// A value that one thread at a time reads and changes.
///
/// Not a `Mutex` of `Synchronization`: where two threads meet, its work is done in a library that the thread sanitizer
/// does not see into, and it would report every such meeting as a race (Swift 6.3).
@safe final class Locked<Value: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// Touched only while the mutex is held.
    private var value: Value

    init(_ value: Value) {
        self.value = value
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
    }

    deinit {
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    func withLock<Output>(_ body: (inout Value) -> Output) -> Output {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return body(&value)
    }
}
