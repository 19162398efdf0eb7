import Foundation
import LocalServer

extension LocalServer {
    /// A running server for one benchmark, in a directory of its own, into which the city's programs are let; to be discarded.
    static func forBenchmark(_ settings: [String: String]) throws -> LocalServer {
        let server = LocalServer(
            directory: FileManager.default.temporaryDirectory.path + "/mutasi-bench-\(getpid())",
            programLogins: ["medan_admin", "medan_daemon"],
            settings: settings
        )
        try server.start()
        return server
    }

    func discard() {
        _ = try? stop()
        try? FileManager.default.removeItem(atPath: directory)
    }
}
