import CityDatabase
import CityWork
import Foundation
import Jobs
import Postgres
import TestSupport

/// Ten million jobs through one queue, enqueued while others are worked off: how large the table of waiting jobs and its
/// indexes are after each million, how many dead rows it has, and how long a claim takes.
///
/// `MUTASI_BENCH_JOBS` (10,000,000).
struct BloatBenchmark {
    private let jobs = ProcessInfo.processInfo.environment["MUTASI_BENCH_JOBS"].flatMap { Int($0) } ?? 10_000_000

    func run() async throws {
        try await JobBenchmarkStage.with(connections: 12) { stage in
            let handler = NoOp()
            let worker = CityWorker(.medan, stage.database)
                .worker(Worker.Options(name: "bench", parallelism: 3), jobs: [handler])
            let running = Task { try await worker.run() }
            print("jobs done   a second   table MB   indexes MB   dead rows   history MB   claim ms, p50 and p99")
            let step = max(jobs / 10, 1)
            for part in 1...10 {
                let start = ProcessReading.now.seconds
                while handler.count.count < step * part {
                    // Never more waiting than a few seconds' work.
                    let enqueued = try await stage.one("select count(*) from job", as: Int.self)
                    let missing = step * part - handler.count.count - enqueued
                    if missing > 0, enqueued < 100_000 {
                        try await stage.enqueue(min(missing, 50_000), of: stage.agencies)
                    } else {
                        try await Task.sleep(for: .milliseconds(50))
                    }
                }
                let rate = Double(step) / (ProcessReading.now.seconds - start)
                try await printState(stage, done: step * part, rate)
            }
            worker.drain()
            try await running.value
        }
    }

    private func printState(_ stage: JobBenchmarkStage, done: Int, _ rate: Double) async throws {
        let megabyte = 1_048_576.0
        let table = try await stage.one("select pg_relation_size('job')", as: Int.self)
        let indexes = try await stage.one("select pg_indexes_size('job')", as: Int.self)
        let history = try await stage.one("select pg_total_relation_size('job_history')", as: Int.self)
        let dead = try await stage.one("select pg_stat_get_dead_tuples('job'::regclass)", as: Int.self)
        let claims = try await claimTimes(stage)
        print(
            column("\(done)", 9) + column(rate.text(0), 11) + column((Double(table) / megabyte).text(1), 11)
                + column((Double(indexes) / megabyte).text(1), 13) + column("\(dead)", 12)
                + column((Double(history) / megabyte).text(0), 13) + column(claims.percentiles, 24)
        )
    }

    /// Of claims of one job of a kind of their own, each undone.
    private func claimTimes(_ stage: JobBenchmarkStage) async throws -> [Double] {
        let requests = stage.agencies.map { JobRequest(agency: $0, kind: "probe") }
        try await stage.database.transaction(as: JobBenchmarkStage.scope) { tx in _ = try requests.enqueue(&tx) }
        var times: [Double] = []
        for _ in 0..<200 {
            let start = ProcessReading.now.seconds
            do {
                try await stage.database.transaction(as: JobBenchmarkStage.scope) { tx in
                    let count = try tx.execute(
                        "select * from claim_jobs(1, array['probe'], array[1], array[60.0::float8])"
                    )
                    guard count == 1 else { throw NothingClaimed() }
                    throw Undo(milliseconds: (ProcessReading.now.seconds - start) * 1000)
                }
            } catch let undo as Undo {
                times.append(undo.milliseconds)
            }
        }
        try await stage.superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
            try tx.execute("delete from job where kind = 'probe'")
        }
        return times.sorted()
    }

    private struct Undo: Error {
        let milliseconds: Double
    }

    private struct NothingClaimed: Error {}
}
