import Foundation
public import LocalServer
public import Postgres
import Synchronization

/// A PostgreSQL for a single test that may stop, crash, fill and lock it, which the shared `TestServer` does not allow.
///
/// It listens on a Unix socket in a directory that only this user may enter, where nobody needs a password; and, on
/// request, on a TCP port of 127.0.0.1, where everybody does. Nothing is synced to disk. It starts in about 0.2 s, and
/// does not outlive the process.
///
///     try await ScratchServer.with(settings: ["max_connections": "3"]) { server in
///         let database = Database(ConnectionOptions(uri: server.uri()))
///     }
public final class ScratchServer: Sendable {
    /// The end of sessions: both modes end them at once, `immediate` without a farewell and with recovery at the next
    /// start.
    public enum StopMode: Sendable { case fast, immediate }

    /// The requirements for a server.
    public struct Plan: Sendable {
        /// More settings, which replace the server's own.
        public var settings: [String: String]
        /// Lines of `pg_hba.conf` that come before the server's own; the first line that fits decides.
        public var access: [String]
        /// Whether it listens on TCP, too.
        public var network: Bool
        /// With certificates it offers TLS on TCP.
        public var certificates: Certificates?
        /// Whether its clock can be moved.
        public var movesClock = false
        /// The place of its directory; nil means memory while there is room, else the temporary directory.
        public var parent: String?
    }

    let home: ScratchDirectory
    /// The hands of its clock, if it can be moved.
    public let clock: FalseClock.Hands?
    let plan: Plan
    let port: Int
    private let reserved: ReservedPort?
    private let process = Mutex<ChildProcess?>(nil)

    /// Runs a server while the closure runs, and removes it afterwards.
    public static func with<Output>(
        settings: [String: String] = [:],
        access: [String] = [],
        network: Bool = false,
        certificates: Certificates? = nil,
        movesClock: Bool = false,
        parent: String? = nil,
        _ body: (ScratchServer) async throws -> Output
    ) async throws -> Output {
        let plan = Plan(
            settings: settings,
            access: access,
            network: network,
            certificates: certificates,
            movesClock: movesClock,
            parent: parent
        )
        let server = try await ScratchServer(plan)
        do {
            try await server.start()
            let output = try await body(server)
            await server.remove()
            return output
        } catch {
            await server.remove()
            throw error
        }
    }

    /// Makes its directory and starts nothing yet.
    public init(_ plan: Plan) async throws {
        self.plan = plan
        reserved = plan.network ? try ReservedPort() : nil
        port = reserved?.number ?? 5432
        home = try await BlockingWork.run {
            let home = try ScratchDirectory(
                in: plan.parent ?? Self.quickestParent,
                owner: try UnprivilegedAccount.required()
            )
            do {
                let template = try Self.template.get()
                try Self.run("/bin/cp", ["-a", "--reflink=auto", template, home.path + "/data"])
            } catch {
                home.remove()
                throw error
            }
            return home
        }
        clock = plan.movesClock ? try await FalseClock.Hands(in: home.path) : nil
    }

    /// Returns when it accepts connections.
    public func start() async throws {
        try await BlockingWork.run { [self] in
            try process.withLock { process in
                guard process?.isRunning != true else { return }
                process = try launch()
            }
        }
    }

    /// Ends all sessions and returns when the server is gone.
    public func stop(_ mode: StopMode = .fast) async throws {
        try await BlockingWork.run { [self] in try end(mode == .fast ? SIGINT : SIGQUIT) }
    }

    public func restart(_ mode: StopMode = .fast) async throws {
        try await stop(mode)
        try await start()
    }

    /// Acts as if the machine had lost its power: no process of the server lives when this returns. `start` recovers.
    public func crash() async throws {
        try await BlockingWork.run { [self] in try end(SIGKILL) }
    }

    /// Ends it, and removes everything it had.
    public func remove() async {
        _ = try? await BlockingWork.run { [self] in
            try? end(SIGQUIT)
            removeSharedMemory()
            home.remove()
        }
    }

    private func end(_ signal: CInt) throws {
        try process.withLock { process in
            guard let running = process, running.isRunning else { return }
            running.send(signal)
            // Processes that a killed server leaves behind would end some time later by themselves.
            let isGone =
                running.waitForEnd()
                && ChildProcess.wait(within: .seconds(30)) {
                    let left = survivors
                    left.forEach { Glibc.kill($0, SIGKILL) }
                    return left.isEmpty
                }
            guard isGone else {
                throw StageError("the server in \(home.path) did not end", hint: "read its last words", output: log)
            }
            process = nil
        }
    }

    /// Runs a statement as the superuser in a session of its own, by `psql`; returns its output.
    @discardableResult
    public func run(_ statement: String, database: String = "postgres") async throws -> String {
        let result = try await Program(path: "/usr/bin/psql")
            .run(["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", uri(database: database), "-c", statement])
        guard result.status == 0 else { throw PsqlFailure(message: result.standardError) }
        return result.standardOutput
    }

    /// Creates a role that may log in. `attributes` are further words of `create role`.
    public func createRole(_ name: String, password: String, attributes: String = "") async throws {
        try await run("create role \"\(name)\" login \(attributes) password '\(password)'")
    }

    /// Connects as the superuser, who is above every policy: to set a stage and to look behind it.
    public func superuser(limit: Int = 1) -> Database {
        Database(ConnectionOptions(uri: uri()), limits: PoolLimits(maximum: limit))
    }
}

extension ScratchServer {
    /// The directory of the socket.
    public var directory: String { home.path }
    public var socket: ServerAddress { .socket("\(home.path)/.s.PGSQL.\(port)") }
    /// Nothing listens there unless the server was asked to.
    public var network: ServerAddress { .network(port) }

    /// The server's log.
    public var log: String { (try? String(contentsOfFile: home.path + "/server.log", encoding: .utf8)) ?? "" }

    /// Connects by the Unix socket, where nobody needs a password; `parameters` are keywords of libpq.
    public func uri(
        database: String = "postgres",
        user: String = LocalServer.superuser,
        _ parameters: [String: String] = [:]
    ) -> String {
        let own = ["dbname": database, "user": user]
        return ConnectionURI.text(host: home.path, port: port, parameters.merging(own) { theirs, _ in theirs })
    }

    /// Connects by TCP; `parameters` are keywords of libpq and may name another `host`, too.
    public func networkURI(
        database: String = "postgres",
        user: String,
        password: String? = nil,
        _ parameters: [String: String] = [:]
    ) -> String {
        var own = ["dbname": database, "user": user]
        if let password { own["password"] = password }
        return ConnectionURI.text(host: "127.0.0.1", port: port, parameters.merging(own) { theirs, _ in theirs })
    }
}
