import LocalServer
import TestSupport
import Testing

/// Output of the programs in cities of different zones.
@Suite("Zones, by the programs", .timeLimit(.minutes(20)))
struct ZoneCommandTests {
    private let mutasi = Program.built("mutasi")

    @Test("a city is made in a zone, prints days and times of it, and asks before it moves to another")
    func zones() async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = ["--database", TestServer.shared.server.uri(database: name)]
        func run(_ words: String...) async throws -> Program.Result { try await mutasi.run(words + database) }

        let wrong = try await run("db", "init", "--zone", "WIT")
        #expect(wrong.status == 65 && wrong.standardError.contains("Asia/Jayapura (WIT)"), "\(wrong.standardError)")
        // The name is looked up before anything is made.
        #expect(try await run("db", "status").status != 0)

        let made = try await run("db", "init", "--zone", "Asia/Jayapura")
        #expect(
            made.status == 0 && made.standardError.contains("time zone is Asia/Jayapura\n"),
            "\(made.standardError)"
        )
        #expect(try await run("cycle", "add", "2100-Q3").status == 0)
        let runs = try await run("run", "list", "--format", "csv")
        #expect(runs.standardOutput.contains("2100-07-01T00:00:00+09:00"), "\(runs.standardOutput)")
        let added = try await run(
            "schedule",
            "add",
            "years",
            "--kind",
            "add_cycle",
            "--payload",
            #"{"period": "year"}"#,
            "--rule",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;BYHOUR=6",
            "--anchor",
            "2101-01-01"
        )
        #expect(added.status == 0 && added.standardOutput.contains("Next occurrences (Asia/Jayapura)"))
        let elsewhere = try await run(
            "schedule",
            "add",
            "other",
            "--kind",
            "add_cycle",
            "--payload",
            #"{"period": "year"}"#,
            "--rule",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
            "--zone",
            "Europe/Amsterdam"
        )
        #expect(elsewhere.status == 65 && elsewhere.standardError.contains("Asia/Jayapura"))

        let silent = try await run("db", "init")
        #expect(silent.status == 0 && !silent.standardError.contains("zone"), "\(silent.standardError)")
        let asked = try await run("db", "init", "--zone", "Asia/Makassar")
        #expect(asked.status == 64 && asked.standardError.contains("1 cycle keeps the days"), "\(asked.standardError)")
        #expect(asked.standardError.contains("1 schedule keeps the days and hours"))
        let lists = try await run("schedule", "list", "--format", "csv")
        #expect(lists.standardOutput.contains("2101-01-01T06:00:00+09:00,Asia/Jayapura"), "\(lists.standardOutput)")
        #expect(try await run("db", "init", "--zone", "Asia/Makassar", "--yes").status == 0)
        let moved = try await run("schedule", "list", "--format", "csv")
        #expect(moved.standardOutput.contains("2101-01-01T06:00:00+08:00,Asia/Makassar"), "\(moved.standardOutput)")
        #expect(try await run("run", "list", "--format", "csv").standardOutput.contains("2100-07-01T00:00:00+08:00"))
        // The cycle has the same dates as before.
        #expect(try await run("cycle", "add", "2100-Q3").standardError.contains("exists already, unchanged"))
        #expect(try await run("db", "check").status == 0)
    }

    @Test("without an option the zone is Medan's, and that is said once")
    func usual() async throws {
        let name = try await TestServer.shared.createDatabase()
        let database = ["--database", TestServer.shared.server.uri(database: name)]
        let made = try await mutasi.run(["db", "init"] + database)
        #expect(made.standardError.contains("the city's time zone is Asia/Jakarta\nhint: 'mutasi db init --zone'"))
        let again = try await mutasi.run(["db", "init"] + database)
        #expect(again.status == 0 && !again.standardError.contains("zone"))
        // When asked for the present zone, it does nothing, and asks nothing.
        #expect(try await mutasi.run(["cycle", "add", "2100-Q3"] + database).status == 0)
        #expect(try await mutasi.run(["db", "init", "--zone", "Asia/Jakarta"] + database).status == 0)
    }
}
