import Postgres

/// The row of `fetch`, `stream` and `copyin`.
struct Person: RowDecodable {
    let id: Int32
    let points: Int64
    let score: Double
    let seen: Instant
    let active: Bool
    let name: String

    static let columns: [Identifier] = ["id", "points", "score", "seen", "active", "name"]

    /// The one whom the server makes of `number`, too. Half of the names are longer than a small string of Swift.
    init(number: Int32) {
        id = number
        points = Int64(number) * 1_000_003
        score = Double(number) * 0.5
        seen = Instant(microsecondsSince2000: Int64(number) * 1_000_000)
        active = number.isMultiple(of: 3)
        name = number.isMultiple(of: 2) ? "Siti \(number)" : "Siti Rahmawati Nasution \(number)"
    }

    init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.column(0)
        points = try row.column(1)
        score = try row.column(2)
        seen = try row.column(3)
        active = try row.column(4)
        name = try row.column(5)
    }

    /// Covers every column, so that none is decoded in vain.
    var sum: Int64 {
        Int64(id) + points + Int64(score) + seen.microsecondsSince2000 + (active ? 1 : 0) + Int64(name.utf8.count)
    }
}
