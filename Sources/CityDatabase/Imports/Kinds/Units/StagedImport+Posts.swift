import Personnel
import Postgres

extension StagedImport {
    /// Gives titles the spelling of the unit's known post, or else that of the file's first row: "kepala bidang" is not a
    /// second post beside "Kepala Bidang".
    static func takeKnownTitles(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            update \(identifier: stagingTable) s set title = n.title
            from (
                select f.unit, f.folded, coalesce(k.title, f.title) as title
                from (
                    select distinct on (unit, lower(title)) unit, lower(title) as folded, title
                    from \(identifier: stagingTable) order by unit, lower(title), line
                ) f
                left join lateral (
                    select t.title from org_unit u
                    join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id
                    where u.agency_id = \(agency) and u.siasn_id = f.unit and lower(t.title) = f.folded
                    order by t.title <> f.title, t.post_id limit 1
                ) k on true
            ) n
            where s.unit = n.unit and lower(s.title) = n.folded and s.title <> n.title
                and not exists (
                    select from org_unit u
                    join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id
                    where u.agency_id = \(agency) and u.siasn_id = s.unit and t.title = s.title
                )
            """
        )
    }

    /// Notes the post that each row means, also where it belongs to another unit since a reorganisation; null where there is
    /// none yet.
    static func findPosts(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            update \(identifier: stagingTable) s
            set post_id = coalesce(
                (
                    select t.post_id
                    from org_unit u
                    join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and t.title = s.title
                    where u.agency_id = \(agency) and u.siasn_id = s.unit
                ),
                (
                    select t.post_id
                    from org_unit u
                    join post_former f on f.agency_id = u.agency_id and f.org_unit_id = u.org_unit_id
                    join post t on t.agency_id = f.agency_id and t.post_id = f.post_id and t.title = s.title
                    where u.agency_id = \(agency) and u.siasn_id = s.unit
                    order by f.valid desc
                    limit 1
                )
            )
            """
        )
        try analyze(&tx)
    }
}
