import CityDatabase
import CityWork
import Foundation
import Personnel
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("The worker's program", .timeLimit(.minutes(10)))
struct DaemonTests {
    /// A running daemon that reports its state to systemd; the test takes systemd's place.
    private final class Daemon {
        let program: RunningProgram
        let folder: ScratchDirectory
        private let notices: NoticeReader
        private var messages: [String] = []
        var probes: String { "unix:" + folder.file("probe.sock") }

        init(_ city: TestCity, _ arguments: String..., uri: String? = nil) throws {
            folder = try ScratchDirectory()
            notices = try NoticeReader(folder.file("notify.sock"))
            try "{}".write(toFile: folder.file("settings.json"), atomically: false, encoding: .utf8)
            program = try Program.built("mutasid")
                .start(
                    ["--probes", "unix:" + folder.file("probe.sock"), "--settings", folder.file("settings.json")]
                        + arguments,
                    environment: [
                        "MUTASI_DATABASE": uri ?? city.uri(user: "medan_daemon"),
                        "NOTIFY_SOCKET": folder.file("notify.sock"),
                        "WATCHDOG_USEC": "200000", "INVOCATION_ID": "test",
                    ]
                )
        }

        /// Waits until systemd has received this, after the text of the previous wait.
        func told(_ text: String) async throws {
            while true {
                while let message = messages.first {
                    messages.removeFirst()
                    if message.contains(text) { return }
                }
                messages = notices.take()
                if messages.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            }
        }

        deinit { notices.end() }

        func end(_ signal: Int32 = SIGTERM) async throws -> Int32 {
            kill(program.process.processIdentifier, signal)
            return try await BlockingWork.run { [process = program.process] in
                process.waitUntilExit()
                return process.terminationStatus
            }
        }

        var log: [[String: Any]] {
            String(decoding: program.errors.contents(), as: UTF8.self).split(separator: "\n")
                .compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    /// Reads each notice as it comes, as systemd does: when more than ten wait, further ones are lost.
    private final class NoticeReader: Sendable {
        private let messages = Mutex<[String]>([])
        private let isEnding = Atomic(false)

        init(_ path: String) throws {
            let socket = try DatagramSocket(path)
            Thread.detachNewThread { [self] in
                while !isEnding.load(ordering: .relaxed) {
                    let new = socket.messages(waiting: 100)
                    messages.withLock { $0 += new }
                }
            }
        }

        func take() -> [String] {
            messages.withLock { messages in
                defer { messages = [] }
                return messages
            }
        }

        func end() { isEnding.store(true, ordering: .relaxed) }
    }

    @Test(
        "tells systemd when it is at work, pings, answers probes, reads settings again on SIGHUP, and ends on SIGTERM"
    )
    func life() async throws {
        let city = try await TestCity.make()
        let daemon = try Daemon(city)
        try await daemon.told("READY=1")
        try await daemon.told("WATCHDOG=1")
        #expect(try await HTTPExchange.send("GET", "/live", to: daemon.probes).status == 200)
        #expect(try await HTTPExchange.send("GET", "/ready", to: daemon.probes).status == 200)
        let metrics = try await HTTPExchange.send("GET", "/metrics", to: daemon.probes).body
        #expect(metrics.contains("mutasi_worker_starts_total 1\n") && metrics.contains("mutasi_db_transactions_total"))

        try #"{"parallelism": 99}"#
            .write(toFile: daemon.folder.file("settings.json"), atomically: true, encoding: .utf8)
        kill(daemon.program.process.processIdentifier, SIGHUP)
        try await daemon.told("RELOADING=1")
        try await daemon.told("READY=1")
        try #"{"parallelism": 3}"#.write(toFile: daemon.folder.file("settings.json"), atomically: true, encoding: .utf8)
        kill(daemon.program.process.processIdentifier, SIGHUP)
        try await daemon.told("is at work")
        #expect(
            try await HTTPExchange.send("GET", "/metrics", to: daemon.probes).body
                .contains("mutasi_worker_starts_total 2\n")
        )
        #expect(try await daemon.end() == 0)
        try await daemon.told("STOPPING=1")
        let messages = daemon.log.compactMap { $0["message"] as? String }
        #expect(
            messages.contains { $0.hasPrefix("settings not taken") } && messages.contains { $0.contains("begins anew") }
        )
    }

