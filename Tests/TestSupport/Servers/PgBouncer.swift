import Foundation
public import LocalServer
import Synchronization

/// A PgBouncer in transaction mode for a single test: many clients, few connections to the server.
///
/// It listens on a Unix socket in a directory that only this user may enter, where nobody needs a password.
public final class PgBouncer: Sendable {
    private let home: ScratchDirectory
    private let process: ChildProcess
    private static let port = 6432

    /// Runs one while the closure runs, and removes it afterwards.
    ///
    /// - Parameters:
    ///   - server: the directory of the server's socket.
    ///   - port: the server's port.
    ///   - poolSize: connections to the server, for each database and user.
    ///   - users: the users who may connect; the server must let them in without a password.
    public static func with<Output>(
        server: String,
        port: Int = 5432,
        poolSize: Int = 2,
        users: [String] = [LocalServer.superuser],
        _ body: (PgBouncer) async throws -> Output
    ) async throws -> Output {
        let bouncer = try await BlockingWork.run {
            try PgBouncer(server: server, port: port, poolSize: poolSize, users: users)
        }
        do {
            let output = try await body(bouncer)
            await bouncer.remove()
            return output
        } catch {
            await bouncer.remove()
            throw error
        }
    }

    /// Connects by libpq; `parameters` are keywords of it.
    public func uri(
        database: String = "postgres",
        user: String = LocalServer.superuser,
        _ parameters: [String: String] = [:]
    ) -> String {
        let own = ["dbname": database, "user": user]
        return ConnectionURI.text(host: home.path, port: Self.port, parameters.merging(own) { theirs, _ in theirs })
    }

    private init(server: String, port: Int, poolSize: Int, users: [String]) throws {
        let account = try UnprivilegedAccount.required()
        let program = "/usr/sbin/pgbouncer"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw StageError("there is no \(program)", hint: "run deploy/install-prerequisites tests")
        }
        home = try ScratchDirectory(in: nil, owner: account)
        let list = users.map { "\"\($0)\" \"\"\n" }.joined()
        let userFile = try home.write("users.txt", list, owner: account)
        let configuration = """
            [databases]
            * = host=\(server) port=\(port)
            [pgbouncer]
            unix_socket_dir = \(home.path)
            listen_port = \(Self.port)
            auth_type = trust
            auth_file = \(userFile)
            pool_mode = transaction
            default_pool_size = \(poolSize)
            max_client_conn = 500
            query_wait_timeout = 30
            """
        let file = try home.write("pgbouncer.ini", configuration + "\n", owner: account)
        let log = try home.write("pgbouncer.log", "", owner: account)
        process = try ChildProcess(program, [file], as: account, log: log, farewell: SIGTERM)
        let isDone = ChildProcess.wait(within: .seconds(10)) { [process] in isReady || !process.isRunning }
        guard isDone, process.isRunning else {
            process.send(SIGKILL)
            _ = process.waitForEnd()
            let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            home.remove()
            throw StageError("PgBouncer did not start", hint: "read its last words", output: words)
        }
    }

    private var isReady: Bool {
        guard let descriptor = try? Sockets.connect(.socket("\(home.path)/.s.PGSQL.\(Self.port)")) else { return false }
        close(descriptor)
        return true
    }

    private func remove() async {
        _ = try? await BlockingWork.run { [self] in
            process.send(SIGTERM)
            if !process.waitForEnd(within: .seconds(10)) {
                process.send(SIGKILL)
                _ = process.waitForEnd()
            }
            home.remove()
        }
    }
}
