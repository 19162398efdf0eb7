public import Personnel
import Postgres
import Texts

/// Puts an agency's imported facts right. The former value stays readable: in the correction, and as of any day as it was
/// known on any other (`KnownFacts`).
public struct Corrections: Sendable {
    let city: CityDatabase
    let agency: Agency

    public init(_ city: CityDatabase, _ agency: Agency) {
        self.city = city
        self.agency = agency
    }

    /// Does it in one transaction; a dry run takes everything back.
    func change(
        dryRun: Bool,
        _ body: @Sendable (inout Transaction, inout CorrectionOutcome) throws -> Void
    ) async throws -> CorrectionOutcome {
        try await city.transaction(as: .agency(agency.id), options: .givingWay, dryRun: dryRun) { tx in
            var outcome = CorrectionOutcome()
            try body(&tx, &outcome)
            return outcome
        }
    }

    /// The fields of a fact that would change, as JSON objects of their values before and after; nil when none would.
    ///
    /// - Parameter present: a JSON object of the fact's fields, of one row `t`.
    func difference(
        _ present: SQL,
        from rows: SQL,
        _ fields: CorrectedFields,
        _ tx: inout Transaction
    ) throws -> (before: String, after: String)? {
        let (before, after) = try tx.one(
            """
            select jsonb_object_agg(f.key, o.fact ->> f.key)::text, jsonb_object_agg(f.key, f.value #>> '{}')::text
            from (select \(fragment: present) as fact \(fragment: rows)) o
            cross join lateral jsonb_each(\(fragment: fields.object)) f
            where o.fact ->> f.key is distinct from f.value #>> '{}'
            """,
            as: (String?, String?).self
        )
        guard let before, let after else { return nil }
        return (before, after)
    }

    /// Keeps the correction of one fact, and tells what changed.
    func record(
        _ fact: Correction.Fact,
        _ number: Int64,
        of employment: Int64?,
        _ difference: (before: String, after: String),
        _ ground: CorrectionGround,
        _ tx: inout Transaction,
        _ outcome: inout CorrectionOutcome
    ) throws {
        try tx.execute(
            """
            insert into correction (
                agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by
            )
            values (
                \(agency.id), \(fact.rawValue), \(number), \(employment), \(difference.before)::jsonb,
                \(difference.after)::jsonb, \(ground.reason), \(ground.documentNumber), \(ground.correctedBy)
            )
            """
        )
        outcome.changes +=
            try tx.all(
                """
                select b.key, b.value, a.value
                from jsonb_each_text(\(difference.before)::jsonb) b
                join jsonb_each_text(\(difference.after)::jsonb) a using (key)
                order by b.key
                """,
                as: (String, String?, String?).self
            )
            .map { CorrectionOutcome.Change(fact: fact, field: $0.0, before: $0.1, after: $0.2) }
    }

    /// The cycles in which people have results that were computed from their facts, the newest first.
    func computed(
        from employments: [Int64],
        _ tx: inout Transaction
    ) throws -> [CorrectionOutcome.Computed] {
        try tx.all(
            """
            select c.code, count(*), has_reached(\(agency.id), c.cycle_id, 'final')
            from appraisal_score s
            join cycle c on c.cycle_id = s.cycle_id
            where s.agency_id = \(agency.id) and s.employment_id = any (\(employments)) and not s.superseded
            group by c.cycle_id, c.code, c.period
            order by c.period desc
            """,
            as: (CycleCode, Int, Bool).self
        )
        .map { CorrectionOutcome.Computed(cycle: $0.0, people: $0.1, isFinal: $0.2) }
    }

    /// The person's number and newest employment in the agency.
    func person(_ nip: NIP, _ tx: inout Transaction) throws -> (person: Int64, employment: Int64) {
        let found = try tx.optional(
            """
            select p.person_id, e.employment_id from person p
            join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
            where p.agency_id = \(agency.id) and p.nip = \(nip.text)
            order by lower(e.valid) desc limit 1
            """,
            as: (Int64, Int64).self
        )
        guard let found else { throw CityError(.servicePersonUnknown, ["agency": "\(agency.code)"]) }
        return (found.0, found.1)
    }

    /// What was put right about a person, or about the agency's posts when there is no NIP; the newest first.
    public func list(of nip: NIP?) async throws -> [Correction] {
        try await city.transaction(as: .agency(agency.id), options: .reading) { tx in
            var whose: SQL = "c.employment_id is null"
            if let nip {
                let (person, _) = try self.person(nip, &tx)
                try tx.execute(
                    """
                    select record_read(
                        \(agency.id), jsonb_build_object('person_id', \(person)), 'person corrections', array['all']
                    )
                    """
                )
                whose = """
                    c.employment_id in (
                        select employment_id from employment where agency_id = \(agency.id) and person_id = \(person)
                    )
                    """
            }
            return try tx.all(
                """
                select city_day(c.corrected_at), c.fact, b.key, b.value, c.after ->> b.key, c.reason,
                    c.document_number, c.corrected_by
                from correction c
                cross join lateral jsonb_each_text(c.before) b
                where c.agency_id = \(agency.id) and \(fragment: whose)
                order by c.correction_id desc, b.key
                """
            )
        }
    }
}
