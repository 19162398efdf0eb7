import CityDatabase
import CycleRuns
import Foundation
import Jobs
import Postgres

/// A worker of jobs that leave a row each, and that sometimes fail; to be killed by the tests.
///
/// `jobs-probe URI NAME`: works until nothing is waiting or in anybody's hand.
@main
struct JobsProbe {
    private struct Mark: JobHandler {
        struct Failure: Error {}

        let kind = JobKind("mark", batch: 20, errorLimit: 1000, backOff: BackOff(first: .zero, limit: .zero))

        func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
            try tx.execute("insert into effect values (\(job.agency), \(job.id), \(job.payload.text))")
            if Int.random(in: 0..<1000) == 0 { throw Failure() }
            return .done
        }
    }

    static func main() async {
        let arguments = CommandLine.arguments
        let database = Database(ConnectionOptions(uri: arguments[1]), limits: PoolLimits(maximum: 6))
        let options = Worker.Options(
            name: arguments[2],
            lease: .seconds(1),
            pollInterval: .milliseconds(100)
        )
        do {
            try await CycleRuns(.medan, database).worker(options, jobs: [Mark()]).run(untilIdle: true)
        } catch {
            FileHandle.standardError.write(Data("jobs-probe: \(error)\n".utf8))
            exit(1)
        }
    }
}
