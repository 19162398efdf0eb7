import Postgres

/// Sends numbers, each in a transaction of its own, one after the other.
struct Announcer {
    static let channel: Channel = "soak_numbers"

    let stage: Stage
    private var random: RandomSource

    init(_ stage: Stage) {
        self.stage = stage
        random = RandomSource(seed: stage.plan.seed, stream: -2)
    }

    mutating func run() async {
        while !stage.record.isOver {
            await stage.gate.pass()
            _ = await announce()
            try? await Task.sleep(for: random.milliseconds(1...20))
        }
    }

    /// The number that was sent for certain; nil when it was not.
    mutating func announce() async -> Int? {
        let told = stage.record.announcements
        guard let number = told.begin() else { return nil }
        let database = random.pick(stage.pools).database
        do {
            try await stage.hangDetector.watch("announcing") {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(3))) { tx in
                    try tx.notify(Self.channel, "\(number)")
                }
            }
            told.tell(number, .committed)
            return number
        } catch {
            if let error = error as? PostgresError, case .commitOutcomeUnknown = error.kind {
                told.tell(number, .unknown)
            } else {
                told.tell(number, .failed)
            }
            ErrorJudge(record: stage.record).judge(error, of: "announcing")
            return nil
        }
    }
}
