import Postgres

/// Several statements in one round trip.
enum Pipelines {
    static let works = [
        Work("pipelines", weight: 8, mixed),
        Work("pipelines that fail", failing),
        Work("one(each:)", weight: 3, each),
        Work("execute(each:)", weight: 3, execute),
    ]

    private static func mixed(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var random = turn.random
            for _ in 1...random.number(1...4) {
                let id = random.number(1...Schema.items)
                let (first, item, none, rows, touched) = try tx.pipeline(
                    .one("select \(turn.nonce)", as: Int.self),
                    .one("select body, checksum from soak_item where id = \(id)", as: (String, Int).self),
                    .optional("select body from soak_item where id = \(-id)", as: String.self),
                    .all("select \(turn.nonce), n from generate_series(1, 50) n", as: (Int, Int).self),
                    .execute("update soak_item set checksum = checksum where id = \(id)")
                )
                let areMine = rows.map(\.1) == Array(1...50) && rows.allSatisfy { $0.0 == turn.nonce }
                try turn.expect(
                    first == turn.nonce && item == (Schema.body(id), Schema.checksum(id)) && none == nil && areMine
                        && touched == 1,
                    "a pipeline for \(turn.nonce) and item \(id) gave \(first), \(item), \(touched), \(rows)"
                )
            }
        }
    }

    /// In the middle, within a part; the error says where.
    private static func failing(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            do {
                try await tx.savepoint { part in
                    _ = try part.pipeline(
                        .execute("insert into soak_part values (\(turn.nonce), 1)"),
                        .execute("insert into soak_part values (\(turn.nonce), 1)"),
                        .execute("insert into soak_part values (\(turn.nonce), 2)")
                    )
                    throw WrongRow(text: "a unique key was kept twice")
                }
            } catch let error as PostgresError where error.sqlState == .uniqueViolation {
                try turn.expect(
                    error.pipelinePosition == 2,
                    "the second statement failed, the error says \(error.pipelinePosition ?? 0)"
                )
            }
            let left = try tx.one("select count(*) from soak_part where nonce = \(turn.nonce)", as: Int.self)
            try turn.expect(left == 0, "\(left) rows are left of a part that failed")
        }
    }

    private static func each(_ turn: Turn) async throws {
        var random = turn.random
        let numbers = (1...random.number(1...600)).map { $0 &+ turn.nonce }
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            let rows = try tx.one(each: numbers, as: (Int, String).self) { number in
                "select \(number), \(number)::text"
            }
            try turn.expect(rows.map(\.0) == numbers, "one(each:) of \(numbers.count) gave others")
            try turn.expect(rows.allSatisfy { String($0.0) == $0.1 }, "one(each:) mixed two rows")
        }
    }

    private static func execute(_ turn: Turn) async throws {
        var random = turn.random
        let numbers = (1...random.number(1...600)).map { Int32($0) }
        do {
            try await turn.database.transaction(as: .login, options: turn.options) { tx in
                let touched = try tx.execute(each: numbers) { number in
                    "insert into soak_part values (\(turn.nonce), \(number))"
                }
                let (count, sum) = try tx.one(
                    "select count(*), coalesce(sum(n), 0) from soak_part where nonce = \(turn.nonce)",
                    as: (Int, Int).self
                )
                try turn.expect(
                    touched == numbers.count && count == touched && sum == count * (count + 1) / 2,
                    "execute(each:) of \(numbers.count) touched \(touched), left \(count) with sum \(sum)"
                )
                throw Abandoned(nonce: turn.nonce)
            }
        } catch let error as Abandoned {
            try turn.expect(error.nonce == turn.nonce, "another's throw came out: \(error)")
        }
    }
}
