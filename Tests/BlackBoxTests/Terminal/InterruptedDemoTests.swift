import Foundation
import TestSupport
import Testing

/// Ctrl-C in the demo: the signal goes to the whole group in the foreground.
@Suite("An interrupted demo", .timeLimit(.minutes(20)))
struct InterruptedDemoTests {
    enum Moment: CaseIterable { case importing, working }

    @Test("ends its worker, says what became of the work, and goes on when it is run again", arguments: Moment.allCases)
    func interrupted(_ moment: Moment) async throws {
        let home = FileManager.default.temporaryDirectory.path + "/mutasi-demo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: home,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        let (mutasi, environment) = (Program.built("mutasi"), ["MUTASI_LOCAL_DIRECTORY": home + "/local"])
        defer {
            _ = try? mutasi.runBlocking(["local", "stop"], environment: environment)
            try? FileManager.default.removeItem(atPath: home)
        }
        let log = home + "/log"
        let status = try await BlockingWork.run { () -> Int32? in
            let demo = try ChildProcess(
                mutasi,
                ["demo", "--people", "60"],
                environment: environment,
                log: log
            )
            while demo.isRunning, !Self.has(come: moment, of: demo.pid, home) { usleep(2_000) }
            try #require(demo.isRunning, "\((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
            kill(-demo.pid, SIGINT)
            try #require(demo.waitForEnd(within: .seconds(60)))
            return demo.exitStatus
        }
        let said = try String(contentsOfFile: log, encoding: .utf8)
        #expect(status == 75, "\(said)")
        #expect(
            said.contains("interrupted; what is done stays and no worker is left; the server in \(home)/local runs")
        )
        #expect(said.contains("hint: run it again to go on; 'mutasi local stop' stops the server"))
        #expect(Self.workers(home).isEmpty)

        let again = try await mutasi.run(["demo", "--people", "60"], environment: environment)
        #expect(again.status == 0 && again.standardError.contains("done in"), "\(again.standardError)")
        for page in ["2026-Q3", "talent"] {
            let text = try String(contentsOfFile: "\(home)/demo/\(page).html", encoding: .utf8)
            #expect(text.contains("DEMONSTRATION DATA") && text.contains("Prepared by mutasi demo"))
        }
        let chart = try await mutasi.run(["chart", "ages"], environment: environment)
        #expect(chart.standardOutput.contains("DEMONSTRATION DATA"))
    }

    private static func has(come moment: Moment, of pid: Int32, _ home: String) -> Bool {
        switch moment {
        case .importing:
            ((try? FileManager.default.contentsOfDirectory(atPath: home + "/demo")) ?? [])
                .contains { $0.hasSuffix(".csv") }
        case .working: !workers(home).isEmpty
        }
    }

    /// Processes `mutasid` of this demo.
    private static func workers(_ home: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }
            .filter { pid in
                guard let name = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8), name == "mutasid\n",
                    let environment = FileManager.default.contents(atPath: "/proc/\(pid)/environ")
                else { return false }
                return String(decoding: environment, as: UTF8.self).contains(home)
            }
    }
}
