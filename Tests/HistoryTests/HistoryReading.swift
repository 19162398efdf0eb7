import CityDatabase
import Personnel
import TestSupport
import Testing

/// Reads what the city knows, by statements of its own where the product would judge itself.
struct HistoryReading {
    let city: TestCity

    private func lines(_ statement: String) async throws -> [String] {
        try await city.psql(statement).split(separator: "\n").map(String.init)
    }

    /// By NIP: the name, and the post held on the day, or else the last event that explains why there is none.
    func explanations(on day: CivilDate) async throws -> [String: String] {
        let rows = try await lines(
            """
            with newest as (
                select distinct on (p.nip) p.nip, p.name, g.code, e.agency_id, e.employment_id
                from person p
                join employment e using (agency_id, person_id)
                join agency g using (agency_id)
                order by p.nip, lower(e.valid) desc
            )
            select n.nip, n.name || ', ' || n.code || ' '
                || coalesce(h.post, s.kind || ' since ' || s.valid_from, 'without a post and a reason')
            from newest n
            left join lateral (
                select u.siasn_id || '/' || t.title || ' since ' || coalesce(a.held_since, lower(a.valid)) as post
                from assignment a
                join post t using (agency_id, post_id)
                join org_unit u using (agency_id, org_unit_id)
                where a.agency_id = n.agency_id and a.employment_id = n.employment_id and a.kind = 'definitive'
                    and a.valid @> '\(day.iso)'::date
            ) h on true
            left join lateral (
                select x.kind, x.valid_from from service_event x
                where x.agency_id = n.agency_id and x.employment_id = n.employment_id and x.valid_from <= '\(day.iso)'
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) s on true
            """
        )
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let parts = row.split(separator: "|", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            }
        )
    }

    /// People who hold another's post for a time.
    func acting(on day: CivilDate) async throws -> [String] {
        try await lines(
            """
            select p.nip || ' ' || u.siasn_id || '/' || t.title
            from assignment a
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            where a.kind = 'acting' and a.valid @> '\(day.iso)'::date
            """
        )
        .sorted()
    }

    /// Times between two posts of a person that no event begins.
    func unexplainedGaps() async throws -> [String] {
        try await lines(
            """
            select p.nip || ' from ' || upper(a.valid)
            from assignment a
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            where a.kind = 'definitive' and not upper_inf(a.valid) and not exists (
                select from assignment n
                join employment m using (agency_id, employment_id)
                where m.person_id = e.person_id and n.kind = 'definitive' and lower(n.valid) = upper(a.valid)
            ) and not exists (
                select from service_event x
                where x.agency_id = a.agency_id and x.employment_id = a.employment_id and x.valid_from = upper(a.valid)
            )
            """
        )
    }

    /// Posts that on the first day of one of their holders have more of them than formasi of that day.
    func holdersBeyondFormasi() async throws -> [String] {
        try await lines(
            """
            select distinct t.title || ' on ' || d.day || ': ' || d.held || ' of ' || d.seats
            from (
                select a.agency_id, a.post_id, lower(a.valid) as day,
                    (
                        select count(*) from assignment o
                        where o.agency_id = a.agency_id and o.post_id = a.post_id and o.kind = 'definitive'
                            and o.valid @> lower(a.valid)
                    ) as held,
                    (
                        select f.seats from formasi f
                        where f.agency_id = a.agency_id and f.post_id = a.post_id and f.valid_from <= lower(a.valid)
                        order by f.valid_from desc limit 1
                    ) as seats
                from assignment a where a.kind = 'definitive'
            ) d
            join post t using (agency_id, post_id)
            where d.seats is null or d.held > d.seats
            """
        )
    }
}
