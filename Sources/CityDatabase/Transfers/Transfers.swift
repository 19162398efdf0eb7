public import Personnel
import Postgres
import Texts

/// Cases of transfers: proposing them, and their steps. The database keeps the course, and what each step needs.
public struct Transfers: Sendable {
    let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    // MARK: Beginning

    /// A case that BKPSDM plans, for a person of any agency; a draft.
    ///
    /// - Parameter batch: the code of the batch that it belongs to.
    /// - Returns: its number, such as "TRF-2026-000123".
    /// - Throws: `CityError` when person, agency, post or batch is unknown, or the person has an open case.
    public func plan(_ plan: TransferPlan, by: String, batch: String? = nil) async throws -> String {
        _ = try await Agencies(city).find(plan.agency)
        return try await city.transaction(as: .personnel, options: .givingWay) { tx in
            try tx.one(Self.planning(plan, by, batch), as: String.self)
        }
    }

    /// Cases that BKPSDM plans, all of them or none.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: the error of the first that cannot be, with its place in the list.
    public func plan(
        _ plans: [TransferPlan],
        by: String,
        batch: String?,
        dryRun: Bool = false
    ) async throws -> [String] {
        try await city.transaction(as: .personnel, options: .givingWay, dryRun: dryRun) { tx in
            try plans.map { try tx.one(Self.planning($0, by, batch), as: String.self) }
        }
    }

    private static func planning(_ plan: TransferPlan, _ by: String, _ batch: String?) -> SQL {
        """
        select plan_transfer(
            \(plan.nip.text), \(plan.agency), \(plan.post), \(plan.basis.code), \(plan.cause?.code), \(plan.reason),
            \(plan.day), \(by), \(batch)
        )
        """
    }

    /// What an agency proposes: a case for its own person and post, or else a request that BKPSDM answers.
    ///
    /// - Parameter byEmployee: whether the person asked for it.
    /// - Returns: the number of the case ("TRF-…") or of the request ("REQ-…").
    public func propose(
        _ plan: TransferPlan,
        from agency: AgencyCode,
        by: String,
        byEmployee: Bool = false
    ) async throws -> String {
        let agency = try await Agencies(city).find(agency)
        return try await city.transaction(as: .agency(agency.id), options: .givingWay) { tx in
            try tx.one(
                """
                select propose_transfer(
                    \(plan.nip.text), \(plan.agency), \(plan.post), \(plan.basis.code), \(plan.cause?.code),
                    \(plan.reason), \(plan.day), \(by), \(byEmployee)
                )
                """,
                as: String.self
            )
        }
    }

    /// Makes a case of an agency's request.
    public func accept(request: Int64, by: String) async throws -> String {
        try await city.transaction(as: .personnel, options: .givingWay) { tx in
            try tx.one("select answer_transfer_request(\(request), \(by), null)", as: String.self)
        }
    }

    public func decline(request: Int64, by: String, because reason: String) async throws {
        try await city.transaction(as: .personnel) { tx in
            _ = try tx.one("select answer_transfer_request(\(request), \(by), \(reason))", as: String?.self)
        }
    }

    /// A case that takes back the move of another: the person returns to the former seat, with its time in post.
    public func reverse(_ number: String, because reason: String, on day: CivilDate, by: String) async throws -> String
    {
        try await city.transaction(as: .personnel, options: .givingWay) { tx in
            try tx.one("select reverse_transfer(\(number), \(reason), \(day), \(by))", as: String.self)
        }
    }

