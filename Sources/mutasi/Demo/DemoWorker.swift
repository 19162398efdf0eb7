import CityDatabase
import Files
import Foundation
import Personnel
import Programs
import Texts

/// A real `mutasid`, as a cron user would run it: until nothing is due.
struct DemoWorker {
    let city: City
    /// The daemon's login.
    let uri: String
    let log: String

    func run() async throws {
        let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let daemon = Process()
        daemon.executableURL = programs.appending(path: "mutasid")
        daemon.arguments = ["--until-idle", "--city", city.name]
        daemon.environment = ProcessInfo.processInfo.environment.merging(["MUTASI_DATABASE": uri]) { $1 }
        let file = try openLog()
        daemon.standardError = file
        daemon.standardOutput = file
        let ended = AsyncStream.makeStream(of: Void.self)
        daemon.terminationHandler = { _ in ended.continuation.finish() }
        do {
            try daemon.run()
        } catch {
            throw Stop(.demoDaemonMissing, ["path": "\(programs.path)/mutasid"])
        }
        Interruption.take(daemon.processIdentifier)
        for await _ in ended.stream {}
        if Task.isCancelled {
            await Self.end(daemon)
            throw CancellationError()
        }
        Interruption.take(0)
        guard daemon.terminationStatus == 0 else {
            throw Stop(.demoDaemonFailed, ["status": "\(daemon.terminationStatus)", "path": .text(log)])
        }
    }

    /// What the daemon writes comes after what it wrote before.
    private func openLog() throws -> FileHandle {
        let isThere = FileManager.default.fileExists(atPath: log)
        guard isThere || FileManager.default.createFile(atPath: log, contents: nil),
            let file = FileHandle(forWritingAtPath: log)
        else { throw OutputFile.refusal(log, SystemError.last) }
        try file.seekToEnd()
        return file
    }

    /// Returns when it has ended: it hands back what it has not finished, for which it has twenty seconds.
    private static func end(_ daemon: Process) async {
        daemon.terminate()
        let pid = daemon.processIdentifier
        let deadline = Task.detached {
            try await Task.sleep(for: .seconds(25))
            kill(pid, SIGKILL)
        }
        await Task.detached { daemon.waitUntilExit() }.value
        deadline.cancel()
    }
}
