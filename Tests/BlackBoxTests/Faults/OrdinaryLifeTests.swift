import Foundation
import LocalServer
import Postgres
import TestSupport
import Testing

/// Ordinary troubles of a server. The worker lives, says that it is not ready, and goes on by itself.
@Suite("Fault: ordinary life of a server", .timeLimit(.minutes(20)))
struct OrdinaryLifeTests {
    /// A running worker, and its own reports.
    private final class Daemon {
        let program: RunningProgram
        private let folder: ScratchDirectory

        init(_ uri: String) throws {
            folder = try ScratchDirectory()
            program = try Program.built("mutasid")
                .start(
                    ["--probes", "unix:" + folder.file("probe.sock"), "--log-format", "json", "--chunk-size", "100"],
                    environment: ["MUTASI_DATABASE": uri]
                )
        }

        var words: String { String(decoding: program.errors.contents(), as: UTF8.self) }

        /// Waits until `/ready` answers this, with a text in it, while the process lives.
        func isReady(_ expected: Bool, _ text: String = "ready") async throws {
            while true {
                try #require(program.process.isRunning, "the worker ended: \(words)")
                let probes = "unix:" + folder.file("probe.sock")
                let reply = try? await HTTPExchange.send("GET", "/ready", to: probes)
                if reply?.status == (expected ? 200 : 503), reply?.body.contains(text) == true { return }
                try await Task.sleep(for: .milliseconds(5))
            }
        }

        func end() async throws -> Int32 {
            kill(program.process.processIdentifier, SIGTERM)
            return try await BlockingWork.run { [process = program.process] in
                process.waitUntilExit()
                return process.terminationStatus
            }
        }

        deinit { if program.process.isRunning { kill(program.process.processIdentifier, SIGKILL) } }
    }

