import Glibc

/// Standard output or standard error, written to as the system allows: it may be full, closed, or a pipe whose reader is slow.
public struct StandardStream: Sendable {
    public static let output = StandardStream(descriptor: STDOUT_FILENO)
    public static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Writes all of it. Where that cannot be, a program that has nowhere to print says so and ends with 73; what it has done
    /// stays done. Standard error has nowhere to complain, and what does not fit there is lost.
    public func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                unsafe poll(&wait, 1, -1)
            case let cause:
                guard descriptor == STDOUT_FILENO else { return }
                Terminal.say(
                    "error: cannot write to standard output: \(unsafe String(cString: strerror(cause)))",
                    hint: "the output is incomplete; what the command changed is kept"
                )
                exit(ExitStatus.cannotWrite.rawValue)
            }
        }
    }
}
