import Foundation

/// Runs random work and random faults against the data layer for some minutes, and prints what came of it; status 1 when
/// a row was wrong, a transaction lost or repeated, a connection leaked, or memory grew.
///
/// `MUTASI_SOAK_SECONDS` (600), `MUTASI_SOAK_TASKS` (32) and `MUTASI_SOAK_SEED` (random) change it.
@main
struct PostgresSoak {
    static func main() async {
        let plan = SoakPlan(environment: ProcessInfo.processInfo.environment)
        Console.say("MUTASI_SOAK_SEED=\(plan.seed), \(plan.tasks) tasks for \(plan.duration / .seconds(1)) s")
        do {
            guard try await Soak(plan: plan).run() else { exit(1) }
        } catch {
            Console.say("WRONG: the soak could not go on: \(error)")
            exit(1)
        }
    }
}
