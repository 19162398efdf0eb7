import Postgres

extension Transfers {
    /// What the last check found of cases, by their numbers: by it a person is told why. A case without a check is absent.
    ///
    /// By one statement, whatever their number. The caller has recorded the reading (``papers(_:)``).
    public func reasons(of numbers: [String]) async throws -> [String: [StoredVerdict]] {
        let rows: [NumberedVerdict] = try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                """
                select \(fragment: StoredVerdict.columns), c.number
                from agency g
                join transfer_case c on c.agency_id = g.agency_id and c.number = any (\(numbers))
                join lateral (
                    select k.transfer_check_id from transfer_check k
                    where k.agency_id = c.agency_id and k.transfer_case_id = c.transfer_case_id
                    order by k.transfer_check_id desc limit 1
                ) l on true
                join transfer_verdict v on v.agency_id = c.agency_id and v.transfer_check_id = l.transfer_check_id
                order by \(fragment: StoredVerdict.order)
                """
            )
        }
        return Dictionary(grouping: rows, by: \.number).mapValues { $0.map(\.verdict) }
    }

    private struct NumberedVerdict: RowDecodable {
        let verdict: StoredVerdict
        let number: String

        init(_ row: borrowing Row) throws(PostgresError) {
            verdict = try StoredVerdict(row)
            number = try row.column(7)
        }
    }
}
