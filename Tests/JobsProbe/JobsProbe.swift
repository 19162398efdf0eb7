import CityDatabase
import CityWork
import Foundation
import Jobs
import Postgres

/// A worker of a city's runs, and of jobs that leave a row each, take some milliseconds and sometimes fail; to be killed by the
/// tests.
///
/// Says the time of day, and works until nothing is waiting or in anybody's hand. The environment says how: `PROBE_DATABASE`,
/// without which it says the time only, `PROBE_NAME`, `PROBE_CHUNK_SIZE` and `PROBE_JOB_MILLISECONDS`.
@main
struct JobsProbe {
    private struct Mark: JobHandler {
        struct Failure: Error {}

        let time: Duration
        let kind = JobKind("mark", batch: 20, errorLimit: 1000, backOff: BackOff(first: .zero, limit: .zero))

        func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
            try tx.execute("insert into effect values (\(job.agency), \(job.id), \(job.payload.text))")
            try await Task.sleep(for: time)
            if Int.random(in: 0..<1000) == 0 { throw Failure() }
            return .done
        }
    }

    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        print(Int(Date().timeIntervalSince1970), "by this clock")
        guard environment["PROBE_DATABASE"] != nil else { return }
        let name = environment["PROBE_NAME"] ?? "jobs-probe"
        let database = Database(
            ConnectionOptions(uri: environment["PROBE_DATABASE"] ?? "", applicationName: name),
            limits: PoolLimits(maximum: 6)
        )
        let time = Duration.milliseconds(environment["PROBE_JOB_MILLISECONDS"].flatMap { Int($0) } ?? 0)
        let options = Worker.Options(
            name: name,
            chunkSize: environment["PROBE_CHUNK_SIZE"].flatMap { Int($0) } ?? 1_000,
            lease: .seconds(1),
            pollInterval: .milliseconds(100)
        )
        do {
            try await CityWorker(.medan, database).worker(options, jobs: [Mark(time: time)]).run(untilIdle: true)
        } catch {
            FileHandle.standardError.write(Data("jobs-probe: \(error)\n".utf8))
            exit(1)
        }
    }
}
