import Files
import Glibc

/// Standard output or standard error. The system may refuse a write: the stream may be full, closed, or a pipe with a
/// slow reader.
public struct StandardStream: Sendable {
    public static let output = StandardStream(descriptor: STDOUT_FILENO)
    public static let error = StandardStream(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// Gives the numbers of closed standard streams to `/dev/null`, before anything else is opened: otherwise the next
    /// file or connection would get one of them, and printed text would go there.
    public static func occupyClosed() {
        // The modes are reversed, so that reading and writing fail as on a closed stream.
        let streams = [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        for (number, direction) in streams where fcntl(number, F_GETFD) < 0 {
            // The lowest free number, which is this one.
            _ = unsafe open("/dev/null", direction)
        }
    }

    /// Writes all of it. If that fails, a program that has nowhere to print says so and ends with 73; its finished work
    /// stays. Errors of standard error cannot be reported, and text that does not fit there is lost.
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
