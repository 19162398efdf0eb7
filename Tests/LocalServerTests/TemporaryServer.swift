import Foundation
import Testing

@testable import LocalServer

/// A local server in a directory of its own, stopped and removed at the end of the closure.
func withTemporaryServer(
    name: String = "server",
    programLogins: [String] = [],
    _ body: (LocalServer) throws -> Void
) throws {
    let folder = "/tmp/mutasi-test-\(UInt64.random(in: 1 ... .max))"
    try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755]
    )
    let server = LocalServer(
        directory: "\(folder)/\(name)",
        programLogins: programLogins,
        settings: LocalServer.fast
    )
    defer {
        _ = try? server.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }
    try body(server)
}

extension LocalServer {
    static let fast = ["fsync": "off", "shared_buffers": "16MB"]

    var account: ServerAccount { get throws { try .owner(of: home) } }

    func programs() throws -> ServerPrograms {
        try ServerPrograms(environment: environment, account: account, version: nil)
    }

    /// What `psql` prints, as the user who runs the tests.
    func query(_ sql: String, user: String = LocalServer.superuser, password: String? = nil) throws -> Command.Result {
        let uri = uri(user: user) + (password.map { "&password=\($0)" } ?? "")
        return try Command(
            programs().folder + "/psql",
            ["--no-psqlrc", "--no-password", "--tuples-only", "--no-align", "--command", sql, uri]
        )
        .run()
    }

    func expect(_ sql: String, user: String = LocalServer.superuser, gives answer: String) throws {
        let result = try query(sql, user: user)
        #expect(result.succeeded && result.output == answer + "\n", "\(result.output)")
    }

    func failure(_ body: (LocalServer) throws(LocalServerError) -> Void) -> LocalServerError? {
        do {
            try body(self)
            return nil
        } catch {
            return error
        }
    }
}
