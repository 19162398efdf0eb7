import Postgres

/// More statements than a connection keeps, statements dropped by hand, tables that change under them.
enum PreparedStatements {
    static let works = [
        Work("many statements", weight: 6, many),
        Work("deallocate all", weight: 2, deallocate),
        Work("changing table", weight: 6, shape),
        Work("alter table", weight: 1, alter),
    ]

    /// As many texts as there are lengths.
    private static func sum(_ nonce: Int, _ length: Int) -> SQL {
        var sql: SQL = "select \(nonce)"
        for _ in 0..<length { sql = "\(fragment: sql) + 1" }
        return sql
    }

    /// What a connection keeps, and some that have just been dropped.
    private static let mostKnown = 140

    private static func many(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var random = turn.random
            let first = random.number(0...250)
            for length in first..<(first + (random.once(in: 8) ? 160 : 20)) {
                // Two at once are prepared at once; of others only the third use is.
                let nonces = (1...random.number(2...4)).map { turn.nonce + $0 }
                let found =
                    random.once(in: 2)
                    ? try tx.one(each: nonces, as: Int.self) { sum($0, length) }
                    : try nonces.map { try tx.one(sum($0, length), as: Int.self) }
                try turn.expect(
                    found == nonces.map { $0 + length },
                    "asked for \(nonces) + \(length), got \(found)"
                )
            }
            let known = try tx.one("select count(*) from pg_prepared_statements", as: Int.self)
            try turn.expect(known <= mostKnown, "a connection has \(known) prepared statements")
            turn.record.mostStatements.raise("prepared statements", to: known)
        }
    }

    /// By a statement that the data layer sees, and by one that it cannot see.
    private static func deallocate(_ turn: Turn) async throws {
        var random = turn.random
        let isSeen = random.once(in: 2)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            if isSeen {
                try tx.execute("deallocate all")
            } else {
                try tx.execute("do $$ begin execute 'deallocate all'; end $$")
            }
            guard isSeen else { return }
            for length in 0..<3 {
                let found = try tx.one(sum(turn.nonce, length), as: Int.self)
                try turn.expect(found == turn.nonce + length, "asked for \(turn.nonce) + \(length), got \(found)")
            }
        }
    }

    private struct Shape: RowDecodable {
        let nonce: Int
        let id: Int32
        let note: String

        init(_ row: borrowing Row) throws(PostgresError) {
            nonce = try row.column(0)
            id = try row.column(1)
            note = try row.column(2)
        }
    }

    private static func shape(_ turn: Turn) async throws {
        var options = turn.options
        options.retries = 5
        try await turn.database.transaction(as: .login, options: options) { tx in
            var random = turn.random
            for _ in 1...5 {
                let id = Int32(random.number(1...10))
                let shape: Shape = try tx.one("select \(turn.nonce), s.* from soak_shape s where s.id = \(id)")
                try turn.expect(
                    shape.nonce == turn.nonce && shape.id == id && shape.note == "note-\(id)",
                    "asked for \(turn.nonce) and shape \(id), got \(shape)"
                )
            }
        }
    }

    private static func alter(_ turn: Turn) async throws {
        var random = turn.random
        let adds = random.once(in: 2)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            try tx.execute("set local lock_timeout = '200ms'")
            if adds {
                try tx.execute("alter table soak_shape add column if not exists more int8")
            } else {
                try tx.execute("alter table soak_shape drop column if exists more")
            }
        }
    }
}
