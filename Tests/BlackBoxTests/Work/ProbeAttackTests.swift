import Foundation
import TestSupport
import Testing

/// The worker's program while attackers ask its probes.
@Suite("The worker under hostile probes", .timeLimit(.minutes(20)))
struct ProbeAttackTests {
    @Test("answers, works on, keeps its lease and its memory, with few descriptors, and ends on request")
    func attacked() async throws {
        let city = try await TestCity.make()
        let folder = try ScratchDirectory()
        let address = "unix:" + folder.file("probe.sock")
        // Few descriptors: enough for its own sessions, and some for probes.
        let daemon = try Program(path: "/bin/sh")
            .start(
                ["-c", #"ulimit -n 72; exec "$0" --probes "$1""#, Program.built("mutasid").path, address],
                environment: ["MUTASI_DATABASE": city.uri(user: "medan_daemon")]
            )
        let process = daemon.process
        while (try? await HTTPExchange.send("GET", "/ready", to: address).status) != 200 {
            try #require(process.isRunning, "\(String(decoding: daemon.errors.contents(), as: UTF8.self))")
            try await Task.sleep(for: .milliseconds(5))
        }
        let worker = try await city.psql("select worker_id from worker")
        let before = try Self.peakMemory(process.processIdentifier)

        for attack in HostileClient.attacks {
            let slow = try await BlockingWork.run { try HostileClient.slow(300, to: address) }
            let answer = try await HostileClient.send(attack, to: address)
            #expect(
                answer.isEmpty || answer.hasPrefix("HTTP/1.1 \(attack.status) "),
                "\(attack): \(answer.prefix(100))"
            )
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200, "\(attack)")
            for descriptor in slow { close(descriptor) }
        }
        let growth = try Self.peakMemory(process.processIdentifier) - before
        #expect(growth < 32 << 20, "\(growth >> 20) MB")

        _ = try await city.psql("update schedule set next_at = now() - interval '1 hour' where name = 'forget-jobs'")
        while try await city.psql("select count(*) from job_history") == "0\n" {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try await city.psql("select worker_id from worker where lease_until > clock_timestamp()") == worker)
        let slow = try await BlockingWork.run { try HostileClient.slow(300, to: address) }
        process.terminate()
        #expect(try await CommandStage.end(daemon).status == 0)
        for descriptor in slow { close(descriptor) }
    }

    @Test(
        "where probes cannot be answered, it ends with 78 and a reason",
        arguments: [
            "unix:/nonexistent/x", "unix:/etc/passwd", "unix:/proc/x", "unix:/", "unix:relative", "10.0.0.1:80",
        ]
    )
    func impossible(_ address: String) async throws {
        let city = try await TestCity.make()
        let result = try await Program.built("mutasid")
            .run(["--probes", address], environment: ["MUTASI_DATABASE": city.uri(user: "medan_daemon")])
        #expect([78, 64].contains(result.status), "\(result.status): \(result.standardError)")
        #expect(result.standardError.contains(address.hasPrefix("unix:/") ? "probes" : address))
        #expect(!result.standardError.contains("should not happen"))
    }

    /// VmHWM, in bytes (proc(5)).
    private static func peakMemory(_ process: Int32) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) }) << 10
    }
}
