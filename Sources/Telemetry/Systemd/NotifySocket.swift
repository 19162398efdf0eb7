internal import Glibc

/// The datagram socket on which systemd hears of a service.
///
/// Source: `sd_notify(3)`.
struct NotifySocket {
    private let address: UnixAddress

    /// - Parameter name: what `NOTIFY_SOCKET` holds: an absolute path, or `@` and an abstract name. Nil for anything
    ///   else.
    init?(_ name: String) {
        guard name.hasPrefix("/") || name.hasPrefix("@"), let address = UnixAddress(name) else { return nil }
        self.address = address
    }

    /// Whether the whole message was taken. Waits at most a second.
    func send(_ message: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 1, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let bytes = Array(message.utf8)
        while true {
            let sent = unsafe address.withPointer { pointer, length in
                unsafe sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
            }
            if sent < 0, errno == EINTR { continue }
            return sent == bytes.count
        }
    }

    /// Microseconds of `CLOCK_MONOTONIC`, by which systemd tells a reload from one before.
    static var monotonicMicroseconds: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
    }
}
