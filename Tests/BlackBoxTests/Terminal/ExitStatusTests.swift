import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing

/// 70 is a bug of ours: a user's mistake, a busy database or bad data gets another status, with words.
@Suite("Exit statuses", .timeLimit(.minutes(20)))
struct ExitStatusTests {
    @Test("a file without a line is bad input", arguments: ["", "\u{FEFF}", "\u{FEFF}\r\n\r\n"])
    func emptyFile(_ text: String) async throws {
        let stage = try await CommandStage.make()
        let file = try SampleFile.write(text)
        for words in [["import", "people", file, "--agency", "dinkes"], ["agency", "add", "--from", file]] {
            let result = try await Program.built("mutasi").run(words, environment: stage.environment)
            #expect(result.status == 65 && result.standardError.contains("file is empty: it has no header"))
        }
    }

    @Test("an agency is not merged into itself, rehearsed or in earnest", arguments: [[], ["--dry-run"], ["--yes"]])
    func merge(_ options: [String]) async throws {
        let stage = try await CommandStage.make()
        let words =
            ["agency", "merge", "dinkes", "--into", "dinkes"] + (options.contains("--dry-run") ? options : ["--yes"])
        let result = try await Program.built("mutasi").run(words, environment: stage.environment)
        #expect(result.status == 65 && result.standardError.contains("cannot be merged into itself"))
        #expect(try await stage.city.psql("select count(*) from agency where merged_into is not null") == "0\n")
    }

    @Test(
        "a cycle of an impossible year, or without a rule set, is refused the same with and without --dry-run",
        arguments: ["0001-Q1", "1900", "1949-Q4", "1950-Q1", "2201-Q1", "9999-Q4", "9999"]
    )
    func years(_ code: String) async throws {
        let stage = try await CommandStage.make()
        let earnest = try await stage("cycle", "add", code)
        let rehearsed = try await stage("cycle", "add", code, "--dry-run")
        let isYear = CycleCode(code) != nil
        #expect(earnest.status == (isYear ? 65 : 64) && rehearsed.status == earnest.status)
        #expect(earnest.standardError == rehearsed.standardError)
        #expect(code == "1950-Q1" || !isYear || earnest.standardError.contains("is not from 1950 to 2200"))
        #expect(try await stage.city.psql("select count(*) from cycle") == "0\n")
    }

    @Test("a cycle is rehearsed, and then added")
    func rehearsedCycle() async throws {
        let stage = try await CommandStage.make()
        let rehearsed = try await stage("cycle", "add", "2200-Q4", "--dry-run")
        #expect(rehearsed.status == 0 && rehearsed.standardError.contains("cycle 2200-Q4 would be added"))
        #expect(try await stage.city.psql("select count(*) from cycle") == "0\n")
        #expect(try await stage("cycle", "add", "2200-Q4").status == 0)
        let again = try await stage("cycle", "add", "2200-Q4", "--dry-run")
        #expect(again.status == 0 && again.standardError.contains("cycle 2200-Q4 exists already"))
    }

    @Test("probes that cannot be answered are a configuration error, and no file is touched")
    func probes() async throws {
        let city = try await TestCity.make()
        let folder = try ScratchDirectory()
        let file = folder.file("precious")
        try Data("kept".utf8).write(to: URL(filePath: file))
        for address in ["unix:\(folder.file("missing"))/probe.sock", "unix:\(file)"] {
            let result = try await Program.built("mutasid")
                .run(["--probes", address], environment: ["MUTASI_DATABASE": city.uri(user: "medan_daemon")])
            #expect(result.status == 78 && result.standardError.contains("error: "), "\(result.standardError)")
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "kept")
    }

    @Test("a statement that runs out of time should be tried again")
    func timeout() async throws {
        let stage = try await CommandStage.make()
        let holder = stage.city.superuser
        defer { holder.close() }
        let result = try await holder.transaction(as: .login) { tx in
            try tx.execute("lock table medan.agency in access exclusive mode")
            let running = try stage.start("agency", "list")
            // The server does this when the time is up, once the program waits.
            while running.process.isRunning {
                let cancelled = try tx.one(
                    """
                    select count(*) filter (where pg_cancel_backend(pid)) from pg_locks
                    where not granted and database = (select oid from pg_database where datname = current_database())
                    """,
                    as: Int.self
                )
                if cancelled > 0 { break }
                usleep(5_000)
            }
            return try await CommandStage.end(running)
        }
        #expect(result.status == 75 && result.standardError.contains("57014"), "\(result.standardError)")
        #expect(result.standardError.contains("hint: cancelled by the server's administrator, or its time was up"))
    }

    @Test("a refusal by a check of the database is bad input")
    func check() async throws {
        let stage = try await CommandStage.make()
        _ = try await stage.city.psql("alter table holiday add constraint holiday_test_check check (name <> 'Planted')")
        let file = try SampleFile.write("day,name,kind\n2027-02-01,Planted,local\n")
        let result = try await stage("holiday", "import", file)
        #expect(result.status == 65 && result.standardError.contains("constraint holiday_test_check, table holiday"))
    }
}
