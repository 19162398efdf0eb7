import Foundation
import TestSupport
import Testing

@Suite("The demo", .timeLimit(.minutes(20)))
struct DemoTests {
    private let mutasi = Program.built("mutasi")

    @Test("works from nothing, and a second one changes nothing and says so")
    func demo() async throws {
        let home = FileManager.default.temporaryDirectory.path + "/mutasi-demo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: home,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        let environment = ["MUTASI_LOCAL_DIRECTORY": home + "/local"]
        defer {
            _ = try? mutasi.runBlocking(["local", "stop"], environment: environment)
            try? FileManager.default.removeItem(atPath: home)
        }
        let first = try await mutasi.run(["demo", "--people", "1000"], environment: environment)
        #expect(first.status == 0, "\(first.standardError)")
        #expect(first.standardOutput.contains("report: \(home)/demo/2026-Q3.html"))
        try await expectLaterEvents(in: first.standardOutput, environment)
        let second = try await mutasi.run(["demo", "--people", "1000"], environment: environment)
        #expect(second.status == 0 && second.standardError.contains("nothing changed"))
        #expect(try await mutasi.run(["demo", "--people", "1001"], environment: environment).status == 64)
        let elsewhere = try await mutasi.run(
            ["demo", "--people", "1001", "--directory", home + "/elsewhere"],
            environment: environment
        )
        #expect(elsewhere.status == 64, "the mark stands with the server, not with the files")
        // Nothing is chosen: the commands find the private server by themselves.
        let list = try await mutasi.run(["agency", "list", "--format", "csv"], environment: environment)
        #expect(list.standardOutput.split(separator: "\n").count == 53)
        let other = try await mutasi.run(["agency", "list", "--city", "medann"], environment: environment)
        #expect(other.status == 78 && other.standardError.contains("open for another city, not for medann"))
        #expect(try await mutasi.run(["local", "status"], environment: environment).status == 0)
        #expect(try await mutasi.run(["local", "stop"], environment: environment).status == 0)
        #expect(try await mutasi.run(["local", "status"], environment: environment).status == 2)
        let stopped = try await mutasi.run(["agency", "list"], environment: environment)
        #expect(stopped.status == 69 && stopped.standardError.contains("private server in \(home)/local is stopped"))
        #expect(stopped.standardError.contains("'mutasi local start' starts it"))
    }

    /// Runs the commands that the demo names at its end: they show who left, who acts in a vacant seat, and what was put
    /// right.
    private func expectLaterEvents(in output: String, _ environment: [String: String]) async throws {
        func rows(after beginning: String) async throws -> [[String: Any]] {
            let line = try #require(output.split(separator: "\n").first { $0.contains(beginning) })
            let words = try #require(line.split(separator: ": mutasi ").last).split(separator: " ").map(String.init)
            let result = try await mutasi.run(words + ["--format", "json"], environment: environment)
            try #require(result.status == 0, "\(words): \(result.standardError)")
            return try #require(
                try JSONSerialization.jsonObject(with: Data(result.standardOutput.utf8)) as? [[String: Any]]
            )
        }
        let left = try await rows(after: "a person who left")
        let standings = ["Mencapai BUP", "Meninggal Dunia", "Mengundurkan Diri", "Pemberhentian dengan hak pensiun"]
        #expect(
            left.contains { $0["fact"] as? String == "standing" && standings.contains($0["value"] as? String ?? "") }
        )
        #expect(!left.contains { $0["fact"] as? String == "definitive" })
        let acting = try await rows(after: "a person who acts")
        #expect(acting.contains { $0["fact"] as? String == "definitive" })
        let seat = try #require(acting.first { $0["fact"] as? String == "acting" }?["value"] as? String)
        let vacant = try await rows(after: "vacant seats").filter { $0["vacant"] as? Int == 1 }
            .map { "\($0["post"] ?? ""), \($0["unit"] ?? "")" }
        #expect(vacant.count > 1 && vacant.contains(seat), "\(seat) in \(vacant)")
        #expect(try await !rows(after: "who retires next").isEmpty)
        let corrected = try await rows(after: "a day that was put right")
        let days = try ["before", "after"].map { try #require(corrected.first?[$0] as? String).split(separator: "-") }
        #expect(days[0] == [days[1][0], days[1][2], days[1][1]] && days[0] != days[1])
        #expect(corrected.first?["by"] as? String == "mutasi demo")
    }
}
