import Foundation
import LocalServer

extension ScratchServer {
    /// Runs a hot standby of this server while the closure runs, and removes it afterwards. The standby follows by
    /// streaming, and takes over when it is promoted.
    public func withStandby<Output>(_ body: (ScratchServer) async throws -> Output) async throws -> Output {
        let standby = try await ScratchServer(plan)
        do {
            try await BlockingWork.run { [self] in
                try FileManager.default.removeItem(atPath: standby.data)
                let words = try UnprivilegedAccount.required()
                    .command(
                        try PostgresPrograms.path("pg_basebackup"),
                        [
                            "--host", directory, "--port", "\(port)", "--username", LocalServer.superuser, "--pgdata",
                            standby.data, "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
                        ]
                    )
                try Self.run(words[0], Array(words.dropFirst()))
            }
            try await standby.start()
            let output = try await body(standby)
            await standby.remove()
            return output
        } catch {
            await standby.remove()
            throw error
        }
    }

    /// Makes a standby the primary; returns when it accepts writes.
    public func promote() async throws {
        try await run("select pg_promote(wait_seconds => 600)")
    }

    /// An address that reaches whichever of two servers accepts writes.
    public static func uri(_ one: ScratchServer, _ other: ScratchServer, database: String, user: String) -> String {
        ConnectionURI.text(
            host: "\(one.directory),\(other.directory)",
            port: one.port,
            ["dbname": database, "user": user, "target_session_attrs": "read-write"]
        )
    }
}