    private func untilDone(_ copy: FaultCityCopy, _ daemon: Daemon) async throws {
        while try await copy.isDone() == false {
            try #require(daemon.program.process.isRunning, "the worker ended: \(daemon.words)")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    @Test("a server that accepts no writes for a while")
    func readOnly() async throws {
        try await ScratchServer.with(settings: ["max_connections": "60"]) { server in
            let city = try await FaultCity(server, people: 200, agencies: 4)
            let expected = try await city.undisturbed()
            let copy = try await city.copy("read-only")
            try await copy.psql("update run set is_paused = true")
            let daemon = try Daemon(copy.uri("medan_daemon"))
            try await daemon.isReady(true)
            try await server.run("alter system set default_transaction_read_only = on")
            try await server.run("select pg_reload_conf()")
            try await daemon.isReady(false, "read only sql transaction")
            try await server.run("alter system reset default_transaction_read_only")
            try await server.run("select pg_reload_conf()")
            try await daemon.isReady(true)
            try await copy.psql("update run set is_paused = false")
            try await untilDone(copy, daemon)
            #expect(try await daemon.end() == 0)
            #expect(try await copy.digest() == expected)
        }
    }

    @Test("the primary is lost in the middle of a cycle, and a standby is promoted")
    func failover() async throws {
        try await ScratchServer.with(settings: ["max_connections": "60"]) { server in
            let city = try await FaultCity(server, people: 400, agencies: 8)
            let expected = try await city.undisturbed()
            let copy = try await city.copy("failover")
            try await server.withStandby { standby in
                // With only the standby a worker names the problem, and ends: there is nothing to wait for yet.
                let lonely = try await Program.built("mutasid")
                    .run([], environment: ["MUTASI_DATABASE": standby.uri(database: copy.name, user: "medan_daemon")])
                #expect(lonely.status == 69 && lonely.standardError.contains("25006"), "\(lonely.standardError)")
                #expect(lonely.standardError.contains("target_session_attrs=read-write"))

                let daemon = try Daemon(
                    ScratchServer.uri(server, standby, database: copy.name, user: "medan_daemon")
                )
                while try await copy.psql("select count(*) from run_chunk where state = 'done'") == "0\n" {
                    try await Task.sleep(for: .milliseconds(5))
                }
                let position = try await server.run("select pg_current_wal_lsn()")
                while try await standby.run("select pg_last_wal_replay_lsn() >= '\(position.dropLast())'") != "t\n" {
                    try await Task.sleep(for: .milliseconds(5))
                }
                try await server.stop(.immediate)
                try await daemon.isReady(false)
                try await standby.promote()
                try await daemon.isReady(true)
                let promoted = FaultCityCopy(server: standby, name: copy.name)
                try await untilDone(promoted, daemon)
                #expect(try await daemon.end() == 0)
                #expect(try await promoted.digest() == expected)
            }
        }
    }

    @Test("sessions ended and statements cancelled again and again, and a right lost for a while")
    func interventions() async throws {
        try await ScratchServer.with(settings: ["max_connections": "60"]) { server in
            let city = try await FaultCity(server, people: 400, agencies: 8)
            let expected = try await city.undisturbed()
            let copy = try await city.copy("interventions")
            let daemon = try Daemon(copy.uri("medan_daemon"))
            try await daemon.isReady(true)
            var round = 0
            while try await copy.isDone() == false, round < 60 {
                try #require(daemon.program.process.isRunning, "the worker ended: \(daemon.words)")
                let act = round % 3 == 2 ? "pg_terminate_backend" : "pg_cancel_backend"
                try await copy.psql(
                    """
                    select count(\(act)(pid)) from pg_stat_activity
                    where usename = 'medan_daemon' and datname = current_database()
                    """
                )
                round += 1
            }
            try await copy.psql("revoke medan_worker from medan_daemon")
            try await daemon.isReady(false, "42501")
            try await copy.psql("grant medan_worker to medan_daemon")
            try await daemon.isReady(true)
            try await untilDone(copy, daemon)
            #expect(try await daemon.end() == 0)
            #expect(try await copy.digest() == expected)
        }
    }

    @Test("a full disk for the data, which has room again later")
    func data() async throws {
        try await SmallDisk.with(mebibytes: 64) { disk in
            try await ScratchServer.with(settings: ["max_connections": "60"]) { server in
                let city = try await FaultCity(server, people: 2_000, agencies: 8)
                let expected = try await city.undisturbed()
                let copy = try await city.copy("disk")
                try await server.run("create tablespace small location '\(disk.path)'")
                try await server.run("alter database disk set tablespace small")
                try await copy.psql("update run set is_paused = true")
                let daemon = try Daemon(copy.uri("medan_daemon"))
                try await daemon.isReady(true)
                let filler = disk.path + "/filler"
                var filled = Self.fill(filler)
                #expect(filled > 0)
                // This statement writes, too: give back as little as lets it pass.
                while (try? await copy.psql("update run set is_paused = false")) == nil {
                    filled -= 1 << 16
                    try #require(unsafe truncate(filler, off_t(filled)) == 0)
                }
                try await daemon.isReady(false, "disk full")
                try FileManager.default.removeItem(atPath: filler)
                try await daemon.isReady(true)
                try await untilDone(copy, daemon)
                #expect(try await daemon.end() == 0)
                #expect(try await copy.digest() == expected)
            }
        }
    }

    @Test("a full disk for the log, so that the server goes down and is started again")
    func log() async throws {
        try await SmallDisk.with(mebibytes: 160) { disk in
            try await ScratchServer.with(settings: ["max_connections": "60"], parent: disk.path) { server in
                let city = try await FaultCity(server, people: 400, agencies: 8)
                let expected = try await city.undisturbed()
                let copy = try await city.copy("log")
                try await copy.psql("update run set is_paused = true")
                let daemon = try Daemon(copy.uri("medan_daemon"))
                try await daemon.isReady(true)
                let filler = disk.path + "/filler"
                #expect(Self.fill(filler) > 0)
                // Another client's work takes the remaining room.
                _ = try? await copy.psql(
                    "create table greedy as select repeat('x', 1000) from generate_series(1, 100000)"
                )
                _ = try? await copy.psql("update run set is_paused = false")
                try await server.stop(.immediate)
                try await daemon.isReady(false)
                try FileManager.default.removeItem(atPath: filler)
                try await server.start()
                try await copy.psql("update run set is_paused = false")
                try await daemon.isReady(true)
                try await untilDone(copy, daemon)
                #expect(try await daemon.end() == 0)
                #expect(try await copy.digest() == expected)
            }
        }
    }

    /// Fills all the room that is left; returns how many bytes that was.
    private static func fill(_ path: String) -> Int {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o666)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        for size in [block.count, 4096] {
            while true {
                let count = unsafe block.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, size) }
                guard count > 0 else { break }
                total += count
            }
        }
        return total
    }
}
