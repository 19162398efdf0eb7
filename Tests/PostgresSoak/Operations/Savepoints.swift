import Postgres

/// Parts that fail by themselves, nested.
enum Savepoints {
    static let works = [
        Work("savepoints", weight: 6, nested),
        Work("failures swallowed", weight: 3, swallow),
    ]

    /// Without a part around it, a failure is the whole transaction's, whatever the work makes of it.
    private static func swallow(_ turn: Turn) async throws {
        do {
            try await turn.database.transaction(as: .login, options: turn.options) { tx in
                var random = turn.random
                if random.once(in: 2) { try tx.execute("insert into soak_part values (\(turn.nonce), 1)") }
                _ = try? tx.execute("select 1 / 0")
                _ = try? tx.execute("insert into soak_part values (\(turn.nonce), 2)")
                _ = try? tx.pipeline(Query.execute("insert into soak_part values (\(turn.nonce), 3)"))
            }
            throw WrongRow(text: "a transaction with a failed statement was committed")
        } catch let error as PostgresError {
            guard case .commitRolledBack = error.kind else { throw error }
        }
    }

    private static func nested(_ turn: Turn) async throws {
        do {
            try await turn.database.transaction(as: .login, options: turn.options) { tx in
                var random = turn.random
                var expected: [Int] = []
                var number = 0
                for _ in 1...random.number(1...4) {
                    let kept = try await part(turn, &tx, depth: 1, &number, &random)
                    expected += kept
                }
                let found = try tx.all(
                    "select n from soak_part where nonce = \(turn.nonce) order by n",
                    as: Int.self
                )
                try turn.expect(found == expected, "parts should have left \(expected), left \(found)")
                throw Abandoned(nonce: turn.nonce)
            }
        } catch let error as Abandoned {
            try turn.expect(error.nonce == turn.nonce, "another's throw came out: \(error)")
        }
    }

    /// What it and the parts in it have kept.
    private static func part(
        _ turn: Turn,
        _ tx: inout Transaction,
        depth: Int,
        _ number: inout Int,
        _ random: inout RandomSource
    ) async throws -> [Int] {
        let before = number
        do {
            let (kept, last, rest) = try await tx.savepoint { [number, random] part in
                var (kept, number, random) = ([Int](), number, random)
                if random.once(in: 2) {
                    number += 1
                    try part.execute("insert into soak_part values (\(turn.nonce), \(Int32(number)))")
                    kept.append(number)
                }
                if depth < 4, random.once(in: 2) {
                    kept += try await Self.part(turn, &part, depth: depth + 1, &number, &random)
                }
                switch random.number(1...4) {
                case 1: throw Abandoned(nonce: turn.nonce + depth)
                case 2: try part.execute("insert into soak_part select \(turn.nonce), 1 / 0")
                default: break
                }
                return (kept, number, random)
            }
            (number, random) = (last, rest)
            return kept
        } catch let error as Abandoned {
            try turn.expect(error.nonce == turn.nonce + depth, "a part's throw came out of another")
        } catch let error as PostgresError where error.sqlState == SQLState("22012") {
            // Dividing by zero was the plan.
        }
        // The numbers of what was undone are not used again, and the random numbers go on.
        number = before + 100
        _ = random.next()
        return []
    }
}
