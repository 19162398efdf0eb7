import CityDatabase
import Foundation
import Postgres

/// `benchmarks [NAME]`: each prints its figures beside what it is measured against, and ends with its worst ratio.
@main
struct Benchmarks {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "contender" {
            // As the programs do.
            return await withTaskExecutorPreference(Database.executor) {
                await PostgresContender.main(Array(arguments.dropFirst()))
            }
        }
        let known: [(String, () async throws -> Void)] = [
            ("cycle", CycleBenchmark().run),
            ("postgres", PostgresBenchmark().run),
            ("policy", PolicyBenchmark().run),
            ("provision", ProvisionBenchmark().run),
            ("audit", AuditBenchmark().run),
            ("jobs", JobBenchmark().run),
            ("fairness", FairnessBenchmark().run),
            ("bloat", BloatBenchmark().run),
            ("transfer", TransferBenchmark().run),
        ]
        let chosen = arguments.first
        guard chosen == nil || known.contains(where: { $0.0 == chosen }) else {
            print("benchmarks: there is no \(chosen ?? ""); known: \(known.map(\.0).joined(separator: ", "))")
            exit(64)
        }
        for (name, run) in known where chosen == nil || chosen == name {
            do {
                try await run()
            } catch {
                print("benchmarks: \(name) failed: \(error)")
                exit(1)
            }
        }
    }
}
