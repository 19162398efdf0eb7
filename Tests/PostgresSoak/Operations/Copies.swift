import Postgres

/// COPY in and out, whole and abandoned.
enum Copies {
    static let works = [
        Work("copy in and out", weight: 4, round),
        Work("copy in abandoned", weight: 2, abandonIn),
        Work("copy out abandoned", weight: 2, abandonOut),
    ]

    private static func round(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(1...4000)
        let isBinary = random.once(in: 2)
        do {
            try await turn.database.transaction(as: .login, options: turn.options) { tx in
                let written = isBinary ? try writeRows(count, turn, &tx) : try writeText(count, turn, &tx)
                let (found, sum) = try tx.one(
                    "select count(*), coalesce(sum(amount), 0)::int8 from soak_copy where nonce = \(turn.nonce)",
                    as: (Int, Int).self
                )
                try turn.expect(
                    written == count && found == count && sum == 3 * count * (count + 1) / 2,
                    "copied \(count) rows in; told of \(written), found \(found) with sum \(sum)"
                )
                let read = try readBack(&tx)
                try turn.expect(
                    read == [turn.nonce: count],
                    "copied \(count) rows out; got \(read) where only \(turn.nonce) was written"
                )
                throw Abandoned(nonce: turn.nonce)
            }
        } catch let error as Abandoned {
            try turn.expect(error.nonce == turn.nonce, "another's throw came out: \(error)")
        }
    }

    private static func writeRows(_ count: Int, _ turn: Turn, _ tx: inout Transaction) throws -> Int {
        try tx.copyIn("soak_copy", columns: ["nonce", "n", "amount", "body"]) { writer in
            for number in 1...count { try writer.row(turn.nonce, Int32(number), 3 * number, "body \(number)") }
        }
    }

    private static func writeText(_ count: Int, _ turn: Turn, _ tx: inout Transaction) throws -> Int {
        try tx.copyIn("copy soak_copy (nonce, n, amount, body) from stdin") { stream in
            for number in 1...count {
                try stream.row(["\(turn.nonce)", "\(number)", "\(3 * number)", number % 7 == 0 ? nil : "a\t\\b\n"])
            }
        }
    }

    /// Rows by nonce; nothing is ever committed there, so only this transaction's can be seen.
    private static func readBack(_ tx: inout Transaction) throws -> [Int: Int] {
        var bytes: [UInt8] = []
        try tx.copyOut("copy (select nonce, n from soak_copy) to stdout") { block in
            for index in block.indices { bytes.append(block[index]) }
        }
        var counts: [Int: Int] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let nonce = String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
            counts[Int(nonce) ?? 0, default: 0] += 1
        }
        return counts
    }

    private static func abandonIn(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(1...4000)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            do {
                _ = try await tx.savepoint { part in
                    try part.copyIn("soak_copy", columns: ["nonce", "n", "amount", "body"]) { writer in
                        for number in 1...count { try writer.row(turn.nonce, Int32(number), number, "body") }
                        throw Abandoned(nonce: turn.nonce)
                    }
                }
                throw WrongRow(text: "a COPY was abandoned, and nothing was thrown")
            } catch let error as Abandoned {
                try turn.expect(error.nonce == turn.nonce, "the abandoned COPY threw \(error)")
            }
            let left = try tx.one("select count(*) from soak_copy where nonce = \(turn.nonce)", as: Int.self)
            try turn.expect(left == 0, "\(left) rows are left of a COPY that was abandoned")
        }
    }

    private static func abandonOut(_ turn: Turn) async throws {
        var random = turn.random
        let count = random.number(2...6000)
        let end = random.number(1...count)
        try await turn.database.transaction(as: .login, options: turn.options) { tx in
            var blocks = 0
            do {
                try tx.copyOut("copy (select id, body from soak_item, generate_series(1, 2)) to stdout") { _ in
                    blocks += 1
                    if blocks == end { throw Abandoned(nonce: turn.nonce) }
                }
                throw WrongRow(text: "a COPY out was abandoned at block \(end), and nothing was thrown")
            } catch let error as Abandoned {
                try turn.expect(error.nonce == turn.nonce, "the abandoned COPY threw \(error)")
            }
            let nonce = try turn.afterAbandoning { () throws(PostgresError) in
                try tx.one("select \(turn.nonce)", as: Int.self)
            }
            try turn.expect(nonce == turn.nonce, "after an abandoned COPY asked for \(turn.nonce), got \(nonce)")
        }
    }
}
