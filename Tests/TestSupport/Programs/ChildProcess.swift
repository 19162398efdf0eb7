import Foundation
import Synchronization

/// A program run by a test, in the foreground of a session of its own; it does not outlive the tests.
///
/// Not Foundation's `Process`: that gives its child a socket, which the child's children would keep.
public final class ChildProcess: Sendable {
    public let pid: Int32
    /// The status from waitpid(2); nil while it runs.
    private let waitStatus = Mutex<CInt?>(nil)
    private let farewell: Caretaker.Task

    /// - Parameters:
    ///   - log: the file to which both streams are appended.
    ///   - environment: additions to its environment.
    ///   - farewell: the signal that ends it at once, with all its children.
    init(
        _ program: String,
        _ arguments: [String],
        as account: UnprivilegedAccount,
        environment: [String: String] = [:],
        log: String,
        farewell signal: CInt
    ) throws {
        let output = unsafe open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard output >= 0 else {
            throw StageError("cannot write \(log): error \(errno)", hint: "make room on the disk")
        }
        defer { close(output) }
        let words = environment.isEmpty ? [] : ["/usr/bin/env"] + environment.map { "\($0)=\($1)" }
        pid = try Self.spawn(words + account.command(program, arguments), input: nil, output: output)
        farewell = try Caretaker.shared.entrust(
            Self.ending(pid, URL(filePath: program).lastPathComponent, signal)
        )
    }

    /// One of our programs, with its own environment; the test kills it.
    public init(_ program: Program, _ arguments: [String] = [], environment: [String: String], log: String) throws {
        let output = unsafe open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard output >= 0 else {
            throw StageError("cannot write \(log): error \(errno)", hint: "make room on the disk")
        }
        defer { close(output) }
        let words = ["/usr/bin/env"] + environment.map { "\($0)=\($1)" } + [program.path] + arguments
        pid = try Self.spawn(words, input: nil, output: output)
        let name = String(URL(filePath: program.path).lastPathComponent.prefix(15))
        farewell = try Caretaker.shared.entrust(Self.ending(pid, name, SIGKILL))
    }

    /// For the caretaker. After the tests' end the number may belong to another program, hence the name.
    static func ending(_ pid: pid_t, _ name: String, _ signal: CInt) -> String {
        """
        alive() { [ "$(cat /proc/\(pid)/comm)" = \(name) ] && ! grep -q '^State:.Z' /proc/\(pid)/status; } 2>/dev/null
        alive && kill -\(signal) \(pid); turn=0
        while alive && [ $turn -lt 100 ]; do sleep 0.05; turn=$((turn + 1)); done
        alive && kill -\(SIGKILL) \(pid)
        """
    }

    public var isRunning: Bool {
        waitStatus.withLock { known in
            guard known == nil else { return false }
            var status: CInt = 0
            guard unsafe waitpid(pid, &status, WNOHANG) != 0 else { return true }
            known = status
            farewell.finished()
            return false
        }
    }

    /// 0 to 255; nil while it runs, and when a signal ended it.
    public var exitStatus: Int32? {
        guard !isRunning, let status = waitStatus.withLock({ $0 }), status & 0x7f == 0 else { return nil }
        return status >> 8 & 0xff
    }

    public func send(_ signal: Int32) {
        if isRunning { Glibc.kill(pid, signal) }
    }

    /// Blocks until it has ended; false if it did not end in time.
    public func waitForEnd(within limit: Duration = .seconds(30)) -> Bool {
        ChildProcess.wait(within: limit) { !isRunning }
    }

    /// Blocks until the condition holds, which no descriptor announces; false if it did not hold in time.
    static func wait(within limit: Duration, until condition: () -> Bool) -> Bool {
        let end = ContinuousClock.now + limit
        while !condition() {
            if ContinuousClock.now > end { return false }
            usleep(5_000)
        }
        return true
    }

    /// Starts a program with none of our descriptors open except those given; nil is `/dev/null`.
    static func spawn(_ words: [String], input: CInt?, output: CInt?) throws(StageError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let input {
            unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            if let output {
                unsafe posix_spawn_file_actions_adddup2(&actions, output, stream)
            } else {
                unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            }
        }
        // More than are open now, because another thread may be opening one. Numbers that are not open do no harm.
        let open = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [])
            .compactMap { CInt($0) }
        for descriptor in (STDERR_FILENO + 1)...((open.max() ?? STDERR_FILENO) + 64) {
            unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        // The threads of a pool block signals, and a program would inherit that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = ["/usr/bin/setsid", "/usr/bin/env", "-C", "/"] + words
        let arguments = unsafe copies(words)
        let environment = unsafe copies(["PATH=/usr/bin:/bin", "LC_ALL=C"])
        defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
        var child: pid_t = 0
        let code = unsafe posix_spawn(&child, words[0], &actions, &attributes, arguments, environment)
        guard code == 0 else {
            throw StageError("cannot run \(words): error \(code)", hint: "run deploy/install-prerequisites tests")
        }
        return child
    }

    private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        unsafe strings.map { unsafe strdup($0) } + [nil]
    }
}
