import Foundation

/// A program run to its end, with nothing of the caller's: no input, no environment, no working directory and above
/// all no open file.
///
/// Foundation's `Process` gives each child a socket and waits for its last holder, which here would be the server.
struct Command {
    struct Result {
        let succeeded: Bool
        /// What it wrote to either stream.
        let output: String
    }

    let program: String
    let arguments: [String]

    init(_ program: String, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    func run() throws(LocalServerError) -> Result {
        let output = Pipe()
        let child = try spawn(writingTo: output.fileHandleForWriting.fileDescriptor)
        try? output.fileHandleForWriting.close()
        let bytes = try? output.fileHandleForReading.readToEnd()
        var status: CInt = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        return Result(succeeded: status == 0, output: String(decoding: bytes ?? Data(), as: UTF8.self))
    }

    private func spawn(writingTo output: CInt) throws(LocalServerError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ CInt($0) }) where descriptor > STDERR_FILENO {
            unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        // The copies live until the call returns; by then the child has its own.
        let words = unsafe Self.copies(["sh", "-c", #"cd / && exec "$@""#, "sh", program] + arguments)
        let environment = unsafe Self.copies(["PATH=/usr/bin:/bin", "LC_ALL=C"])
        defer { unsafe (words + environment).forEach { unsafe free($0) } }
        var child: pid_t = 0
        let code = unsafe posix_spawn(&child, "/bin/sh", &actions, nil, words, environment)
        guard code == 0 else {
            throw LocalServerError(.programRefused, ["program": program, "number": "\(code)"])
        }
        return child
    }

    private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        unsafe strings.map { unsafe strdup($0) } + [nil]
    }
}
