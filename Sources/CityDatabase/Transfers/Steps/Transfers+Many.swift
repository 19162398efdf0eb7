public import Personnel
import Postgres
import Texts

extension Transfers {
    /// The same step of an agency's for many cases, on whichever side of each it is: all of them or none.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Returns: the state that it leads to.
    @discardableResult
    public func steps(
        _ numbers: [String],
        _ step: TransferStep,
        of agency: AgencyCode,
        _ act: TransferAct,
        dryRun: Bool = false
    ) async throws -> TransferState {
        let agency = try await Agencies(city).find(agency)
        let state = try await city.transaction(as: .agency(agency.id), options: .givingWay, dryRun: dryRun) { tx in
            var state = ""
            for number in numbers.sorted() {
                state = try tx.one(
                    """
                    select take_agency_step(
                        \(number), \(step.code), \(act.by), \(act.day), \(act.documentNumber), \(act.documentDate),
                        \(act.note)
                    )
                    """,
                    as: String.self
                )
            }
            return state
        }
        return TransferState(code: state) ?? .draft
    }

    /// The cases of a batch that are in a state from which one of the actors may take a step.
    ///
    /// - Parameter agency: only those on one side of which this agency is; nil for all.
    /// - Throws: `CityError` when there is no such batch or agency.
    public func numbers(
        inBatch code: String,
        before step: TransferStep,
        by actors: [TransferActor],
        of agency: AgencyCode? = nil
    ) async throws -> [String] {
        let reach = try await Agencies(city).reach(agency)
        return try await city.transaction(as: .personnel, options: .reading) { tx in
            let batch = try tx.optional(
                "select transfer_batch_id from transfer_batch where code = \(code)",
                as: Int32.self
            )
            guard let batch else { throw CityError(.transferBatchUnknown, ["batch": .text(code)]) }
            let side: SQL = reach.agency.map { "\($0.id) in (c.agency_id, c.to_agency_id)" } ?? "true"
            return try tx.all(
                """
                select c.number
                from agency g
                join transfer_case c on c.agency_id = g.agency_id and c.transfer_batch_id = \(batch)
                where \(fragment: side) and exists (
                    select from transfer_step s
                    where s.from_state = c.state and s.step = \(step.code) and s.actor = any (\(actors.map(\.code)))
                )
                order by c.number
                """,
                as: String.self
            )
        }
    }
}
