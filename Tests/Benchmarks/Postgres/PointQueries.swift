import Postgres

/// The smallest prepared query there is, with a fresh number each time; every answer is checked.
enum PointQueries {
    private static let firstNumber: Int32 = 100_000
    private static let pipelineLength: Int32 = 100

    private static func numbers(_ amount: Int) -> Range<Int32> {
        firstNumber..<(firstNumber + Int32(amount))
    }

    static func each(_ tx: inout Transaction, _ amount: Int) throws {
        for number in numbers(amount) {
            try require(try tx.one("select \(number)", as: Int32.self) == number, number)
        }
    }

    /// An operation is a whole pipeline.
    static func pipelines(_ tx: inout Transaction, _ amount: Int) throws {
        var first = firstNumber
        for _ in 0..<amount {
            let asked = first..<(first + pipelineLength)
            let answers: [Int32] = try tx.one(each: asked, as: Int32.self) { "select \($0)" }
            try require(answers.elementsEqual(asked), first)
            first += pipelineLength
        }
    }

    static func transactions(_ database: Database, _ amount: Int) async throws {
        for number in numbers(amount) {
            let answer = try await database.transaction(as: .login) { tx in
                try tx.one("select \(number)", as: Int32.self)
            }
            try require(answer == number, number)
        }
    }

    private static func require(_ isRight: Bool, _ number: Int32) throws {
        guard isRight else { throw PostgresContender.WrongAnswer(description: "\(number) was answered wrongly") }
    }
}
