import Foundation
import TestSupport
import Testing

/// The disk is full under a program's output.
@Suite("Output without room", .timeLimit(.minutes(20)))
struct FullOutputTests {
    private func run(_ stage: CommandStage, _ line: String) async throws -> Program.Result {
        let environment = stage.environment.merging(["MUTASI": Program.built("mutasi").path]) { $1 }
        return try await Program(path: "/bin/sh").run(["-c", line], environment: environment)
    }

    @Test(
        "a full standard output is 73, with the cause, and changes stay",
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

    @Test("a closed standard output is 73; a reader that goes away is not an error", arguments: [">&-", "| head -1"])
    func closed(_ place: String) async throws {
        let stage = try await CommandStage.make()
        let result = try await run(stage, "\"$MUTASI\" agency list \(place)")
        #expect(result.status == (place.hasPrefix("|") ? 0 : 73), "\(result.standardError)")
    }

    @Test(
        "no file and no connection gets the number of a standard stream that is closed at the start",
        arguments: [("mutasi", "run watch 2026-Q3", [0, 2]), ("mutasid", "--log-level trace", [0, 1, 2])]
    )
    func numbers(_ program: String, _ words: String, _ closed: [Int]) async throws {
        let stage = try await CommandStage.make(people: 1)
        _ = try await stage.city.psql("update run set intended_at = '2199-01-01'")
        let user = program == "mutasi" ? "medan_admin" : "medan_daemon"
        let streams = closed.map { $0 == 0 ? "<&-" : "\($0)>&-" }.joined(separator: " ")
        let running = try Program(path: "/bin/sh")
            .start(
                ["-c", "exec \"$0\" \(words) \(streams)", Program.built(program).path],
                environment: ["MUTASI_DATABASE": stage.city.uri(user: user)]
            )
        defer { kill(running.process.processIdentifier, SIGKILL) }
        // Its output shows that it is at work, or its session where it prints nothing.
        let sessions = "select count(*) from pg_stat_activity where usename = 'medan_daemon'"
        while running.output.contents().isEmpty,
            try await stage.city.psql(sessions + " and datname = current_database()") == "0\n"
        {
            try #require(running.process.isRunning)
        }
        for number in closed {
            let place = "/proc/\(running.process.processIdentifier)/fd/\(number)"
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place) == "/dev/null", "\(number)")
        }
    }

    @Test("with its standard streams closed, a worker still does a cycle, and a command writes its file")
    func closedStreams() async throws {
        let stage = try await CommandStage.make(people: 3)
        let worker = try await Program(path: "/bin/sh")
            .run(
                ["-c", "exec \"$0\" --until-idle --log-level trace <&- >&- 2>&-", Program.built("mutasid").path],
                environment: ["MUTASI_DATABASE": stage.city.uri(user: "medan_daemon")]
            )
        #expect(worker.status == 0)
        #expect(try await stage.city.psql("select count(*) from run where state = 'done'") != "0\n")
        let file = try ScratchDirectory().file("out.html")
        let written = try await run(stage, "\"$MUTASI\" report cycle 2026-Q3 --output \(file) <&- >&- 2>&-")
        #expect(written.status == 0)
        let page = try String(contentsOfFile: file, encoding: .utf8)
        #expect(page.hasPrefix("<!") && page.hasSuffix("</html>\n"), "\(page.suffix(200))")
    }

    @Test(
        "a list of rejected rows that has no room is 73, with the system's reason",
        arguments: ["/dev/full", "list.csv"]
    )
    func list(_ name: String) async throws {
        let stage = try await CommandStage.make()
        let folder = try ScratchDirectory()
        let (file, list) = (folder.file("people.csv"), name.hasPrefix("/") ? name : folder.file(name))
        try (SampleFile.peopleHeader + "\nnothing\n").write(toFile: file, atomically: true, encoding: .utf8)
        // Where an ordinary file cannot hold anything, the messages go into pipes.
        let limit = name.hasPrefix("/") ? "true" : "ulimit -f 0; trap '' XFSZ"
        let result = try await run(
            stage,
            """
            { \(limit); "$MUTASI" import people \(file) --agency dinkes --rejects \(list) 2>&1 >/dev/null; \
            echo "status $?"; } | cat
            """
        )
        let cause = name.hasPrefix("/") ? "No space left on device" : "File too large"
        #expect(
            result.standardOutput.contains("error: cannot write \(list): \(cause) [output.refused]\n"),
            "\(result.standardOutput)"
        )
        #expect(result.standardOutput.hasSuffix("status 73\n"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("list.csv.unfinished")))
    }

    @Test("a full standard error changes nothing")
    func errors() async throws {
        let stage = try await CommandStage.make()
        #expect(try await run(stage, "\"$MUTASI\" agency list 2> /dev/full").status == 0)
        #expect(try await run(stage, "\"$MUTASI\" agency show nowhere 2> /dev/full").status == 65)
    }

    @Test("a file that has no room is 73, and the existing one stays", arguments: [true, false])
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
