import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing

@Suite("mutasi run watch", .timeLimit(.minutes(20)))
struct RunWatchTests {
    private static func lines(_ text: String) -> [[Substring]] {
        text.split(separator: "\n").map { $0.split(separator: " ") }
    }

    @Test("into a file or pipe it writes a line for each change, and ends with the last run")
    func lines() async throws {
        let stage = try await CommandStage.make(people: 3)
        let watch = try stage.start("run", "watch", "2026-Q3", "--interval", "0.05")
        try await CommandStage.wait(watch) { output, _ in Self.lines(output).count >= CyclePhase.allCases.count }
        #expect(watch.process.isRunning)
        #expect(try await stage("cycle", "run", "2026-Q3").status == 0)
        let result = try await CommandStage.end(watch)
        #expect(result.status == 0 && result.standardError.isEmpty)
        let lines = Self.lines(result.standardOutput)
        #expect(lines.allSatisfy { $0.count == 8 && $0[7] == "0" && $0[0].hasSuffix("+07:00") && Int($0[1]) != nil })
        let steps = CyclePhase.allCases.map(\.rawValue)
        #expect(lines.prefix(steps.count).map { String($0[2]) } == steps)
        for step in steps {
            let last = try #require(lines.last { $0[2] == step })
            #expect(last[3] == "done" && last[4] == "3/3", "\(step)")
        }
        for (line, next) in zip(lines, lines.dropFirst()) { #expect(line.dropFirst() != next.dropFirst()) }
    }

    @Test("into a pipe it says how many agencies are late, and when none is late any more")
    func late() async throws {
        let stage = try await CommandStage.make(people: 1)
        _ = try await stage.city.psql(
            """
            update run set intended_at = case when step = 'open' then now() else '2199-01-01' end; select advance_runs()
            """
        )
        let watch = try stage.start("run", "watch", "2026-Q3", "--interval", "0.05")
        for number in ["0", "1", "0"] {
            if number == "1" {
                _ = try await stage.city.psql("update run_chunk set late_since = now() where agency_id = 1")
            }
            if number == "0" { _ = try await stage.city.psql("update run_chunk set late_since = null") }
            try await CommandStage.wait(watch) { output, _ in
                Self.lines(output).last { $0.count > 2 && $0[2] == "open" }?.last.map(String.init) == number
            }
            #expect(watch.process.isRunning)
        }
        watch.process.terminate()
        let open = Self.lines(try await CommandStage.end(watch).standardOutput).filter { $0[2] == "open" }
        #expect(open.map { $0[7] } == ["0", "1", "0"])
    }

    @Test("a reader that closes the pipe ends it at once, with 0 and without a word, although nothing changes")
    func closedPipe() async throws {
        let stage = try await CommandStage.make(people: 1)
        _ = try await stage.city.psql("update run set intended_at = '2199-01-01'")
        let environment = Program.environment(stage.environment)
        let (status, first, errors) = try await BlockingWork.run { () throws -> (Int32, String, String) in
            let (process, output, errors) = (Process(), Pipe(), Pipe())
            process.executableURL = URL(fileURLWithPath: Program.built("mutasi").path)
            process.arguments = ["run", "watch", "2026-Q3", "--interval", "0.1"]
            process.environment = environment
            (process.standardInput, process.standardOutput, process.standardError) = (
                FileHandle.nullDevice, output, errors
            )
            try process.run()
            var first = Data()
            while first.count(where: { $0 == UInt8(ascii: "\n") }) < 4 {
                let part = output.fileHandleForReading.availableData
                if part.isEmpty { break }
                first += part
            }
            try output.fileHandleForReading.close()
            process.waitUntilExit()
            let said = errors.fileHandleForReading.readDataToEndOfFile()
            return (
                process.terminationStatus, String(decoding: first, as: UTF8.self), String(decoding: said, as: UTF8.self)
            )
        }
        #expect(first.contains(" open scheduled "))
        #expect(status == 0 && errors.isEmpty)
    }

    @Test("while the database is away it says so once, waits, and goes on when it is back")
    func away() async throws {
        let stage = try await CommandStage.make(people: 1)
        let name = stage.city.name
        let watch = try stage.start("run", "watch", "2026-Q3", "--interval", "0.05")
        try await CommandStage.wait(watch) { output, _ in Self.lines(output).count >= CyclePhase.allCases.count }
        stage.city.connections.close()
        try await TestServer.shared.run("alter database \(name) allow_connections false")
        try await TestServer.shared.run(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '\(name)'"
        )
        try await CommandStage.wait(watch) { _, errors in errors.contains("waiting for the database") }
        try await TestServer.shared.run("alter database \(name) allow_connections true")
        try await CommandStage.wait(watch) { _, errors in errors.contains("the database is available again") }
        #expect(watch.process.isRunning)
        #expect(try await stage("cycle", "run", "2026-Q3").status == 0)
        let result = try await CommandStage.end(watch)
        #expect(result.status == 0)
        #expect(result.standardError.split(separator: "\n").count == 2, "\(result.standardError)")
    }

    @Test("on a terminal it rewrites its lines within the width, and Ctrl-C leaves the cursor visible")
    func terminal() async throws {
        let stage = try await CommandStage.make(people: 1)
        _ = try await stage.city.psql("update run set intended_at = '2199-01-01'")
        let environment = Program.environment(stage.environment)
        let (signal, seen) = try await BlockingWork.run { () throws -> (Int32, String) in
            let terminal = try PseudoTerminal(columns: 30, rows: 4)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.built("mutasi").path)
            process.arguments = ["run", "watch", "2026-Q3", "--interval", "0.05"]
            process.environment = environment
            (process.standardInput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            process.standardOutput = terminal.slave
            try process.run()
            var seen = ""
            while seen.components(separatedBy: "\u{1B}[3A").count < 3 { seen += try terminal.read() }
            kill(process.processIdentifier, SIGINT)
            process.waitUntilExit()
            while !seen.hasSuffix("\u{1B}[?25h") { seen += try terminal.read() }
            return (process.terminationStatus, seen)
        }
        #expect(signal == SIGINT)
        let frame = try #require(seen.components(separatedBy: "\u{1B}[J").first)
        #expect(frame.hasPrefix("\u{1B}[?25l"))
        let lines = frame.dropFirst("\u{1B}[?25l\r".count).components(separatedBy: "\u{1B}[K\r\n")
            .filter { !$0.isEmpty }
        #expect(lines.count == 3, "as many as fit the height")
        #expect(lines.allSatisfy { $0.count <= 29 && $0.hasPrefix("2026-Q3 ") })
    }
}
