import CLibPQ
import Glibc
import Synchronization

/// Wakes a connection's thread out of its wait, from any other thread, because its task was cancelled or there is news.
///
/// For a cancelled task the thread itself then asks the server to cancel, while it waits for a statement: a request
/// cannot hit the next one.
final class CancelSignal: Sendable {
    let descriptor: CInt
    private let state = Atomic(State.lowered)

    private enum State: UInt8, AtomicRepresentable {
        case lowered
        /// The descriptor is about to be told.
        case rising
        case raised
    }

    init() throws(PostgresError) {
        descriptor = eventfd(0, CInt(EFD_CLOEXEC) | CInt(EFD_NONBLOCK))
        guard descriptor >= 0 else {
            throw PostgresError(.connectFailed("the process has no more descriptors", nil), wasSent: false)
        }
    }

    deinit {
        close(descriptor)
    }

    var isRaised: Bool { state.load(ordering: .acquiring) != .lowered }

    func raise() {
        let (isFirst, _) = state.compareExchange(
            expected: .lowered,
            desired: .rising,
            ordering: .acquiringAndReleasing
        )
        guard isFirst else { return }
        eventfd_write(descriptor, 1)
        state.store(.raised, ordering: .releasing)
    }

    /// True when it was raised before the deadline.
    func wait(_ deadline: Deadline) -> Bool {
        var watched = pollfd(fd: descriptor, events: CShort(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, deadline.milliseconds) > 0
    }

    /// Without a call of the system where nobody has raised it. A signal that is raised from here on is heard.
    func lower() {
        while true {
            switch state.load(ordering: .acquiring) {
            case .lowered: return
            // A count that comes later would be nobody's.
            case .rising: sched_yield()
            case .raised:
                var count: eventfd_t = 0
                _ = unsafe eventfd_read(descriptor, &count)
                _ = state.exchange(.lowered, ordering: .acquiringAndReleasing)
                return
            }
        }
    }
}
