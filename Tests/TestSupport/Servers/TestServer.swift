import Foundation
public import LocalServer
public import Postgres
import Synchronization

/// The suite's private PostgreSQL: the first test that asks starts it, and it stops when the process ends.
public final class TestServer: Sendable {
    public static let shared = TestServer()

    public let server: LocalServer
    private let databases = Atomic(0)

    private init() {
        let directory = Self.folder + "/mutasi-tests-\(getpid())"
        server = LocalServer(
            directory: directory,
            programLogins: ["medan_admin", "medan_daemon"],
            settings: [
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "600",
            ]
        )
        do {
            _ = try Caretaker.shared.entrust("rm -rf -- \(directory.shellQuoted)")
            let pid = try server.start().pid
            _ = try Caretaker.shared.entrust(ChildProcess.ending(pid, "postgres", SIGQUIT))
        } catch {
            fatalError("no PostgreSQL for the tests: \(error)")
        }
    }

    /// In memory where there is room: a thousand databases are a million files, and a disk takes minutes to remove
    /// them.
    private static var folder: String {
        let memory = "/dev/shm"
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: memory)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        return free >= 12 << 30 && FileManager.default.isWritableFile(atPath: memory)
            ? memory : FileManager.default.temporaryDirectory.path
    }

    /// The address where it listens, for a `FaultProxy`.
    public var socket: ServerAddress { .socket("\(server.directory)/.s.PGSQL.5432") }

    /// Connects as the superuser, who is above every policy: to set a stage and to look behind it.
    public func superuser(_ database: String = "postgres", limit: Int = 4) -> Database {
        Database(
            ConnectionOptions(uri: server.uri(database: database)),
            limits: PoolLimits(maximum: limit)
        )
    }

    /// Makes an empty database, or a copy of `template` with its privileges, and returns its name.
    public func createDatabase(template: String? = nil) async throws -> String {
        let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
        try await run("create database \(name) template \(template ?? "template1")")
        if let template { try await run(Self.privileges(of: template), database: name) }
        return name
    }

    /// Gives this database the privileges of another, which a copy of it lacks. `roles.sql` would do so, too, but takes
    /// turns with everything that makes roles on the server: a hundred tests that begin at once would wait for each
    /// other.
    public static func privileges(of other: String) -> String {
        """
        do $$
        declare
            held record;
        begin
            execute format('revoke all on database %I from public', current_database());
            for held in
                select r.rolname, a.privilege_type
                from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                left join pg_roles r on r.oid = a.grantee
                where d.datname = '\(other)'
            loop
                execute format(
                    'grant %s on database %I to %s', held.privilege_type, current_database(),
                    coalesce(quote_ident(held.rolname), 'public'));
            end loop;
        end
        $$
        """
    }

    /// Runs one statement as the superuser, outside a transaction.
    public func run(_ statement: String, database: String = "postgres") async throws {
        _ = try await psql(statement, uri: server.uri(database: database))
    }

    /// The output of `psql` for a statement: a client that is not ours.
    public func psql(_ statement: String, uri: String, environment: [String: String] = [:]) async throws -> String {
        try await Self.psql(statement, uri: uri, environment: environment)
    }

    /// The same, on any server.
    static func psql(_ statement: String, uri: String, environment: [String: String]) async throws -> String {
        let result = try await Program(path: "/usr/bin/psql")
            .run(
                ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", uri, "-c", statement],
                environment: environment
            )
        guard result.status == 0 else { throw PsqlFailure(message: result.standardError) }
        return result.standardOutput
    }
}

/// A refusal of `psql`, in its own words.
public struct PsqlFailure: Error, CustomStringConvertible {
    public let message: String
    public var description: String { message }
}
