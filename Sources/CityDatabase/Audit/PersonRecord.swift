import Characters
public import Personnel
import Postgres

/// All that the city holds about one person, and who changed or read it: what a person may ask for (UU 27/2022,
/// articles 5 to 7 and 32). The catalog says which tables that is: see `PersonalPart`.
public struct PersonRecord: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Exports a JSON document, read in one snapshot as the personnel agency. The reading is an event of its own, with
    /// its purpose, in each agency that holds something.
    ///
    /// - Throws: `CityError` when no agency knows the NIP; nothing is then recorded.
    public func export(_ nip: NIP, purpose: String) async throws -> String {
        guard !OutsideText(purpose).text.isEmpty else {
            throw CityError(.personPurposeMissing)
        }
        let options = TransactionOptions(isolation: .repeatableRead, timeout: .seconds(600), retries: 3)
        return try await city.transaction(as: .personnel, options: options) { tx in
            // Times in the document follow the city's clock, for the person who reads it.
            try tx.execute("select set_config('TimeZone', city_zone(), true)")
            // A person who moved or whose NIP was corrected keeps the number; an earlier NIP is in the history.
            let people = try tx.all(
                """
                select person_id from person where nip = \(nip.text)
                union
                select person_id from person_history where former ->> 'nip' = \(nip.text)
                """,
                as: Int64.self
            )
            guard !people.isEmpty else {
                throw CityError(.personUnknown)
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
            let parts = try PersonalPart.all(&tx)
            let keys = try PersonalKeys(of: people, parts, &tx)
            var tables: [String] = []
            var rows: [String] = []
            for part in parts {
                guard let found = try part.rows(keys, &tx) else { continue }
                tables.append(part.table)
                rows.append(found)
            }
            return try tx.one(
                """
                select jsonb_pretty(jsonb_build_object(
                    'nip', \(nip.text),
                    'read_at', now(),
                    'purpose', \(purpose),
                    'data', (
                        select jsonb_object_agg(part, rows::jsonb) from unnest(\(tables), \(rows)) d (part, rows)
                    ),
                    'processing', (\(fragment: Self.processing(keys)))
                ))
                """,
                as: String.self
            )
        }
    }

    /// The events that name one of the person's rows by its key.
    private static func processing(_ keys: PersonalKeys) -> SQL {
        let all = keys.numbers.flatMap { key, numbers in numbers.map { (key: key, number: $0) } }
        return """
            with events as (
                select distinct on (e.agency_id, e.audit_event_id) e.*
                from (
                    select e.*, r.key, r.number
                    from audit_event e
                    cross join lateral jsonb_each_text(
                        case when jsonb_typeof(e.row_key) = 'object' then e.row_key end
                    ) r (key, number)
                    -- Taken apart once, and not for each of the person's keys.
                    offset 0
                ) e
                join unnest(
                    \(all.map(\.number.agency)), \(all.map(\.key)), \(all.map { String($0.number.number) })
                ) k (agency_id, key, number) using (agency_id, key, number)
            )
            select jsonb_agg(
                jsonb_build_object(
                    'at', e.at, 'agency', a.code, 'actor', e.actor, 'role', e.role, 'purpose', e.purpose,
                    'operation', e.operation, 'table', e.table_name, 'row', e.row_key, 'what', e.payload
                ) order by e.audit_event_id
            )
            from events e left join agency a using (agency_id)
            """
    }
}
