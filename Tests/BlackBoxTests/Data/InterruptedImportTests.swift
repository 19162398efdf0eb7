import Foundation
import TestSupport
import Testing

/// A person interrupts an import while it reads its file.
@Suite("An interrupted import", .timeLimit(.minutes(20)))
struct InterruptedImportTests {
    @Test(
        "by the server's administrator: nothing is imported, the next step is named, and the next import works",
        arguments: ["pg_cancel_backend", "pg_terminate_backend"],
        ["people", "posts"]
    )
    func brokenOff(_ act: String, _ kind: String) async throws {
        let stage = try await CommandStage.make()
        let folder = try ScratchDirectory()
        let pipe = folder.file("slow.csv")
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let running = try stage.start("import", kind, pipe, "--agency", "dinkes")
        let header = kind == "people" ? SampleFile.peopleHeader : SampleFile.postsHeader
        let writer = try await BlockingWork.run {
            // Returns when the program reads.
            let writer = unsafe open(pipe, O_WRONLY | O_CLOEXEC)
            let text = Array((header + "\n" + (1...2000).map { "x\($0)" }.joined(separator: "\n") + "\n").utf8)
            _ = unsafe write(writer, text, text.count)
            return writer
        }
        while try await stage.city.psql(
            """
            select count(\(act)(pid)) from pg_stat_activity
            where usename = 'medan_admin' and datname = current_database() and query ilike 'copy %' and state = 'active'
            """
        ) == "0\n" {
            try #require(running.process.isRunning)
            try await Task.sleep(for: .milliseconds(5))
        }
        close(writer)
        let result = try await CommandStage.end(running)
        let isCancelled = act == "pg_cancel_backend"
        #expect(result.status == (isCancelled ? 75 : 69), "\(result.standardError)")
        #expect(result.standardError.contains(isCancelled ? "57014" : "57P01"), "\(result.standardError)")
        #expect(result.standardError.contains("nothing was changed; run it again"))
        #expect(!result.standardError.contains("canceling") && !result.standardError.contains("terminating"))
        #expect(try await stage.city.psql("select count(*) from person") == "0\n")

        let good = try SampleFile.write(SampleFile.peopleHeader + "\n" + SampleFile.person(1) + "\n")
        #expect(try await stage("import", "people", good, "--agency", "dinkes").status == 0)
    }

    @Test("by Ctrl-C says that nothing was imported, leaves no list, and ends by the signal")
    func interrupted() async throws {
        let stage = try await CommandStage.make()
        let folder = try ScratchDirectory()
        let (pipe, list) = (folder.file("slow.csv"), folder.file("rejects.csv"))
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let running = try stage.start("import", "people", pipe, "--agency", "dinkes", "--rejects", list)
        let writer = try await BlockingWork.run {
            let writer = unsafe open(pipe, O_WRONLY | O_CLOEXEC)
            let text = Array((SampleFile.peopleHeader + "\n" + SampleFile.person(1) + "\nx\n").utf8)
            _ = unsafe write(writer, text, text.count)
            return writer
        }
        kill(running.process.processIdentifier, SIGINT)
        let result = try await CommandStage.end(running)
        close(writer)
        #expect(result.status == SIGINT)
        #expect(result.standardError == "interrupted: nothing was imported; run it again\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["slow.csv"])
        #expect(try await stage.city.psql("select count(*) from person") == "0\n")
    }

    @Test("a file named - is standard input, of semicolons, too; a workbook is refused with the way out")
    func input() async throws {
        let stage = try await CommandStage.make()
        let lines = [SampleFile.peopleHeader, SampleFile.person(1)].map { $0.replacing(",", with: ";") }
        let good = try SampleFile.write("sep=;\r\n" + lines.joined(separator: "\r\n") + "\r\n")
        let changes = good + ".changes"
        defer { try? FileManager.default.removeItem(atPath: changes) }
        let command = "exec \"$0\" import people - --agency dinkes --dry-run --changes \"$2\" < \"$1\""
        let shell = Program(path: "/bin/sh")
        let words = ["-c", command, Program.built("mutasi").path, good, changes]
        let result = try await shell.run(words, environment: stage.environment)
        #expect(result.status == 0, "\(result.standardError)")
        let list = try String(contentsOfFile: changes, encoding: .utf8)
        #expect(list.hasPrefix("line,nip,record,column,from,to\n3,'\(SampleFile.nip(1)),,nama,,Budi Sihombing\n"))
        let workbook = try SampleFile.write(
            [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array("xl/workbook.xml".utf8)
        )
        let refused = try await stage("import", "people", workbook, "--agency", "dinkes")
        #expect(refused.status == 65)
        #expect(refused.standardError.contains("file is Excel (.xlsx), not CSV"))
        #expect(refused.standardError.contains("CSV UTF-8"))
    }
}
