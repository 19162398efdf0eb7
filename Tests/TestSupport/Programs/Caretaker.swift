import Foundation
import Synchronization

/// A small process that outlives the tests by a moment and removes what they left, however they ended: also after a
/// crash, a `kill -9` or a Ctrl-C.
final class Caretaker: Sendable {
    static let shared = Caretaker()

    /// An action for the time after the process has ended, unless it is done before.
    struct Task: Sendable {
        fileprivate let file: String

        func finished() { _ = unsafe unlink(file) }
    }

    private let folder: String
    private let tasks = Atomic(1_000_000)

    /// Reads nothing until the last holder of the other end is gone; then the youngest task comes first.
    private static let script = """
        trap '' HUP INT TERM
        cat >/dev/null
        for task in $(ls -r "$1"); do . "$1/$task"; done
        rm -rf -- "$1"
        """

    private init() {
        folder = FileManager.default.temporaryDirectory.path + "/mutasi-caretaker-\(getpid())"
        var ends: [CInt] = [-1, -1]
        unsafe mkdir(folder, 0o700)
        guard unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0, &ends) == 0,
            let pid = try? ChildProcess.spawn(
                ["/bin/sh", "-c", Self.script, "sh", folder],
                input: ends[0],
                output: nil
            )
        else { fatalError("no process could be started to clear away after the tests") }
        close(ends[0])
        caretakerEnds.withLock { $0 = (ends[1], pid) }
        atexit {
            guard let (descriptor, pid) = caretakerEnds.withLock({ $0 }) else { return }
            close(descriptor)
            _ = waitpid(pid, nil, 0)
        }
    }

    /// - Parameter script: lines of `sh`.
    func entrust(_ script: String) throws -> Task {
        let task = Task(file: "\(folder)/\(tasks.add(1, ordering: .relaxed).newValue)")
        try Data((script + "\n").utf8).write(to: URL(filePath: task.file))
        return task
    }
}

/// The pipe and the process; `atexit` takes a function without context.
private let caretakerEnds = Mutex<(descriptor: CInt, pid: pid_t)?>(nil)

extension String {
    /// The text as one word of a shell.
    var shellQuoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
