import CityDatabase
import CityWork
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

    private struct WrongCount: Error, CustomStringConvertible {
        let description: String
    }

    func run() async throws {
        try await JobBenchmarkStage.with(connections: clients + 4) { stage in try await run(stage) }
    }

    private func run(_ stage: JobBenchmarkStage) async throws {
        let (server, superuser, database, uri) = (stage.server, stage.superuser, stage.database, stage.uri)
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
            bulk[0].append(try await enqueue(stage))
            try await settle(superuser)
            let floor = try Contender.c.run("jobs", clients: clients, amount: jobs / clients, uri: uri)
            rates[0].append(Double(jobs) / floor.seconds)
            _ = try await enqueue(stage)
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
        try await printLatency(stage, peers)
        let ratios = zip(rates[1], rates[0]).map { $0 / $1 }
        print("of the floor \(ratios.median.text(2)), the median of the rounds; target 0.70")
        for (index, peer) in peers.enumerated() {
            let ratio = zip(rates[1], rates[index + 2]).map { $0 / $1 }.median
            print("of \(peer.name) \(ratio.text(2))")
        }
    }

    /// Jobs a second, 1,000 a statement and a transaction.
    private func enqueue(_ stage: JobBenchmarkStage) async throws -> Double {
        let start = ProcessReading.now.seconds
        try await stage.enqueue(jobs, of: stage.agencies)
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
        let worker = CityWorker(.medan, database)
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
    private func printLatency(_ stage: JobBenchmarkStage, _ peers: [JobPeer]) async throws {
        let handler = NoOp()
        let worker = CityWorker(.medan, stage.database)
            .worker(Worker.Options(name: "bench", parallelism: 2), jobs: [handler])
        let running = Task { try await worker.run() }
        let delays = try await stage.delays(of: 520, for: stage.agencies[0], handler).dropFirst(20)
        worker.drain()
        try await running.value
        print("enqueue to start, ms, p50 and p99: mutasi \(delays.sorted().percentiles)")
        for peer in peers {
            let answer = try peer.ask(["do": "latency", "jobs": 500, "per_second": 50])
            print("    \(peer.name) \((answer["p50"] ?? 0).text(1)) \((answer["p99"] ?? 0).text(1))")
        }
    }
}