    /// Adds a batch; true when it is new.
    public func addBatch(_ code: String, title: String, on day: CivilDate?, by: String) async throws -> Bool {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute(
                """
                insert into transfer_batch (code, title, planned_on, created_by)
                values (\(code), \(title), \(day), \(by)) on conflict do nothing
                """
            ) > 0
        }
    }

    // MARK: Steps

    /// A step of the city's: of BKPSDM, the review team, the mayor, or an answer that BKPSDM records.
    ///
    /// - Parameter actor: not an agency, whose steps `step(_:_:of:_:)` takes, and not the worker.
    /// - Returns: the state that it leads to.
    /// - Throws: `CityError` when the step cannot follow, or something that it needs is missing.
    @discardableResult
    public func step(
        _ number: String,
        _ step: TransferStep,
        as actor: TransferActor,
        _ act: TransferAct
    ) async throws -> TransferState {
        try await steps([number], step, as: actor, act)
    }

    /// The same step of many cases: all of them or none.
    @discardableResult
    public func steps(
        _ numbers: [String],
        _ step: TransferStep,
        as actor: TransferActor,
        _ act: TransferAct,
        dryRun: Bool = false
    ) async throws -> TransferState {
        let state = try await city.transaction(as: .personnel, options: .givingWay, dryRun: dryRun) { tx in
            var state = ""
            for number in numbers.sorted() {
                state = try tx.one(
                    """
                    select take_city_step(
                        \(number), \(step.code), \(actor.code), \(act.by), \(act.day), \(act.documentNumber),
                        \(act.documentDate), \(act.note), \(act.newDay)
                    )
                    """,
                    as: String.self
                )
            }
            return state
        }
        return TransferState(code: state) ?? .draft
    }

    /// A step of an agency's, on whichever side of the case it is.
    @discardableResult
    public func step(
        _ number: String,
        _ step: TransferStep,
        of agency: AgencyCode,
        _ act: TransferAct
    ) async throws -> TransferState {
        let agency = try await Agencies(city).find(agency)
        let state = try await city.transaction(as: .agency(agency.id), options: .givingWay) { tx in
            try tx.one(
                """
                select take_agency_step(
                    \(number), \(step.code), \(act.by), \(act.day), \(act.documentNumber), \(act.documentDate),
                    \(act.note)
                )
                """,
                as: String.self
            )
        }
        return TransferState(code: state) ?? .draft
    }

    /// Gives a case the reason that the person is told, or another batch.
    public func amend(_ number: String, reason: String?, batch: String?, by: String) async throws {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute("select amend_transfer(\(number), \(reason), \(batch), \(by))")
        }
    }

    // MARK: What lifts and what bars

    /// Lifts a rule that stops the case by its last check.
    public func except(_ number: String, _ exception: TransferException, dated day: CivilDate) async throws {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute(
                """
                select except_transfer(
                    \(number), \(exception.condition.code), \(exception.reason), \(exception.approver),
                    \(exception.document), \(day)
                )
                """
            )
        }
    }

    /// Declares a conflict of interest; from then on the person takes no step of the case.
    ///
    /// - Parameter person: a NIP or a name, as steps name the person who takes them.
    public func declareConflict(_ number: String, of person: String, _ kind: DeclaredConflict.Kind) async throws {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute("select declare_transfer_conflict(\(number), \(person), \(kind.code))")
        }
    }

    /// States that a person tested the case for conflicts of interest, and found none of their own.
    ///
    /// - Parameter person: a NIP or a name, as steps name the person who takes them.
    public func declareNoConflict(_ number: String, testedBy person: String) async throws {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute("select declare_transfer_conflict(\(number), \(person), 'none')")
        }
    }

    /// Puts a document on file.
    ///
    /// - Parameter agency: the agency that files it; nil for BKPSDM.
    public func file(
        _ document: TransferDocument,
        for number: String,
        by: String,
        agency: AgencyCode? = nil
    ) async throws {
        let principal: Principal =
            if let agency { .agency(try await Agencies(city).find(agency).id) } else { .personnel }
        try await city.transaction(as: principal) { tx in
            try tx.execute(
                """
                select file_transfer_document(
                    \(number), \(document.kind.code), \(document.number), \(document.day), \(document.post), \(by)
                )
                """
            )
        }
    }
}
