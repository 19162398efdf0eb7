internal import Glibc

/// Wakes a thread that waits in poll(2); once woken it stays awake.
final class WakeSocket: Sendable {
    let descriptor: Int32
    private let otherEnd: Int32

    /// - Throws: ``ProbeError/refused(_:cause:)`` when the process has no descriptors left.
    init(for address: ProbeAddress) throws(ProbeError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw ProbeError("socketpair", errno, at: address)
        }
        descriptor = ends[0]
        otherEnd = ends[1]
    }

    deinit {
        close(descriptor)
        close(otherEnd)
    }

    func wake() { shutdown(otherEnd, Int32(SHUT_WR)) }
}
