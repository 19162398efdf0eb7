import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing

/// Everything at once: faults of the server, an agency that misbehaves, and clocks that jump, while a worker takes the
/// city through its cycle again and again. Nobody intervenes, and each cycle ends like the undisturbed one.
///
/// `MUTASI_FAULT_SECONDS` is the duration (5, and until that cycle has ended), `MUTASI_FAULT_AGENCIES` the number of
/// agencies (6), `MUTASI_FAULT_SEED` draws other faults.
@Suite("Fault: all at once", .timeLimit(.minutes(60)))
struct ManyFaultsTests {
    private enum Act: CaseIterable {
        case cancel, terminate, readOnly, revoke, crash, fillDisk, clockAhead, clockBack, misbehave
    }

    private static func setting(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    private let seconds = setting("MUTASI_FAULT_SECONDS", 5)
    private let agencies = setting("MUTASI_FAULT_AGENCIES", 6)
    private static let login = "medan_agency_1_desk"

    @Test("the cycle ends like the undisturbed one, and nobody has intervened")
    func together() async throws {
        var random = SeededGenerator(state: UInt64(Self.setting("MUTASI_FAULT_SEED", 2026)))
        try await SmallDisk.with(mebibytes: 256) { disk in
            try await ScratchServer.with(settings: ["max_connections": "150"], movesClock: true) { server in
                let city = try await FaultCity(server, people: 20 * agencies, agencies: agencies)
                let expected = try await city.undisturbed()
                try await server.run("create tablespace small location '\(disk.path)'")
                let end = ContinuousClock.now + .seconds(seconds)
                var (rounds, acts) = (0, [String: Int]())
                repeat {
                    rounds += 1
                    let copy = try await city.copy("round-\(rounds)")
                    try await server.run("alter database \"\(copy.name)\" set tablespace small")
                    if rounds == 1 { try await addLogin(copy) }
                    try await live(copy, disk, until: end, &random, &acts)
                    #expect(try await copy.digest() == expected, "round \(rounds)")
                    #expect(try await copy.psql("select count(*) from run_chunk where state = 'failed'") == "0\n")
                    try await server.run("drop database \"\(copy.name)\" with (force)")
                } while ContinuousClock.now < end
                print(
                    "\(rounds) cycles of \(agencies) agencies ended as the undisturbed one, under",
                    acts.sorted { $0.key < $1.key }
                )
            }
        }
    }

    /// One cycle, by one worker that nobody restarts.
    private func live(
        _ copy: FaultCityCopy,
        _ disk: SmallDisk,
        until end: ContinuousClock.Instant,
        _ random: inout SeededGenerator,
        _ acts: inout [String: Int]
    ) async throws {
        let worker = try Program.built("mutasid")
            .start(["--chunk-size", "10"], environment: ["MUTASI_DATABASE": copy.uri("medan_daemon")])
        defer { if worker.process.isRunning { kill(worker.process.processIdentifier, SIGKILL) } }
        // A worker that finds no server before it has ever worked ends, so that somebody notices.
        while try await copy.psql("select count(*) from worker") == "0\n" {
            try await Task.sleep(for: .milliseconds(5))
        }
        var hostile: HostileSession?
        while try await copy.isDone() == false {
            try #require(
                worker.process.isRunning,
                "the worker ended: \(String(decoding: worker.errors.contents(), as: UTF8.self))"
            )
            guard let act = Act.allCases.randomElement(using: &random) else { break }
            acts["\(act)", default: 0] += 1
            if act == .misbehave {
                await hostile?.end()
                let ways = Misbehaviour.allCases.filter { $0 != .endlessQuery && $0 != .floodOfNotifications }
                guard let way = ways.randomElement(using: &random) else { break }
                hostile = try? await HostileSession.begin(way, on: copy, login: Self.login)
            } else {
                try await perform(act, copy, disk)
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 20...400, using: &random)))
        }
        await hostile?.end()
        kill(worker.process.processIdentifier, SIGTERM)
        #expect(try await CommandStage.end(worker).status == 0)
    }

    private func perform(_ act: Act, _ copy: FaultCityCopy, _ disk: SmallDisk) async throws {
        let server = copy.server
        let own = "from pg_stat_activity where usename = 'medan_daemon' and datname = current_database()"
        switch act {
        case .cancel: try await copy.psql("select count(pg_cancel_backend(pid)) \(own)")
        case .terminate: try await copy.psql("select count(pg_terminate_backend(pid)) \(own)")
        case .readOnly:
            try await server.run("alter system set default_transaction_read_only = on")
            try await server.run("select pg_reload_conf()")
            try await Task.sleep(for: .milliseconds(300))
            try await server.run("alter system reset default_transaction_read_only")
            try await server.run("select pg_reload_conf()")
        case .revoke:
            try await server.run("revoke medan_pool, medan_worker from medan_daemon")
            try await Task.sleep(for: .milliseconds(300))
            try await server.run("grant medan_pool, medan_worker to medan_daemon")
        case .crash:
            try await server.crash()
            try await server.start()
        case .fillDisk:
            let filler = disk.path + "/filler"
            _ = try? await Program(path: "/bin/dd").run(["if=/dev/zero", "of=\(filler)", "bs=64k"])
            try await Task.sleep(for: .milliseconds(300))
            try? FileManager.default.removeItem(atPath: filler)
        case .clockAhead, .clockBack:
            let clock = try #require(server.clock)
            try clock.set(ahead: act == .clockAhead ? 3 * 86_400 : -86_400)
            try await Task.sleep(for: .milliseconds(300))
            try clock.set(ahead: 0)
        case .misbehave: break
        }
    }

    private func addLogin(_ copy: FaultCityCopy) async throws {
        let admin = Database(ConnectionOptions(uri: copy.uri("medan_admin")))
        defer { admin.close() }
        _ = try await AgencyLogins(CityDatabase(.medan, admin))
            .add("desk", to: #require(.init("dinas-1")), .password, validThrough: nil, connectionLimit: 100)
    }
}
