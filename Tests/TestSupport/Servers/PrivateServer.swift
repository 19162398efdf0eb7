import Foundation
public import LocalServer
import Synchronization

/// A city's server like that of `mutasi local`, started by the built program; it does not outlive the process.
public struct PrivateServer: Sendable {
    /// The folder of PostgreSQL's programs; nil means the machine's own.
    public let programs: String?
    private let server: LocalServer
    private let mutasi = Program.built("mutasi")
    private static let made = Atomic(0)

    /// Runs a server while the closure runs, and removes it afterwards.
    public static func with<Output>(
        programs: String? = nil,
        _ body: (PrivateServer) async throws -> Output
    ) async throws -> Output {
        let number = made.add(1, ordering: .relaxed).newValue
        let directory = FileManager.default.temporaryDirectory.path + "/mutasi-private-\(getpid())-\(number)"
        let removal = try Caretaker.shared.entrust("rm -rf -- \(directory.shellQuoted)")
        let server = PrivateServer(programs: programs, server: LocalServer(directory: directory))
        defer {
            try? FileManager.default.removeItem(atPath: directory)
            removal.finished()
        }
        let farewell = try await server.start()
        do {
            let output = try await body(server)
            try await server.stop(farewell)
            return output
        } catch {
            try? await server.stop(farewell)
            throw error
        }
    }

    private func start() async throws -> Caretaker.Task {
        let started = try await self("local", "start")
        guard started.status == 0, case .running(let pid) = server.status else {
            throw StageError(
                "'mutasi local start' failed in \(server.directory)",
                hint: "read its last words",
                output: started.standardError
            )
        }
        return try Caretaker.shared.entrust(ChildProcess.ending(pid, "postgres", SIGQUIT))
    }

    private func stop(_ farewell: Caretaker.Task) async throws {
        _ = try await self("local", "stop")
        farewell.finished()
    }

    /// The address of the city; without a user, the program connects as itself.
    public func uri(database: String = "mutasi", user: String = LocalServer.superuser) -> String {
        server.uri(database: database, user: user)
    }

    /// Runs `mutasi` to its end, on this server unless `words` name another.
    public func callAsFunction(_ words: String...) async throws -> Program.Result {
        var environment = ["MUTASI_LOCAL_DIRECTORY": server.directory]
        environment["MUTASI_PG_BIN"] = programs
        return try await mutasi.run(words, environment: environment)
    }

    /// Runs `mutasid` until there is nothing to do.
    public func work() async throws -> Program.Result {
        try await Program.built("mutasid")
            .run(["--until-idle"], environment: ["MUTASI_DATABASE": uri(user: "medan_daemon")])
    }

    /// The output of `psql` for a statement, as the superuser or as a login with its password.
    public func psql(
        _ statement: String,
        user: String = LocalServer.superuser,
        password: String? = nil
    ) async throws -> String {
        try await TestServer.psql(
            statement,
            uri: uri(user: user),
            environment: ["PGPASSWORD": password?.trimmingCharacters(in: .newlines) ?? ""]
        )
    }

    /// Runs one of PostgreSQL's client programs, such as `pg_dump`, on this server; `other` takes those of another
    /// version.
    public func run(
        _ program: String,
        of other: String? = nil,
        _ arguments: String...
    ) async throws -> Program.Result {
        let folder = try other ?? programs ?? PostgresPrograms.folder()
        let place = ["--host", server.directory, "--username", LocalServer.superuser]
        return try await Program(path: folder + "/" + program).run(place + arguments)
    }
}
