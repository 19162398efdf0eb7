import Postgres

/// Thousands of rows, kept, streamed and abandoned.
enum RowStreams {
    static let works = [
        Work("all rows", weight: 3, all),
        Work("streams", weight: 3, stream),
        Work("streams abandoned", weight: 3, abandon),
    ]

    private static func all(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(1000...6000)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            let rows = try tx.all(
                "select \(turn.nonce), n, 'row ' || n from generate_series(1, \(count)) n",
                as: (Int, Int, String).self
            )
            try turn.expect(rows.count == count, "asked for \(count) rows, got \(rows.count)")
            for (index, row) in rows.enumerated() {
                try turn.expect(
                    row == (turn.nonce, index + 1, "row \(index + 1)"),
                    "asked for \(turn.nonce) and row \(index + 1), got \(row)"
                )
            }
        }
    }

    private static func stream(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(1000...6000)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            let seen = try read(count, turn, &tx, until: nil)
            try turn.expect(seen == count, "asked for \(count) rows, got \(seen)")
        }
    }

    private static func abandon(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(1000...6000)
        let end = random.number(1...count)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            do {
                _ = try read(count, turn, &tx, until: end)
                throw WrongRow(text: "a stream was abandoned at row \(end), and nothing was thrown")
            } catch let error as Abandoned {
                try turn.expect(error.nonce == turn.nonce, "the abandoned stream threw \(error)")
            }
            let next = try turn.afterAbandoning { () throws(PostgresError) in
                try tx.one("select \(turn.nonce + 1)", as: Int.self)
            }
            try turn.expect(next == turn.nonce + 1, "after an abandoned stream asked for a nonce, got \(next)")
        }
    }

    private static func read(_ count: Int, _ turn: Turn, _ tx: inout Transaction, until end: Int?) throws -> Int {
        var seen = 0
        try tx.stream(
            "select \(turn.nonce), n, md5(n::text) from generate_series(1, \(count)) n",
            as: (Int, Int, String).self
        ) { nonce, number, text in
            seen += 1
            try turn.expect(
                nonce == turn.nonce && number == seen && text.utf8.count == 32,
                "asked for \(turn.nonce) and row \(seen), got \(nonce), \(number)"
            )
            if number == end { throw Abandoned(nonce: turn.nonce) }
        }
        return seen
    }
}
