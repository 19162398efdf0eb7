import Postgres

/// Waiting for one another, in every order.
enum Locks {
    static let works = [
        Work("deadlocks", weight: 4, pairs),
        Work("lock timeouts", weight: 2, impatient),
    ]

    /// Two rows in a random order; both or none grow by one, so their sum stays even.
    private static func pairs(_ turn: Turn) async throws {
        var options = turn.options
        options.retries = 6
        try await turn.database.transaction(as: .login, options: options) { tx in
            var random = turn.random
            let first = Int32(random.number(1...Schema.pairs))
            let second = first % Int32(Schema.pairs) + 1
            let order = random.once(in: 2) ? [first, second] : [second, first]
            for id in order {
                let touched = try tx.execute("update soak_pair set n = n + 1 where id = \(id)")
                try turn.expect(touched == 1, "an update of pair \(id) touched \(touched) rows")
            }
        }
    }

    private static func impatient(_ turn: Turn) async throws {
        do {
            try await turn.database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(3))) { tx in
                var random = turn.random
                let id = Int32(random.number(1...Schema.pairs))
                if random.once(in: 2) {
                    try tx.execute("select from soak_pair where id = \(id) for update nowait")
                } else {
                    try tx.execute("set local lock_timeout = '5ms'")
                    try tx.execute("select from soak_pair where id = \(id) for update")
                }
                try tx.execute("select pg_sleep(\(random.fraction() * 0.02))")
            }
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            return
        }
    }
}
