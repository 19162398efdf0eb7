import Foundation

/// Which processes belong to the directory: those named `postgres` that work in its data directory.
///
/// A process number in `postmaster.pid` alone proves nothing: after a crash it may be another program's.
extension ServerHome {
    /// The running server, if any.
    var postmaster: Int32? {
        guard let pid = postmasterFile.first.flatMap({ Int32($0) }), isServer(pid) else { return nil }
        return pid
    }

    /// All processes of the server, also those that outlived a killed one.
    var processes: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter(isServer)
    }

    /// Waits for a server that somebody else began to start.
    func waitUntilReady(_ pid: Int32) throws(LocalServerError) {
        let failure = LocalServerError(.unready, ["directory": directory, "process": "\(pid)", "log": log])
        // The eighth line is the state (PostgreSQL's `pidfile.h`).
        try wait {
            isReady || postmaster == nil
        } orThrow: {
            failure
        }
        guard isReady else { throw failure }
    }

    /// The children of a killed server leave within moments; until then a new one would refuse to start.
    func waitForSurvivors() throws(LocalServerError) {
        try wait {
            processes.isEmpty
        } orThrow: {
            let list = processes.map(String.init).joined(separator: " ")
            return LocalServerError(.processesLeft, ["directory": data, "processes": list])
        }
    }

    private var isReady: Bool { postmasterFile.dropFirst(7).first == "ready" }

    private var postmasterFile: [String] {
        let text = (try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func isServer(_ pid: Int32) -> Bool {
        let name = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)
        let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
        return name == "postgres\n" && folder == URL(filePath: data).resolvingSymlinksInPath().path
    }

    private func wait(
        until condition: () -> Bool,
        orThrow failure: () -> LocalServerError
    ) throws(LocalServerError) {
        let deadline = ContinuousClock.now + .seconds(60)
        while !condition() {
            if ContinuousClock.now > deadline { throw failure() }
            usleep(20_000)
        }
    }
}
