import Postgres

/// One row at a time, as tuples and as values.
enum PointQueries {
    static let works = [
        Work("point tuples", weight: 12, tuples),
        Work("point values", weight: 8, values),
        Work("row counts", counts),
    ]

    private struct Item: RowDecodable {
        let nonce: Int
        let id: Int32
        let body: String
        let checksum: Int
        let nothing: String?

        init(_ row: borrowing Row) throws(PostgresError) {
            nonce = try row.column(0)
            id = try row.column(1)
            body = try row.column(2)
            checksum = try row.column(3)
            nothing = try row.column(4)
        }
    }

    private static func tuples(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var random = turn.random
            for step in 1...random.number(1...12) {
                let id = random.number(1...Schema.items)
                let nonce = turn.nonce &+ step
                let row = try tx.one(
                    "select \(nonce), id, body, checksum from soak_item where id = \(id)",
                    as: (Int, Int32, String, Int).self
                )
                try turn.expect(
                    row == (nonce, Int32(id), Schema.body(id), Schema.checksum(id)),
                    "asked for \(nonce) and item \(id), got \(row)"
                )
            }
        }
    }

    private static func values(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var random = turn.random
            for step in 1...random.number(1...12) {
                let id = random.number(1...Schema.items)
                let nonce = turn.nonce &+ step
                let item: Item = try tx.one(
                    "select \(nonce), id, body, checksum, null::text from soak_item where id = \(Int32(id))"
                )
                try turn.expect(
                    item.nonce == nonce && item.id == id && item.body == Schema.body(id) && item.nothing == nil
                        && item.checksum == Schema.checksum(id),
                    "asked for \(nonce) and item \(id), got \(item)"
                )
            }
        }
    }

    /// None, and too many; the transaction can go on after the error.
    private static func counts(_ turn: Turn) async throws {
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            let none = try tx.optional("select \(turn.nonce) where false", as: Int.self)
            try turn.expect(none == nil, "asked for no row, got \(none ?? 0)")
            do {
                let one = try tx.one("select \(turn.nonce) from generate_series(1, 2)", as: Int.self)
                throw WrongRow(text: "two rows became one: \(one)")
            } catch let error as PostgresError {
                guard case .rowCount(_, actual: 2) = error.kind else { throw error }
            }
            let nonce = try tx.one("select \(turn.nonce)", as: Int.self)
            try turn.expect(nonce == turn.nonce, "asked for \(turn.nonce), got \(nonce)")
        }
    }
}
