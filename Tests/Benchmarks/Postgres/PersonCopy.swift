import Postgres

/// Rows of six columns into an empty unlogged table without a key.
struct PersonCopy {
    private let amount: Int
    /// Each lends its values to every thousandth row.
    private let people = (0..<1000).map { Person(number: Int32($0)) }

    init(_ amount: Int) {
        self.amount = amount
    }

    static func empty(_ database: Database) async throws {
        try await database.transaction(as: .login) { tx in _ = try tx.execute("truncate bench_copy") }
    }

    func run(_ database: Database) async throws {
        let copied = try await database.transaction(as: .login, options: .long) { tx in
            try tx.copyIn("bench_copy", columns: Person.columns) { writer in
                for number in 1...amount {
                    let person = people[number % people.count]
                    try writer.row(
                        Int32(number),
                        person.points,
                        person.score,
                        person.seen,
                        person.active,
                        person.name
                    )
                }
            }
        }
        try require(copied == amount)
    }

    func check(_ database: Database) async throws {
        let (rows, ids, points, letters) = try await database.transaction(as: .login, options: .long) { tx in
            try tx.one(
                "select count(*), sum(id), sum(points)::int8, sum(length(name)) from bench_copy",
                as: (Int64, Int64, Int64, Int64).self
            )
        }
        var (expectedPoints, expectedLetters) = (Int64(0), Int64(0))
        for number in 1...amount {
            let person = people[number % people.count]
            expectedPoints += person.points
            expectedLetters += Int64(person.name.utf8.count)
        }
        try require(rows == amount && ids == amount * (amount + 1) / 2)
        try require(points == expectedPoints && letters == expectedLetters)
        try await Self.empty(database)
    }

    private func require(_ isRight: Bool) throws {
        guard isRight else { throw PostgresContender.WrongAnswer(description: "the rows were copied wrongly") }
    }
}
