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
}
