import Personnel
import Postgres

/// SIASN `ref_unor`: the units of an agency, in any order. A unit that is known gets another name or parent from the day of
/// `tmtUnor`, a column of our own, and without it from the day of the import; what was true before stays.
enum UnitsImport: StagedImport {
    static let columns: [ImportColumn] = [
        .required("id"), .required("namaUnor"), .required("diatasanId"), .optional("tmtUnor"),
    ]

    static let stagingTable: Identifier = "staged_units"
    static let stagingColumns: [Identifier] = ["unit", "unit_name", "parent", "stated_since", "since"]
    static let staging: SQL =
        """
        create temporary table staged_units (
            line integer, unit text, unit_name text, parent text, stated_since date, since date, is_known boolean
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let unit = row.required("id")
        let parent = row.text("diatasanId")
        let since = row.date("tmtUnor", asOf: day)
        if let since, since > day { row.reject("tmtUnor", .dateFuture) }
        // SIASN lets a root name itself.
        let values: [any PostgresEncodable] = [
            unit, row.required("namaUnor"), parent == unit ? nil : parent, since, since ?? day,
        ]
        return row.isGood ? values : nil
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        let agency = context.agency
        try reject(
            """
            select line from (
                select line, row_number() over (partition by unit order by line) as number from staged_units
            ) n where number > 1
            """,
            "id",
            .unitRepeated,
            &tx,
            &report
        )
        try tx.execute("create temporary table staged_unit_ids on commit drop as select unit from staged_units")
        try takeRoots(agency, &tx, &report)
        // A rejected row may be the parent of another one.
        while try rejectImpossible(agency, &tx, &report) > 0 {}
        try tx.execute(
            """
            update staged_units s set is_known = true
            from org_unit u where u.agency_id = \(agency) and u.siasn_id = s.unit
            """
        )
        let changed = try tx.execute(
            """
            update org_unit u set name = s.unit_name, parent_siasn_id = s.parent, since = s.since
            from staged_units s
            where u.agency_id = \(agency) and u.siasn_id = s.unit
                and (u.name, u.parent_siasn_id) is distinct from (s.unit_name, s.parent)
            """
        )
        let added = try tx.execute(
            """
            insert into org_unit (agency_id, siasn_id, parent_siasn_id, name, since)
            select \(agency), unit, parent, unit_name, stated_since from staged_units where is_known is null order by line
            """
        )
        report.added += added
        report.changed += changed
        report.unchanged += try tx.one("select count(*) from staged_units", as: Int.self) - added - changed
    }

    /// A unit whose parent neither the file nor the agency has is the root: SIASN's tree is the whole city's.
    private static func takeRoots(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        let roots = try tx.all(
            """
            update staged_units s set parent = null
            where s.parent is not null and not exists (select from staged_unit_ids i where i.unit = s.parent)
                and not exists (
                    select from org_unit u
                    where u.agency_id = \(agency) and u.siasn_id = s.parent and u.ended_on is null
                )
            returning s.line
            """,
            as: Int32.self
        )
        for line in roots.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "diatasanId", .unitParentUnknown))
        }
    }

    private static func rejectImpossible(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws -> Int {
        let ended = try reject(
            """
            select s.line from staged_units s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit and u.ended_on is not null
            """,
            "id",
            .unitEnded,
            &tx,
            &report
        )
        let later = try reject(
            """
            select s.line from staged_units s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
                and greatest(u.since, u.began_on) > s.since
            where (u.name, u.parent_siasn_id) is distinct from (s.unit_name, s.parent)
            """,
            "tmtUnor",
            .unitLater,
            &tx,
            &report
        )
        let orphans = try reject(
            """
            select s.line from staged_units s
            where s.parent is not null and not exists (select from staged_units p where p.unit = s.parent)
                and not exists (
                    select from org_unit u
                    where u.agency_id = \(agency) and u.siasn_id = s.parent and u.ended_on is null
                )
            """,
            "diatasanId",
            .unitParentRejected,
            &tx,
            &report
        )
        let circles = try reject(
            UnitTree.circles("select line, unit, parent from staged_units", agency),
            "diatasanId",
            .unitCircle,
            &tx,
            &report
        )
        return ended + later + orphans + circles
    }

    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, '', u.siasn_id, v.place, v.name, v.value
        from (select unit, min(line) as line from staged_units group by unit) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        cross join lateral (values
            (1, 'namaUnor', u.name), (2, 'diatasanId', u.parent_siasn_id),
            (3, 'tmtUnor', to_char(u.since, 'DD-MM-YYYY'))
        ) v (place, name, value)
        """
    }
}
