import Personnel
import Postgres

extension PostsImport {
    /// A circle of units is refused, also one that the file closes together with known units; so is a present post of a unit
    /// that has ended. Names and parents that a decision gave stay, and rows that differ are listed: SIASN follows later.
    static func rejectUnits(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try reject(
            """
            select s.line from staged_posts s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit and u.ended_on is not null
            where s.part is distinct from 'history'
            """,
            "unorId",
            .unitEnded,
            &tx,
            &report
        )
        let circles = UnitTree.circles(
            """
            select distinct on (s.unit) s.line, s.unit, s.parent from staged_posts s
            where s.part is distinct from 'history' and s.parent is not null and not exists (
                select from org_unit u where u.agency_id = \(agency) and u.siasn_id = s.unit and u.since is not null
            )
            order by s.unit, s.line
            """,
            agency
        )
        try reject(
            """
            select o.line from staged_posts o
            where o.part is distinct from 'history' and o.unit in (
                select s.unit from staged_posts s where s.line in (\(fragment: circles))
            )
            """,
            "unorIndukId",
            .unitCircle,
            &tx,
            &report
        )
        let differing = try tx.all(
            """
            select min(s.line) from staged_posts s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit and u.since is not null
            where s.part is distinct from 'history'
                and (s.unit_name <> u.name or s.parent <> coalesce(u.parent_siasn_id, ''))
            group by s.unit
            order by 1
            """,
            as: Int32.self
        )
        for line in differing { try report.warn(ImportFinding(line: Int(line), column: "namaUnor", .unitDiffers)) }
    }
}
