import Foundation
import Postgres
import TestSupport
import Testing

/// A session reads, and then stays idle in its transaction, while the schema changes.
@Suite("Migrations behind an idle transaction", .timeLimit(.minutes(5)))
struct MigrationWaitTests {
    /// A city in which one policy file must be applied again.
    private static func outdated() async throws -> TestCity {
        let city = try await TestCity.make()
        _ = try await city.psql("delete from applied_file where path = 'policies/person.sql'")
        return city
    }

    /// Holds the table, as a login of the city does after a read, while the body runs; the body gets its process.
    private static func whileIdle(_ city: TestCity, _ body: @Sendable (Int32) async throws -> Void) async throws {
        let idle = city.superuser
        defer { idle.close() }
        try await idle.transaction(as: Scope(role: "medan_personnel", searchPath: ["medan"])) { tx in
            _ = try tx.one("select count(*) from person", as: Int64.self)
            try await body(try tx.one("select pg_backend_pid()", as: Int32.self))
        }
    }

    private static func start(_ city: TestCity, _ user: String, _ words: String...) throws -> RunningProgram {
        try Program.built("mutasi").start(words, environment: ["MUTASI_DATABASE": city.uri(user: user)])
    }

    @Test(
        "says which session it waits for, lets readers pass, and ends well when the transaction does",
        arguments: ["migrate", "init"]
    )
    func waits(_ command: String) async throws {
        let city = try await Self.outdated()
        let user = command == "init" ? "mutasi_super" : "medan_admin"
        let running = try Self.start(city, user, "db", command)
        try await Self.whileIdle(city) { pid in
            let words = "waiting for process \(pid), login mutasi_super, in a transaction since 20"
            try await CommandStage.wait(running) { $1.contains(words) }
            #expect(running.process.isRunning)
            // Each of them waits behind the migration's request for the table.
            for _ in 1...5 {
                #expect(try await city.psql("select count(*) from person", user: "mutasi_super") == "0\n")
            }
            #expect(running.process.isRunning)
        }
        let result = try await CommandStage.end(running)
        #expect(result.status == 0, "\(result.standardError)")
        #expect(result.standardError.contains("applied policies/person.sql\n"))
        #expect(!result.standardError.contains("select"))
        #expect(try await city.psql("select count(*) from applied_file where path = 'policies/person.sql'") == "1\n")
    }

    @Test("says that it waits also where it cannot find out for whom, as in a city of an older version")
    func unknown() async throws {
        let city = try await Self.outdated()
        _ = try await city.psql("drop function sessions_ahead(integer)")
        try await Self.whileIdle(city) { _ in
            let result = try await CommandStage.end(try Self.start(city, "medan_admin", "db", "migrate", "--wait", "3"))
            #expect(result.status == 75, "\(result.standardError)")
            #expect(result.standardError.hasPrefix("waiting for sessions that this login may not see"))
            #expect(result.standardError.hasSuffix("run it again when their transactions have ended\n"))
        }
    }

    @Test("gives up in time with 75, names the holder, and changes nothing", arguments: ["migrate", "init"])
    func givesUp(_ command: String) async throws {
        let city = try await Self.outdated()
        let user = command == "init" ? "mutasi_super" : "medan_admin"
        try await Self.whileIdle(city) { pid in
            let result = try await CommandStage.end(try Self.start(city, user, "db", command, "--wait", "3"))
            #expect(result.status == 75, "\(result.standardError)")
            #expect(result.standardError.contains("error: gave up after 3 seconds: other sessions hold what"))
            #expect(result.standardError.contains("needs; processes: \(pid) [schema.busy]\n"))
        }
        #expect(try await city.psql("select count(*) from applied_file where path = 'policies/person.sql'") == "0\n")
        #expect(try await city.psql("select count(*) > 0 from pg_policy where polrelid = 'person'::regclass") == "t\n")
    }

    @Test("names only the sessions that the asker's own sessions wait for")
    func otherSessions() async throws {
        let city = try await Self.outdated()
        let other = city.superuser
        let isIdle = Gate()
        let waiting = Task {
            await isIdle.pass()
            try await other.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx -> Void in
                try tx.execute("lock table person in access exclusive mode")
            }
        }
        try await Self.whileIdle(city) { pid in
            isIdle.open()
            let blocked = "select pid from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0"
            var waiter = ""
            while waiter.isEmpty {
                waiter = try await city.psql("\(blocked) and datname = current_database()")
                    .trimmingCharacters(in: .newlines)
            }
            let ask = "select pid from sessions_ahead(\(waiter))"
            #expect(try await city.psql("set role medan_owner; \(ask)", user: "medan_admin") == "")
            #expect(try await city.psql("set role medan_owner; \(ask)") == "\(pid)\n")
        }
        try await waiting.value
        other.close()
    }
}
