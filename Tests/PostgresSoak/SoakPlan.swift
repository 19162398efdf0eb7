import Foundation

/// What is asked of a soak, by its environment.
struct SoakPlan: Sendable {
    var duration = Duration.seconds(600)
    var tasks = 32
    /// The kinds of faults and of work follow from it; when they strike is up to the machine.
    var seed = UInt64.random(in: 0...9_999_999)

    /// How long an operation may take with all its attempts and waits: each of these has a limit, and they add up to less.
    let patience = Duration.seconds(60)

    init(environment: [String: String]) {
        if let text = environment["MUTASI_SOAK_SECONDS"], let seconds = Int(text) { duration = .seconds(seconds) }
        if let text = environment["MUTASI_SOAK_TASKS"], let count = Int(text) { tasks = count }
        if let text = environment["MUTASI_SOAK_SEED"], let number = UInt64(text) { seed = number }
    }

    /// Between two measurements: some fifteen in all.
    var interval: Duration { max(.seconds(4), duration / 15) }
    /// Until the first measurement: caches and pools are full by then.
    var warmUp: Duration { duration / 10 }
    /// Between two losses of the server.
    var serverLossInterval: Duration { max(.seconds(6), duration / 12) }
}
