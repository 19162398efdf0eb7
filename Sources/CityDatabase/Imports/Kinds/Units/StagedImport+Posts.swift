import Personnel
import Postgres

extension StagedImport {
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
