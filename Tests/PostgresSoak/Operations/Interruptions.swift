import Postgres

/// Work that is cancelled, that takes too long, or that gets no connection.
enum Interruptions {
    static let works = [
        Work("cancelled work", weight: 6, cancelled),
        Work("statement timeouts", weight: 4, late),
        Work("short limits", weight: 4, short),
        Work("full pool", weight: 2, crowd),
    ]

    /// Any other work, cancelled at a random instant.
    private static func cancelled(_ turn: Turn) async throws {
        var random = turn.random
        let delay = Duration.microseconds(random.number(0...40_000))
        let candidates =
            PointQueries.works + RowStreams.works + Pipelines.works + Savepoints.works + PreparedStatements.works
            + Copies.works + Transfers.works
        let work = random.pick(candidates)
        let task = Task { try await work.run(turn) }
        try? await Task.sleep(for: delay)
        task.cancel()
        do {
            try await task.value
        } catch let error as PostgresError {
            guard case .cancelled = error.kind else { throw error }
        }
    }

    private static func late(_ turn: Turn) async throws {
        var random = turn.random
        let options = TransactionOptions(timeout: random.milliseconds(1...20))
        do {
            try await turn.database.transaction(as: .login, options: options) { tx in
                _ = try tx.execute("select pg_sleep(1)")
            }
            throw WrongRow(text: "a second of sleep ended within \(options.timeout)")
        } catch let error as PostgresError where error.sqlState == .queryCanceled {
            return
        }
    }

    /// Shorter than the silences of a proxy: connections are given up.
    private static func short(_ turn: Turn) async throws {
        let options = TransactionOptions(timeout: .milliseconds(50))
        try await turn.database.transaction(as: .login, options: options) { tx in
            for step in 1...4 {
                let nonce = try tx.one("select \(turn.nonce + step)", as: Int.self)
                try turn.expect(nonce == turn.nonce + step, "asked for \(turn.nonce + step), got \(nonce)")
            }
        }
    }

    /// More callers than one connection and its queue can serve.
    private static func crowd(_ turn: Turn) async throws {
        let database = turn.stage.narrow.database
        try await withThrowingTaskGroup { group in
            for step in 1...5 {
                group.addTask {
                    do {
                        let nonce = try await database.transaction(as: .login) { tx in
                            try tx.execute("select pg_sleep(0.01)")
                            return try tx.one("select \(turn.nonce + step)", as: Int.self)
                        }
                        try turn.expect(nonce == turn.nonce + step, "asked for \(turn.nonce + step), got \(nonce)")
                    } catch let error as PostgresError {
                        switch error.kind {
                        case .queueFull, .acquireTimeout: turn.record.errors.add(error.kind.name)
                        default: throw error
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
