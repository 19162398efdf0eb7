public import Personnel
import Postgres
import Texts

extension Transfers {
    /// One case with its verdicts and steps.
    public struct Record: Sendable, Hashable {
        public let summary: TransferSummary
        public let reason: String
        public let events: [TransferEvent]
        /// Of the last check; empty before one.
        public let verdicts: [StoredVerdict]
        /// The day for which the last check was made.
        public let checkedFor: CivilDate?
        /// Whether seat or day changed since then.
        public let isCheckOutdated: Bool
        /// Steps that can follow, each with whose it is.
        public let next: [TransferCourse.Passage]
    }

    /// Which cases a list shows.
    public struct Filter: Sendable, Hashable {
        /// Nil for all.
        public var state: TransferState?
        public var batch: String?
        /// Whether cases that have ended are shown, too.
        public var withEnded: Bool

        public init(state: TransferState? = nil, batch: String? = nil, withEnded: Bool = false) {
            (self.state, self.batch, self.withEnded) = (state, batch, withEnded)
        }
    }

    /// The cases of the city, or those that an agency may see.
    public func list(in reach: Reach, _ filter: Filter = Filter()) async throws -> [TransferSummary] {
        try await city.transaction(as: reach.principal, options: .reading) { tx in
            try ReadEvent.record("transfer list", ["nip", "name"], in: reach, &tx)
            return try tx.all(
                """
                select * from (\(fragment: Self.summaries(reach))) t
                where (\(filter.state?.code)::text is null or t.state = \(filter.state?.code))
                    and (\(filter.batch)::text is null or t.batch = \(filter.batch))
                    and (\(filter.withEnded || filter.state != nil)
                        or t.state in (select from_state from transfer_step))
                order by t.number
                """
            )
        }
    }

    private static func summaries(_ reach: Reach) -> SQL {
        guard let agency = reach.agency, reach.principal != .personnel else {
            return """
                select c.number, c.state, p.nip, p.name, g.code as from_code, f.title as from_title, h.code as to_code,
                    t.title as to_title, c.planned_on, c.proposer, c.basis, b.code as batch, c.direction, c.problem
                from transfer_case c
                join agency g on g.agency_id = c.agency_id
                join agency h on h.agency_id = c.to_agency_id
                join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                left join post f on f.agency_id = c.agency_id and f.post_id = c.from_post_id
                left join post t on t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
                left join transfer_batch b on b.transfer_batch_id = c.transfer_batch_id
                where \(fragment: reach.agency.map { "\($0.id) in (c.agency_id, c.to_agency_id)" } ?? "true")
                """
        }
        return """
            select y.number, y.state, y.nip, y.name,
                case when y.side = 'receiving' then o.code else g.code end as from_code,
                case when y.side = 'receiving' then y.other_title else t.title end as from_title,
                case when y.side = 'receiving' then g.code else o.code end as to_code,
                case when y.side = 'receiving' then t.title else y.other_title end as to_title,
                y.planned_on, y.proposer, y.basis, null::text as batch, null::text as direction, null::text as problem
            from transfer_party y
            join agency g on g.agency_id = y.agency_id
            join agency o on o.agency_id = y.other_agency_id
            left join post t on t.agency_id = y.agency_id and t.post_id = y.post_id
            where y.agency_id = \(agency.id)
            """
    }

    /// Requests of agencies; those that wait for an answer only, unless asked.
    public func requests(in reach: Reach, answered: Bool = false) async throws -> [TransferRequest] {
        try await city.transaction(as: reach.principal, options: .reading) { tx in
            try ReadEvent.record("transfer requests", ["nip"], in: reach, &tx)
            return try tx.all(
                """
                select r.transfer_request_id, g.code, r.nip, h.code, r.to_post_id, r.basis, r.reason, r.planned_on,
                    r.requested_by, r.number, r.declined
                from transfer_request r
                join agency g on g.agency_id = r.agency_id
                join agency h on h.agency_id = r.to_agency_id
                where \(fragment: reach.condition("r.agency_id"))
                    and (\(answered) or r.number is null and r.declined is null)
                order by r.transfer_request_id
                """
            )
        }
    }

    /// - Throws: `CityError` when there is no such case.
    public func show(_ number: String) async throws -> Record {
        let course = try await course()
        return try await city.transaction(as: .personnel, options: .reading) { tx in
            let summary = try tx.optional(
                "select * from (\(fragment: Self.summaries(.city))) t where t.number = \(number)",
                as: TransferSummary.self
            )
            guard let summary else { throw CityError(.transferUnknown, ["number": "\(number)"]) }
            let (agency, id, reason, revision) = try tx.one(
                """
                select c.agency_id, c.transfer_case_id, c.reason, c.revision
                from agency g join transfer_case c on c.agency_id = g.agency_id and c.number = \(number)
                """,
                as: (Int32, Int64, String, Int32).self
            )
            try ReadEvent.record("transfer show", ["nip", "name"], of: agency, &tx)
            let check = try tx.optional(
                """
                select transfer_check_id, for_day, revision from transfer_check
                where agency_id = \(agency) and transfer_case_id = \(id)
                order by transfer_check_id desc limit 1
                """,
                as: (Int64, CivilDate, Int32).self
            )
            let verdicts: [StoredVerdict] = try tx.all(
                """
                select \(fragment: StoredVerdict.columns)
                from transfer_verdict v
                where v.agency_id = \(agency) and v.transfer_check_id = \(check?.0 ?? -1)
                order by \(fragment: StoredVerdict.order)
                """
            )
            return Record(
                summary: summary,
                reason: reason,
                events: try tx.all(
                    """
                    select step, from_state, to_state, actor, acted_by, acted_on, document_number, document_date, note
                    from transfer_event where agency_id = \(agency) and transfer_case_id = \(id)
                    order by transfer_event_id
                    """
                ),
                verdicts: verdicts,
                checkedFor: check?.1,
                isCheckOutdated: check.map { $0.2 != revision || $0.1 != summary.day } ?? false,
                next: TransferState(code: summary.state).map(course.passages(from:)) ?? []
            )
        }
    }

    /// The course as the database keeps it.
    public func course() async throws -> TransferCourse {
        let rows = try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                "select from_state, step, actor, to_state, coalesce(needs, '') from transfer_step order by 1, 2, 3",
                as: (String, String, String, String, String).self
            )
        }
        return TransferCourse(
            try rows.map { row in
                guard let from = TransferState(code: row.0), let step = TransferStep(code: row.1),
                    let actor = TransferActor(code: row.2), let to = TransferState(code: row.3)
                else { throw CityError(.transferStepUnfit, ["number": "", "state": "\(row.0)", "step": "\(row.1)"]) }
                return TransferCourse.Passage(
                    from: from,
                    step: step,
                    actor: actor,
                    to: to,
                    needs: Set(row.4.split(separator: " ").map { String($0) })
                )
            }
        )
    }
}
