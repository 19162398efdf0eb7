internal import Files
internal import Glibc
internal import Synchronization

/// An open file that log lines go to, each whole.
///
/// All handlers that write to one file share one value. Where the file is a pipe, a program that is to outlive the
/// reader ignores `SIGPIPE`.
public final class LogOutput: Sendable {
    /// The standard error of the process.
    public static let standardError = LogOutput(descriptor: STDERR_FILENO)

    private let file: OpenFile
    private let lock = Mutex(())

    /// - Parameter descriptor: stays the caller's, who closes it when nobody logs any more.
    public init(descriptor: Int32) {
        file = OpenFile(number: descriptor)
    }

    /// Writes the bytes with one write(2), and goes on where the system took a part only. Blocks while the reader is
    /// slow.
    ///
    /// What cannot be written is lost: a log has nowhere to complain.
    func write(_ line: [UInt8]) {
        lock.withLock { _ in try? file.write(line) }
    }
}
