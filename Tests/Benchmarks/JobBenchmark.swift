import CityDatabase
import CycleRuns
import Foundation
import Jobs
import LocalServer
import Personnel
import Postgres
import Synchronization
import TestSupport

/// Jobs that do nothing: how fast they are worked off, beside the worker's own statements driven from C and beside other
/// queues, in turns on one server; how fast they are enqueued in bulk; and how soon a worker that has nothing to do begins one.
///
/// `MUTASI_BENCH_JOBS` (50,000) of 52 agencies, `MUTASI_BENCH_ROUNDS` (5). Commits wait for the disk, as in life.
struct JobBenchmark {
    private let jobs = ProcessInfo.processInfo.environment["MUTASI_BENCH_JOBS"].flatMap { Int($0) } ?? 50_000
    private let rounds = ProcessInfo.processInfo.environment["MUTASI_BENCH_ROUNDS"].flatMap { Int($0) } ?? 5
    private let clients = 3

    private struct NoOp: JobHandler {
        let kind = JobKind("noop", batch: 500)
        let count = Tally()
        let started = Starts()

        func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
            count.add()
            if job.payload.text != "{}" { started.note(job.payload.text) }
            return .done
        }
    }

    /// When each job was begun, by its payload.
    private final class Starts: Sendable {
        private let times = Mutex<[String: Double]>([:])
        func note(_ payload: String) {
            let now = ProcessReading.now.seconds
            times.withLock { $0[payload] = now }
        }
        var all: [String: Double] { times.withLock { $0 } }
    }

    private struct WrongCount: Error, CustomStringConvertible {
        let description: String
    }

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/mutasi-bench-\(getpid())"
        let server = LocalServer(
            directory: directory,
            programLogins: ["medan_admin", "medan_daemon"],
            settings: ["shared_buffers": "512MB", "jit": "off", "max_wal_size": "4GB"]
        )
        try server.start()
        defer {
            _ = try? server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        try server.createDatabase("jobs")
        let superuser = Database(ConnectionOptions(uri: server.uri(database: "jobs")))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let uri = server.uri(database: "jobs", user: "medan_daemon")
        let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: clients + 4))
        try await addAgencies(server)

        var peers: [JobPeer] = []
        for name in JobPeer.names {
            try server.createDatabase(name)
            if let peer = try JobPeer(name, uri: server.uri(database: name)) { peers.append(peer) }
        }
        defer { for peer in peers { peer.end() } }

        print("\(jobs) jobs that do nothing, of 52 agencies, \(rounds) rounds in turns; jobs a second")
        print("round" + (["C floor", "mutasi"] + peers.map(\.name)).map { column($0, 15) }.joined())
        var rates: [[Double]] = Array(repeating: [], count: peers.count + 2)
        var bulk: [[Double]] = Array(repeating: [], count: peers.count + 1)
        for round in 1...rounds {
            bulk[0].append(try await enqueue(database))
            try await settle(superuser)
            let floor = try Contender.c.run("jobs", clients: clients, amount: jobs / clients, uri: uri)
            rates[0].append(Double(jobs) / floor.seconds)
            _ = try await enqueue(database)
            try await settle(superuser)
            rates[1].append(try await drain(database))
            for (index, peer) in peers.enumerated() {
                // The slow ones with fewer, so that a round ends.
                let count = peer.name == "procrastinate" ? jobs / 25 : peer.name == "oban" ? jobs / 10 : jobs
                let enqueued = try peer.ask(["do": "enqueue", "jobs": count])["seconds"] ?? 0
                bulk[index + 1].append(Double(count) / enqueued)
                let drained = try peer.ask(["do": "drain", "jobs": count, "processes": 2])["seconds"] ?? 0
                rates[index + 2].append(Double(count) / drained)
            }
            print(column("\(round)", 5) + rates.map { column(($0.last ?? 0).text(0), 15) }.joined())
        }
        print(
            "median".padding(toLength: 5, withPad: " ", startingAt: 0)
                + rates.map { column($0.median.text(0), 15) }.joined()
        )
        print("bulk enqueue" + bulk.map { column($0.median.text(0), 12) }.joined() + "  (mutasi, then the others)")
        try await printLatency(database, uri, peers)
        let ratios = zip(rates[1], rates[0]).map { $0 / $1 }
        print("of the floor \(ratios.median.text(2)), the median of the rounds; target 0.70")
        for (index, peer) in peers.enumerated() {
            let ratio = zip(rates[1], rates[index + 2]).map { $0 / $1 }.median
            print("of \(peer.name) \(ratio.text(2))")
        }
        superuser.close()
        database.close()
    }

    private func addAgencies(_ server: LocalServer) async throws {
        let admin = Database(ConnectionOptions(uri: server.uri(database: "jobs", user: "medan_admin")))
        let agencies = (1...52)
            .compactMap { number in
                AgencyCode("agency-\(number)")
                    .map { AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas") }
            }
        _ = try await Agencies(CityDatabase(.medan, admin)).add(agencies)
        admin.close()
    }

    private var scope: Scope { Principal.worker.scope(in: .medan) }

    /// Jobs a second, 1,000 a statement and a transaction.
    private func enqueue(_ database: Database) async throws -> Double {
        let agencies = try await database.transaction(as: scope) { tx in
            _ = try tx.execute("select rescue_jobs(5)")
            return try tx.all("select agency_id from job_turn where agency_id > 0", as: Int32.self)
        }
        let start = ProcessReading.now.seconds
        for first in stride(from: 0, to: jobs, by: 1000) {
            let requests = (first..<min(first + 1000, jobs))
                .map { JobRequest(agency: agencies[$0 % agencies.count], kind: "noop") }
            try await database.transaction(as: scope) { tx in _ = try requests.enqueue(&tx) }
        }
        return Double(jobs) / (ProcessReading.now.seconds - start)
    }

    /// Each side finds the tables as the other does.
    private func settle(_ superuser: Database) async throws {
        let bare = Scope(role: nil, searchPath: ["medan"])
        try await superuser.transaction(as: bare, options: TransactionOptions(timeout: .seconds(600))) { tx in
            try tx.execute("truncate job_history")
            _ = try tx.execute("analyze job")
        }
    }

    private func drain(_ database: Database) async throws -> Double {
        let handler = NoOp()
        let begun = Mutex(0.0)
        let worker = CycleRuns(.medan, database)
            .worker(Worker.Options(name: "bench", parallelism: clients), jobs: [handler]) { event in
                if case .started = event { begun.withLock { $0 = ProcessReading.now.seconds } }
            }
        try await worker.run(untilIdle: true)
        let end = ProcessReading.now.seconds
        guard handler.count.count == jobs else {
            throw WrongCount(description: "\(handler.count.count) jobs were done")
        }
        return Double(jobs) / (end - begun.withLock { $0 })
    }

    /// One at a time, fifty a second, to a worker that is idle.
    private func printLatency(_ database: Database, _ uri: String, _ peers: [JobPeer]) async throws {
        let handler = NoOp()
        let worker = CycleRuns(.medan, database).worker(Worker.Options(name: "bench", parallelism: 2), jobs: [handler])
        let running = Task { try await worker.run() }
        let sender = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 2))
        let bell = Doorbell(sender, scope: scope, channel: .jobs(of: .medan))
        var sent: [String: Double] = [:]
        for number in 0..<520 {
            try await Task.sleep(for: .milliseconds(20))
            let payload = "\(number)"
            sent[payload] = ProcessReading.now.seconds
            try await sender.transaction(as: scope) { tx in
                _ = try [JobRequest(agency: 1, kind: "noop", payload: JSONDocument(text: payload))].enqueue(&tx)
            }
            await bell.ring()
        }
        while handler.count.count < 520 { try await Task.sleep(for: .milliseconds(5)) }
        worker.drain()
        try await running.value
        let starts = handler.started.all
        let delays = sent.filter { Int($0.key) ?? 0 >= 20 }
            .compactMap { key, at in starts[key].map { ($0 - at) * 1000 } }
            .sorted()
        sender.close()
        print("enqueue to start, ms, p50 and p99: mutasi \(percentiles(delays))")
        for peer in peers {
            let answer = try peer.ask(["do": "latency", "jobs": 500, "per_second": 50])
            print("    \(peer.name) \((answer["p50"] ?? 0).text(1)) \((answer["p99"] ?? 0).text(1))")
        }
    }

    private func percentiles(_ sorted: [Double]) -> String {
        guard !sorted.isEmpty else { return "none" }
        return "\(sorted[sorted.count / 2].text(1)) \(sorted[sorted.count * 99 / 100].text(1))"
    }
}
