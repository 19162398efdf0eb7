import Characters
public import Personnel
import Postgres

/// All that the city holds about one person, and who changed or read it: what a person may ask for (UU 27/2022, articles 5 to
/// 7 and 32).
public struct SubjectRecord: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// A JSON document, read in one snapshot as the personnel agency. The reading is an event of its own, in each agency that
    /// holds something, with its purpose.
    ///
    /// - Throws: `CityError` when no agency knows the NIP; nothing is then recorded.
    public func export(_ nip: NIP, purpose: String) async throws -> String {
        guard !OutsideText(purpose).text.isEmpty else {
            throw CityError(.input, "a person's data is read for a purpose", hint: "say which by --purpose")
        }
        let options = TransactionOptions(isolation: .repeatableRead, timeout: .seconds(600), retries: 3)
        return try await city.transaction(as: .personnel, options: options) { tx in
            // Who moved or was corrected keeps the number; an earlier NIP stands in the history.
            let people = try tx.all(
                """
                select person_id from person where nip = \(nip.text)
                union
                select person_id from person_history where former ->> 'nip' = \(nip.text)
                """,
                as: Int64.self
            )
            guard !people.isEmpty else {
                throw CityError(.notFound, "no agency knows this NIP", hint: "nothing was read")
            }
            let agencies = try tx.all(
                """
                select agency_id from person where person_id = any (\(people))
                union select agency_id from employment where person_id = any (\(people))
                union select agency_id from person_history where person_id = any (\(people))
                """,
                as: AgencyID.self
            )
            for agency in agencies {
                for person in people {
                    try tx.execute(
                        """
                        select record_read(
                            \(agency), jsonb_build_object('person_id', \(person)), \(purpose), array['all']
                        )
                        """
                    )
                }
            }
            return try tx.one("\(fragment: Self.document(people, nip, purpose))", as: String.self)
        }
    }

    /// Rows as the tables have them, each with its agency's code, and the events about them.
    private static func document(_ people: [Int64], _ nip: NIP, _ purpose: String) -> SQL {
        """
        with employments as (
            select agency_id, employment_id from employment where person_id = any (\(people))
        ), assignments as (
            select agency_id, assignment_id from assignment join employments using (agency_id, employment_id)
        ), results as (
            select agency_id, evidence_id from evidence join employments using (agency_id, employment_id)
        ), ratings as (
            select agency_id, rating_event_id from rating_event join employments using (agency_id, employment_id)
        ), facts as (
            select 1 as n, 'person' as part, agency_id, to_jsonb(t) as row
            from person t where person_id = any (\(people))
            union all
            select 2, 'person_history', agency_id, to_jsonb(t) from person_history t where person_id = any (\(people))
            union all
            select 3, 'employment', agency_id, to_jsonb(t) from employment t where person_id = any (\(people))
            union all
            select 4, 'assignment', t.agency_id, to_jsonb(t)
                || jsonb_build_object('title', p.title, 'unit', u.name)
            from assignment t
            join employments using (agency_id, employment_id)
            join post p on p.agency_id = t.agency_id and p.post_id = t.post_id
            join org_unit u on u.agency_id = p.agency_id and u.org_unit_id = p.org_unit_id
            union all
            select 5, 'evidence', agency_id, to_jsonb(t)
            from evidence t join employments using (agency_id, employment_id)
            union all
            select 6, 'rating_event', agency_id, to_jsonb(t)
            from rating_event t join employments using (agency_id, employment_id)
            union all
            select 7, 'appraisal', agency_id, to_jsonb(t) from appraisal t join employments using (agency_id, employment_id)
            union all
            select 8, 'appraisal_closing', agency_id, to_jsonb(t)
            from appraisal_closing t join employments using (agency_id, employment_id)
            union all
            select 9, 'appraisal_score', agency_id, to_jsonb(t)
            from appraisal_score t join employments using (agency_id, employment_id)
            union all
            select 10, 'talent_placement', agency_id, to_jsonb(t)
            from talent_placement t join employments using (agency_id, employment_id)
            union all
            select 11, 'appraisal_exclusion', agency_id, to_jsonb(t)
            from appraisal_exclusion t join employments using (agency_id, employment_id)
            union all
            select 12, 'appraisal_segment', agency_id, to_jsonb(t)
            from appraisal_segment t join employments using (agency_id, employment_id)
            union all
            select 13, 'appraisal_reminder', agency_id, to_jsonb(t)
            from appraisal_reminder t join employments using (agency_id, employment_id)
            union all
            select 14, 'appraisal_revision', agency_id, to_jsonb(t)
            from appraisal_revision t join employments using (agency_id, employment_id)
            union all
            select 15, 'appraisal_receipt', agency_id, to_jsonb(t)
            from appraisal_receipt t join employments using (agency_id, employment_id)
            union all
            select 16, 'objection', agency_id, to_jsonb(t)
            from objection t join employments using (agency_id, employment_id)
            union all
            select 17, 'objection_decision', d.agency_id, to_jsonb(d)
            from objection_decision d
            join objection t using (agency_id, objection_id)
            join employments using (agency_id, employment_id)
        ), events as (
            select e.* from audit_event e
            where e.row_key ? 'person_id' and (e.row_key ->> 'person_id')::bigint = any (\(people))
            union all
            select e.* from audit_event e join employments x
                on x.agency_id = e.agency_id and e.row_key ->> 'employment_id' = x.employment_id::text
            union all
            select e.* from audit_event e join assignments x
                on x.agency_id = e.agency_id and e.row_key ->> 'assignment_id' = x.assignment_id::text
            union all
            select e.* from audit_event e join results x
                on x.agency_id = e.agency_id and e.row_key ->> 'evidence_id' = x.evidence_id::text
            union all
            select e.* from audit_event e join ratings x
                on x.agency_id = e.agency_id and e.row_key ->> 'rating_event_id' = x.rating_event_id::text
        )
        select jsonb_pretty(jsonb_build_object(
            'nip', \(nip.text),
            'read_at', now(),
            'purpose', \(purpose),
            'data', (
                select jsonb_object_agg(part, rows) from (
                    select part, jsonb_agg(row || jsonb_build_object('agency', a.code) order by row) as rows
                    from facts join agency a using (agency_id) group by part
                ) p
            ),
            'processing', (
                select jsonb_agg(
                    jsonb_build_object(
                        'at', e.at, 'agency', a.code, 'actor', e.actor, 'role', e.role, 'purpose', e.purpose,
                        'operation', e.operation, 'table', e.table_name, 'row', e.row_key, 'what', e.payload
                    ) order by e.audit_event_id
                )
                from events e left join agency a using (agency_id)
            )
        ))
        """
    }
}
