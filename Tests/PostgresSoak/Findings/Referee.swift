import Postgres

/// Compares, when all is over, what the database holds with what was told.
struct Referee {
    /// Of the transactions whose outcome was unknown, how many the database has.
    private(set) var unknownKept = 0
    /// And how many it has not.
    private(set) var unknownLost = 0

    init(_ stage: Stage) async throws {
        let counts = try await stage.ask { tx in
            var counts = [UInt8](repeating: 0, count: Outcomes.capacity)
            try tx.stream("select id from soak_ledger") { row in
                let number: Int = try row.column(0)
                counts[number] = counts[number] == 255 ? 255 : counts[number] + 1
            }
            return counts
        }
        let findings = stage.record.findings
        for number in 1...max(1, stage.record.ledger.last) {
            let outcome = stage.record.ledger[number]
            switch (outcome, counts[number]) {
            case (_, 2...): findings.report(.repeated, "ledger \(number), \(outcome), is there \(counts[number]) times")
            case (.committed, 0): findings.report(.lost, "ledger \(number) was committed and is not there")
            case (.failed, 1): findings.report(.wrongRow, "ledger \(number) had failed and is there")
            case (.open, _): findings.report(.error, "nothing was told of ledger \(number)")
            case (.unknown, 0): unknownLost += 1
            case (.unknown, _): unknownKept += 1
            default: break
            }
        }
        let (balance, pairs, copied, parts) = try await stage.ask { tx in
            try tx.one(
                """
                select (select sum(balance) from soak_account)::int8, (select sum(n) from soak_pair)::int8,
                (select count(*) from soak_copy), (select count(*) from soak_part)
                """,
                as: (Int, Int, Int, Int).self
            )
        }
        if balance != Schema.accounts * Schema.openingBalance {
            findings.report(.wrongRow, "the accounts hold \(balance)")
        }
        if pairs % 2 != 0 { findings.report(.wrongRow, "the pairs sum up to \(pairs), which is odd") }
        if copied + parts != 0 {
            findings.report(.wrongRow, "\(copied) copied rows and \(parts) of parts are there, all rolled back")
        }
    }
}
