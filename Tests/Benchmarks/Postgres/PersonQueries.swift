import Postgres

/// Rows of six columns: a thousand at once, and as many as there are one after the other.
enum PersonQueries {
    private static let people: Int32 = 1000

    static func fetch(_ tx: inout Transaction, _ amount: Int) throws {
        let expected = (1...people).reduce(into: Int64(0)) { $0 += Person(number: $1).sum }
        for _ in 0..<amount {
            let fetched = try tx.all(
                "select id, points, score, seen, active, name from bench_person limit \(Int64(people))",
                as: Person.self
            )
            var sum: Int64 = 0
            for person in fetched { sum += person.sum }
            try require(fetched.count == Int(people) && sum == expected, fetched.count)
        }
    }

    static func stream(_ database: Database, _ amount: Int) async throws {
        let (rows, sum) = try await database.transaction(as: .login, options: .long) { tx in
            var (rows, sum) = (0, Int64(0))
            // A series in the select list is not collected first.
            try tx.stream(
                """
                select i, i * 1000003::int8, i * 0.5::float8, to_timestamp(946684800 + i), i % 3 = 0,
                    case when i % 2 = 0 then 'Siti ' || i else 'Siti Rahmawati Nasution ' || i end
                from (select generate_series(1, \(Int32(amount)))) as series (i)
                """
            ) { row in
                rows += 1
                sum += try Person(row).sum
            }
            return (rows, sum)
        }
        try require(rows == amount && sum == expectedSum(amount), rows)
    }

    /// The names' digits are the only part that is no closed formula.
    private static func expectedSum(_ amount: Int) -> Int64 {
        var (sum, digits, limit) = (Int64(0), Int64(1), Int64(10))
        for number in 1...Int64(amount) {
            if number == limit { (digits, limit) = (digits + 1, limit * 10) }
            sum += number * 2_000_004 + number / 2 + (number.isMultiple(of: 3) ? 1 : 0)
            sum += (number.isMultiple(of: 2) ? 5 : 24) + digits
        }
        return sum
    }

    private static func require(_ isRight: Bool, _ rows: Int) throws {
        guard isRight else { throw PostgresContender.WrongAnswer(description: "\(rows) wrong rows") }
    }
}
