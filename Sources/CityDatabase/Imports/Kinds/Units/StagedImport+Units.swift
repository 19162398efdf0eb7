import Personnel
import Postgres

extension StagedImport {
    /// A circle of units is refused, also one that the file closes together with known units; so is a present post of a unit
    /// that has ended. Names and parents that a decision gave stay, and rows that differ are listed: SIASN follows later.
    ///
    /// - Parameter present: which rows `s` say that the unit is there now.
    static func rejectUnits(
        _ agency: AgencyID,
        where present: SQL,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try reject(
            """
            select s.line from \(identifier: stagingTable) s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit and u.ended_on is not null
            where \(fragment: present)
            """,
            "unorId",
            .unitEnded,
            &tx,
            &report
        )
        let circles = UnitTree.circles(
            """
            select distinct on (s.unit) s.line, s.unit, s.parent from \(identifier: stagingTable) s
            where \(fragment: present) and s.parent is not null and not exists (
                select from org_unit u where u.agency_id = \(agency) and u.siasn_id = s.unit and u.since is not null
            )
            order by s.unit, s.line
            """,
            agency
        )
        try reject(
            """
            select s.line from \(identifier: stagingTable) s
            where \(fragment: present) and s.unit in (
                select c.unit from \(identifier: stagingTable) c where c.line in (\(fragment: circles))
            )
            """,
            "unorIndukId",
            .unitCircle,
            &tx,
            &report
        )
        let differing = try tx.all(
            """
            select min(s.line) from \(identifier: stagingTable) s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit and u.since is not null
            where \(fragment: present)
                and (s.unit_name <> u.name or s.parent <> coalesce(u.parent_siasn_id, ''))
            group by s.unit
            order by 1
            """,
            as: Int32.self
        )
        for line in differing { try report.warn(ImportFinding(line: Int(line), column: "namaUnor", .unitDiffers)) }
    }
}
