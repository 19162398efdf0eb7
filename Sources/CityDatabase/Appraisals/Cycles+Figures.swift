public import Personnel
import Postgres

/// Someone whose appraisal was closed without a rating.
public struct MissingRating: Sendable {
    public let agency: AgencyCode
    public let nip: String
    public let name: String
    public let post: String
}

extension Cycles {
    /// Figures of every agency of the reach that took part, or may take part, in the order of their numbers, under the
    /// names that they had at the end of the period. They are read in one snapshot. A closed agency stays in the cycles that
    /// it took part in, and one that began later comes into none that has closed.
    public func figures(_ cycle: Cycle, in reach: Reach) async throws -> [(agency: Agency, figures: CycleFigures)] {
        let options = TransactionOptions(isolation: .repeatableRead, readOnly: true, timeout: .seconds(120))
        let (agencies, figures) = try await city.transaction(as: reach.principal, options: options) { tx in
            let agencies = try tx.all(
                """
                select a.agency_id, a.code, a.kind, a.state, n.name, n.short_name
                from agency a
                cross join lateral (
                    -- The name of the day, or the first one of an agency that is younger.
                    select m.name, m.short_name, lower(m.valid) as since from agency_name m
                    where m.agency_id = a.agency_id
                        and (upper_inf(m.valid) or upper(m.valid) > \(cycle.code.last))
                    order by lower(m.valid) limit 1
                ) n
                where \(fragment: reach.condition("a.agency_id")) and (
                    exists (select from appraisal o where o.agency_id = a.agency_id and o.cycle_id = \(cycle.id))
                    or a.state <> 'closed' and (
                        n.since <= \(cycle.code.last)
                        or not exists (
                            select from appraisal_closing c
                            where c.cycle_id = \(cycle.id) and \(fragment: reach.condition("c.agency_id"))
                        )
                    )
                )
                order by a.agency_id
                """,
                as: Agency.self
            )
            let own = reach.condition("agency_id")
            var figures: [AgencyID: CycleFigures] = [:]
            let people = try tx.all(
                """
                select agency_id, count(*) from appraisal
                where cycle_id = \(cycle.id) and \(fragment: own) group by agency_id
                """,
                as: (AgencyID, Int).self
            )
            for (agency, count) in people { figures[agency, default: CycleFigures()].people = count }
            let missing = try tx.all(
                """
                select agency_id, count(*) from appraisal_closing
                where cycle_id = \(cycle.id) and \(fragment: own) and work_result is null and not superseded
                group by agency_id
                """,
                as: (AgencyID, Int).self
            )
            for (agency, count) in missing { figures[agency, default: CycleFigures()].missing = count }
            let ratings = try tx.all(
                """
                select agency_id, rating, count(*) from appraisal_score
                where cycle_id = \(cycle.id) and \(fragment: own) and not superseded group by agency_id, rating
                """,
                as: (AgencyID, Rating, Int).self
            )
            for (agency, rating, count) in ratings {
                figures[agency, default: CycleFigures()].ratings[rating.rawValue - 1] = count
                figures[agency, default: CycleFigures()].rated += count
            }
            let boxes = try tx.all(
                """
                select agency_id, box, count(*) from talent_placement
                where cycle_id = \(cycle.id) and \(fragment: own) and not superseded group by agency_id, box
                """,
                as: (AgencyID, BoxNumber?, Int).self
            )
            for (agency, box, count) in boxes {
                if let box {
                    figures[agency, default: CycleFigures()].boxes[box.rawValue - 1] = count
                } else {
                    figures[agency, default: CycleFigures()].unplaced = count
                }
            }
            return (agencies, figures)
        }
        return agencies.map { ($0, figures[$0.id] ?? CycleFigures()) }
    }

    /// People without a rating. Names are shown, so the reading is recorded in the audit trail.
    public func missing(_ cycle: Cycle, in reach: Reach) async throws -> [MissingRating] {
        let rows = try await city.transaction(as: reach.principal) { tx in
            try tx.execute(
                """
                select record_read(agency_id, jsonb_build_object('cycle_id', \(cycle.id)), 'cycle missing',
                    array['nip', 'name', 'post'])
                from (
                    select distinct agency_id from appraisal_closing
                    where cycle_id = \(cycle.id) and work_result is null and not superseded
                        and \(fragment: reach.condition("agency_id"))
                ) shown
                """
            )
            return try tx.all(
                """
                select a.code, p.nip, p.name, t.title
                from appraisal_closing c
                join agency a on a.agency_id = c.agency_id
                join appraisal o on o.agency_id = c.agency_id and o.cycle_id = c.cycle_id
                    and o.employment_id = c.employment_id
                join post t on t.agency_id = o.agency_id and t.post_id = o.post_id
                join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where c.cycle_id = \(cycle.id) and c.work_result is null and not c.superseded
                    and \(fragment: reach.condition("c.agency_id"))
                order by a.code, p.nip
                """,
                as: (AgencyCode, String, String, String).self
            )
        }
        return rows.map { MissingRating(agency: $0.0, nip: $0.1, name: $0.2, post: $0.3) }
    }
}
