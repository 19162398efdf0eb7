import CityDatabase
import CityWork
import Foundation
import Jobs
import Postgres
import TestSupport

/// How soon a job of one agency begins while another agency has a few jobs waiting, and while it has a million, in turns.
///
/// `MUTASI_BENCH_BACKLOG` (1,000,000), `MUTASI_BENCH_ROUNDS` (3). The other agency's jobs take a millisecond, in batches of 20,
/// on a worker that does two at a time and is never idle.
struct FairnessBenchmark {
    private let backlog = ProcessInfo.processInfo.environment["MUTASI_BENCH_BACKLOG"].flatMap { Int($0) } ?? 1_000_000
    private let rounds = ProcessInfo.processInfo.environment["MUTASI_BENCH_ROUNDS"].flatMap { Int($0) } ?? 3

    func run() async throws {
        try await JobBenchmarkStage.with(connections: 8) { stage in
            let (crowded, other) = (stage.agencies[0], stage.agencies[1])
            print("enqueue to start, ms, p50 and p99, of 300 jobs of one agency while another has so many waiting")
            print("round\(column("1,000", 20))\(column("\(backlog)", 20))")
            var ratios: [Double] = []
            for round in 1...rounds {
                let few = try await measure(stage, crowded, other, waiting: 1_000)
                let many = try await measure(stage, crowded, other, waiting: backlog)
                ratios.append(many[many.count / 2] / few[few.count / 2])
                print("\(column("\(round)", 5))\(column(few.percentiles, 20))\(column(many.percentiles, 20))")
            }
            print("a million beside a thousand, p50: \(ratios.median.text(2)), the median of the rounds")
        }
    }

    private func measure(
        _ stage: JobBenchmarkStage,
        _ crowded: Int32,
        _ other: Int32,
        waiting: Int
    ) async throws -> [Double] {
        let empty = Scope(role: nil, searchPath: ["medan"])
        try await stage.superuser.transaction(as: empty) { tx in try tx.execute("truncate job, job_history") }
        try await stage.enqueue(waiting, of: [crowded])
        let handler = NoOp(batch: 20, time: .milliseconds(1))
        let worker = CityWorker(.medan, stage.database)
            .worker(Worker.Options(name: "bench", parallelism: 2), jobs: [handler])
        let running = Task { try await worker.run() }
        let refilling = Task {
            // A small backlog would be gone before the end; a large one is not to be counted, which takes long.
            while !Task.isCancelled, waiting <= 10_000 {
                let left = try await stage.one("select count(*) from job where agency_id = \(crowded)", as: Int.self)
                if left < waiting { try await stage.enqueue(waiting - left, of: [crowded]) }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        let delays = try await stage.delays(of: 320, for: other, handler).dropFirst(20).sorted()
        refilling.cancel()
        _ = await refilling.result
        worker.drain()
        try await running.value
        return delays
    }
}