    @Test("is not ready while the database is away, yet lives and comes back by itself")
    func away() async throws {
        let city = try await TestCity.make()
        let daemon = try Daemon(city)
        try await daemon.told("READY=1")
        _ = try await city.psql(
            """
            alter database "\(city.name)" connection limit 0;
            select pg_terminate_backend(pid) from pg_stat_activity where usename = 'medan_daemon' and datname = current_database()
            """
        )
        while try await HTTPExchange.send("GET", "/ready", to: daemon.probes).status != 503 {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try await HTTPExchange.send("GET", "/live", to: daemon.probes).status == 200)
        _ = try await city.psql("alter database \"\(city.name)\" connection limit -1")
        while try await HTTPExchange.send("GET", "/ready", to: daemon.probes).status != 200 {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try await daemon.end() == 0)
        let messages = daemon.log.compactMap { $0["message"] as? String }
        for text in ["database unavailable", "database available again"] {
            #expect(messages.count { $0 == text } == 1, "\(messages)")
        }
    }

    @Test("a failed look at agencies' sessions is a warning once, and so is its end, while everything else goes on")
    func warden() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql("revoke execute on function end_agency_sessions from medan_worker")
        let daemon = try Daemon(city)
        func lines(_ text: String) -> [String?] {
            daemon.log.filter { $0["message"] as? String == text }.map { $0["level"] as? String }
        }
        func said(_ text: String) async throws {
            while lines(text).isEmpty {
                try #require(daemon.program.process.isRunning)
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        try await said("sessions of agencies not looked at")
        _ = try await city.psql("grant execute on function end_agency_sessions to medan_worker")
        try await said("sessions of agencies are looked at again")
        #expect(try await daemon.end() == 0)
        #expect(lines("sessions of agencies not looked at") == ["warning"])
        #expect(lines("sessions of agencies are looked at again") == ["notice"])
        #expect(lines("database unavailable").isEmpty)
    }

    @Test("a schedule that cannot be read is logged when it is first seen, and again after a change")
    func unreadable() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql(
            """
            insert into schedule (name, kind, target, payload, rule, anchor, zone)
            select 'other', kind, target, payload, rule, anchor, zone from schedule where name = 'forget-jobs'
            """
        )
        func spoil(_ rule: String) async throws {
            _ = try await city.psql(
                "update schedule set next_at = now() - interval '1 hour', rule = '\(rule)' where name = 'forget-jobs'"
            )
        }
        try await spoil("FREQ=SECONDLY")
        let daemon = try Daemon(city)
        try await daemon.told("READY=1")
        func lines() -> Int {
            daemon.log.count { ($0["message"] as? String)?.hasPrefix("schedule cannot be read") == true }
        }
        /// Waits until the worker has looked for due work that many times.
        func looks(_ count: Int) async throws {
            for _ in 0..<count {
                _ = try await city.psql("update schedule set next_at = now() - interval '1 hour' where name = 'other'")
                while try await city.psql("select next_at > now() from schedule where name = 'other'") != "t\n" {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
        }
        // Findings of one look are logged after it, and so before the look after the next.
        try await looks(4)
        #expect(lines() == 1)
        try await spoil("nothing")
        try await looks(4)
        #expect(lines() == 2)
        #expect(try await daemon.end() == 0)
    }

    @Test("two of them fire a schedule once, and finish its job once")
    func together() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql("update schedule set next_at = now() - interval '1 hour' where name = 'forget-jobs'")
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_daemon")]
        let daemons = try (0..<2)
            .map { _ in try Program.built("mutasid").start(["--until-idle"], environment: environment) }
        for daemon in daemons {
            let status = try await BlockingWork.run { [process = daemon.process] in
                process.waitUntilExit()
                return process.terminationStatus
            }
            #expect(status == 0, "\(String(decoding: daemon.errors.contents(), as: UTF8.self))")
        }
        #expect(try await city.psql("select count(*) from schedule_occurrence where state = 'fired'") == "1\n")
        #expect(try await city.psql("select kind, outcome from job_history") == "forget_jobs|done\n")
    }

    @Test("with --until-idle it ends with 2 when a job was given up, and with 0 when it is run again")
    func givenUp() async throws {
        let city = try await TestCity.make()
        _ = try await city.psql(
            "insert into job (agency_id, kind, payload) values (0, 'add_cycle', '{\"period\": \"month\"}')"
        )
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_daemon")]
        let first = try await Program.built("mutasid").run(["--until-idle"], environment: environment)
        #expect(first.status == 2, "\(first.standardError)")
        #expect(
            first.standardError.contains("error: 1 job was given up [jobs.dead]\nhint: 'mutasi job list --state dead'")
        )
        #expect(try await Program.built("mutasid").run(["--until-idle"], environment: environment).status == 0)
    }
}
