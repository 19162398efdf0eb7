import Postgres

/// Transactions of which it is known what was said of each.
enum Ledger {
    static let works = [
        Work("ledger", weight: 14, plain),
        Work("ledger, cancelled", weight: 8, cancelled),
    ]

    private static func plain(_ turn: Turn) async throws {
        guard let number = turn.record.ledger.begin() else { return }
        do {
            try await write(number, turn)
            turn.record.ledger.tell(number, .committed)
        } catch {
            throw tell(number, error, turn)
        }
    }

    /// At a random instant, which may be before the beginning or during the commit.
    private static func cancelled(_ turn: Turn) async throws {
        guard let number = turn.record.ledger.begin() else { return }
        var random = turn.random
        let delay = Duration.microseconds(random.number(0...12_000))
        let task = Task { try await write(number, turn) }
        try? await Task.sleep(for: delay)
        task.cancel()
        do {
            try await task.value
            turn.record.ledger.tell(number, .committed)
        } catch {
            throw tell(number, error, turn)
        }
    }

    private static func tell(_ number: Int, _ error: any Error, _ turn: Turn) -> any Error {
        if let error = error as? PostgresError, case .commitOutcomeUnknown = error.kind {
            turn.record.ledger.tell(number, .unknown)
        } else {
            turn.record.ledger.tell(number, .failed)
        }
        return error
    }

    private static func write(_ number: Int, _ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var random = turn.random
            switch random.number(1...4) {
            case 1:
                _ = try tx.pipeline(
                    .one("select \(turn.nonce)", as: Int.self),
                    .execute("insert into soak_ledger values (\(number), \(Int32(turn.task)))")
                )
            case 2:
                _ = try await tx.savepoint { part in
                    try part.execute("insert into soak_ledger values (\(number), \(Int32(turn.task)))")
                }
            case 3:
                try tx.execute("insert into soak_ledger values (\(number), \(Int32(turn.task)))")
                try tx.execute("select pg_sleep(\(random.fraction() * 0.005))")
            default:
                try tx.execute("insert into soak_ledger values (\(number), \(Int32(turn.task)))")
            }
        }
    }
}
