import Foundation
import TestSupport
import Testing

/// A disk that is full under what a program writes.
@Suite("Output that finds no room", .timeLimit(.minutes(20)))
struct FullOutputTests {
    private func run(_ stage: CommandStage, _ line: String) async throws -> Program.Result {
        let environment = stage.environment.merging(["MUTASI": Program.built("mutasi").path]) { $1 }
        return try await Program(path: "/bin/sh").run(["-c", line], environment: environment)
    }

    @Test(
        "a full standard output is 73, with the cause, and what was changed stays",
        arguments: [
            "agency list", "agency list --format json", "--help", "cycle list --format csv",
            "agency add dkop --name Dinas --kind dinas",
        ]
    )
    func output(_ words: String) async throws {
        let stage = try await CommandStage.make()
        let result = try await run(stage, "\"$MUTASI\" \(words) > /dev/full")
        #expect(result.status == 73, "\(result.status) \(result.standardError)")
        #expect(result.standardError.contains("cannot write to standard output: No space left on device"))
        guard words.hasPrefix("agency add") else { return }
        #expect(try await stage.city.psql("select count(*) from agency where code = 'dkop'") == "1\n")
    }

    @Test("a closed standard output is 73; a reader that goes away is no error", arguments: [">&-", "| head -1"])
    func closed(_ place: String) async throws {
        let stage = try await CommandStage.make()
        let result = try await run(stage, "\"$MUTASI\" agency list \(place)")
        #expect(result.status == (place.hasPrefix("|") ? 0 : 73), "\(result.standardError)")
    }

    @Test("a standard error that is full changes nothing")
    func errors() async throws {
        let stage = try await CommandStage.make()
        #expect(try await run(stage, "\"$MUTASI\" agency list 2> /dev/full").status == 0)
        #expect(try await run(stage, "\"$MUTASI\" agency show nowhere 2> /dev/full").status == 65)
    }

    @Test("a file that finds no room is 73, and the one that stood there stays", arguments: [true, false])
    func file(_ isDevice: Bool) async throws {
        let stage = try await CommandStage.make()
        let folder = try ScratchDirectory()
        let path = isDevice ? "/dev/full" : "\(folder.path)/nowhere/out.html"
        let result = try await run(stage, "\"$MUTASI\" report talent 2026-Q3 --output \(path)")
        #expect(result.status == 65 || result.status == 73, "\(result.standardError)")
        _ = try await stage("cycle", "add", "2026-Q3")
        let written = try await run(stage, "\"$MUTASI\" report cycle 2026-Q3 --output \(path)")
        #expect(written.status == 73, "\(written.standardError)")
        let cause = isDevice ? "No space left on device" : "No such file or directory"
        #expect(written.standardError.contains("cannot write \(path): \(cause)"), "\(written.standardError)")
    }
}
