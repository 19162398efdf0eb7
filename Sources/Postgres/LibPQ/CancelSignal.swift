import CLibPQ
import Glibc
import Synchronization

/// Wakes a connection's thread out of its wait, from any other thread, because its task was cancelled or there is news.
///
/// For a cancelled task the thread itself then asks the server to cancel, while it waits for a statement: a request
/// cannot hit the next one.
final class CancelSignal: Sendable {
    let descriptor: CInt
    private let raised = Atomic(false)

    init() throws(PostgresError) {
        descriptor = eventfd(0, CInt(EFD_CLOEXEC) | CInt(EFD_NONBLOCK))
        guard descriptor >= 0 else {
            throw PostgresError(.connectFailed("the process has no more descriptors", nil), wasSent: false)
        }
    }

    deinit {
        close(descriptor)
    }

    var isRaised: Bool { raised.load(ordering: .acquiring) }

    func raise() {
        raised.store(true, ordering: .releasing)
        eventfd_write(descriptor, 1)
    }

    /// True when it was raised before the deadline.
    func wait(_ deadline: Deadline) -> Bool {
        var watched = pollfd(fd: descriptor, events: CShort(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, deadline.milliseconds) > 0
    }

    /// Both, always: a raise that is half done must not leave a count that nobody takes any more.
    func lower() {
        raised.store(false, ordering: .releasing)
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
