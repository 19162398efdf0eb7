import Postgres

/// Money between accounts; the sum never changes.
enum Transfers {
    static let works = [
        Work("transfers", weight: 8, transfer),
        Work("sums of accounts", weight: 2, audit),
    ]

    private static func transfer(_ turn: Turn) async throws {
        var random = turn.random
        let from = random.number(1...Schema.accounts)
        let to = (from + random.number(1...(Schema.accounts - 1)) - 1) % Schema.accounts + 1
        let amount = random.number(1...50)
        let options = TransactionOptions(isolation: .serializable, timeout: .seconds(3), retries: 8)
        try await turn.database.transaction(as: .login, options: options) { tx in
            let balance = try tx.one("select balance from soak_account where id = \(from)", as: Int.self)
            let other = try tx.one("select balance from soak_account where id = \(to)", as: Int.self)
            let touched = try tx.execute("update soak_account set balance = \(balance - amount) where id = \(from)")
            try turn.expect(touched == 1, "an update of account \(from) touched \(touched) rows")
            try tx.execute("update soak_account set balance = \(other + amount) where id = \(to)")
        }
    }

    static func audit(_ turn: Turn) async throws {
        let options = TransactionOptions(
            isolation: .repeatableRead,
            readOnly: true,
            timeout: .seconds(3),
            retries: 3
        )
        try await turn.database.transaction(as: .login, options: options) { tx in
            let sum = try tx.one("select sum(balance)::int8 from soak_account", as: Int.self)
            let balances = try tx.all("select balance from soak_account", as: Int.self)
            try turn.expect(
                sum == Schema.accounts * Schema.openingBalance && balances.reduce(0, +) == sum,
                "the accounts hold \(sum) and \(balances.reduce(0, +))"
            )
        }
    }
}
