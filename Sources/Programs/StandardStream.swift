import Files
import Glibc

/// Standard output or standard error, written to as the system allows: it may be full, closed, or a pipe whose reader is slow.
public struct StandardStream: Sendable {
    public static let output = StandardStream(descriptor: STDOUT_FILENO)
    public static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Gives `/dev/null` the numbers of standard streams that are closed, before anything else is opened: the next file or
    /// connection would get one of them otherwise, and what is printed would go there.
    public static func occupyClosed() {
        // The wrong way round, so that reading and writing fail as on a closed stream.
        let streams = [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        for (number, direction) in streams where fcntl(number, F_GETFD) < 0 {
            // The lowest number that is free, which is this one.
            _ = unsafe open("/dev/null", direction)
        }
    }

    /// Writes all of it. Where that cannot be, a program that has nowhere to print says so and ends with 73; what it has done
    /// stays done. Standard error has nowhere to complain, and what does not fit there is lost.
    public func write(_ text: String) {
        do {
            try OpenFile(number: descriptor).write(Array(text.utf8))
        } catch {
            guard descriptor == STDOUT_FILENO else { return }
            Terminal.say(
                "error: cannot write to standard output: \(error)",
                hint: "the output is incomplete; what the command changed is kept"
            )
            exit(ExitStatus.cannotWrite.rawValue)
        }
    }
}
