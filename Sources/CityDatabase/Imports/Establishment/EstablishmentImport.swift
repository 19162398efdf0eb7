import Personnel
import Postgres
import Texts

/// The establishment (peta jabatan): posts with their formasi, as a decree or the workload analysis (ABK) sets them. It
/// makes posts that nobody holds yet, and raises, lowers and abolishes seats from a day on. Posts that the file lacks stay
/// as they are.
enum EstablishmentImport: StagedImport {
    static let columns: [ImportColumn] = [
        .required("unorId"), .required("namaUnor"), .optional("unorIndukId"), .required("namaJabatan"),
        .required("jenisJabatan"), .optional("eselonId"), .optional("jenjang"), .optional("kelasJabatan"),
        .required("kebutuhan"), .required("berlakuMulai"), .optional("nomorSk"), .optional("tanggalSk"),
        .optional("standar"),
    ]

    static let stagingTable: Identifier = "staged_establishment"
    static let stagingColumns: [Identifier] = [
        "unit", "unit_name", "parent", "title", "position_level", "echelon", "job_class", "seats", "since",
        "decree_number", "decree_date", "standard",
    ]
    static let staging: SQL =
        """
        create temporary table staged_establishment (
            line integer, unit text, unit_name text, parent text, title text, position_level text, echelon smallint,
            job_class smallint, seats integer, since date, decree_number text, decree_date date, standard text,
            post_id bigint
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let (unit, unitName) = (row.required("unorId"), row.required("namaUnor"))
        let (level, echelon) = row.position()
        let tier = row.value("jenjang", required: false, .tier) { text in
            FunctionalTier.allCases.first {
                [$0.code, $0.title].contains { $0.lowercased() == text.lowercased() }
            }
        }
        if tier != nil, let level, level != .fungsional { row.reject("jenjang", .tierOther) }
        let jobClass = row.value("kelasJabatan", required: false, .jobClass) { text in
            Int16(text).flatMap { Establishment.possibleClasses.contains(Int($0)) ? $0 : nil }
        }
        let seats = row.value("kebutuhan", .seats) { text in
            Int32(text).flatMap { Establishment.possibleSeats.contains(Int($0)) ? $0 : nil }
        }
        let values: [any PostgresEncodable] = [
            unit, unitName, row.text("unorIndukId"),
            row.required("namaJabatan").map { title($0, tier) }, level?.code, echelon.map { Int16($0.id) },
            jobClass ?? (echelon?.defaultJobClass).map { Int16($0) }, seats,
            row.date("berlakuMulai", asOf: day, ahead: 10, required: true), row.text("nomorSk"),
            row.date("tanggalSk", asOf: day), row.text("standar"),
        ]
        return row.isGood ? values : nil
    }

    /// The title with its tier, which some files have in a column of its own.
    private static func title(_ title: String, _ tier: FunctionalTier?) -> String {
        guard let tier, !title.lowercased().hasSuffix(" " + tier.title.lowercased()) else { return title }
        return "\(title) \(tier.title)"
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        let agency = context.agency
        try takeKnownTitles(agency, &tx)
        try CorrectedFacts.keepPosts(stagingTable, agency, &tx, &report)
        try reject(
            """
            select line from (
                select line, row_number() over (partition by unit, title, since order by line) as number
                from staged_establishment
            ) n where number > 1
            """,
            "namaJabatan",
            .postRepeated,
            &tx,
            &report
        )
        try rejectUnits(agency, where: "s.seats > 0", &tx, &report)
        try findPosts(agency, &tx)
        try rejectBelowHolders(agency, &tx, &report)
        try addUnitsAndPosts(agency, &tx)
        try findPosts(agency, &tx)
        // In one statement, so that the database judges the whole: a row may be right only beside the next one.
        let written = try tx.all(
            Formasi.entering(
                """
                select \(agency), s.post_id, s.since, s.seats,
                    case when s.decree_number is null then 'workload' else 'decree' end, s.decree_number, s.decree_date,
                    s.standard, 'import'
                from staged_establishment s
                order by s.line
                """
            ),
            as: Bool.self
        )
        let (added, changed) = (written.count { $0 }, written.count { !$0 })
        let rows = try tx.one("select count(*) from staged_establishment", as: Int.self)
        report.added += added
        report.changed += changed
        report.unchanged += rows - added - changed
    }

    /// Rows that give a post fewer seats than people hold on a day from then on, until the next row. A row that is rejected
    /// makes the one before it last longer.
    private static func rejectBelowHolders(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        while true {
            let rejected = try tx.all(
                """
                with span as (
                    select s.line, s.post_id, s.seats, daterange(s.since, least(
                        lead(s.since) over (partition by s.post_id order by s.since),
                        (
                            select min(f.valid_from) from formasi f
                            where f.agency_id = \(agency) and f.post_id = s.post_id and f.source <> 'holders'
                                and f.valid_from > s.since
                        )
                    )) as days
                    from staged_establishment s where s.post_id is not null
                ), held as (
                    select p.line, max(h.holders) as holders
                    from span p
                    join definitive_holders(\(agency), array(select post_id from span)) h
                        on h.post_id = p.post_id and p.days && h.held
                    group by p.line, p.seats
                    having max(h.holders) > p.seats
                )
                delete from staged_establishment s using held h
                where s.line = h.line
                returning s.line, h.holders
                """,
                as: (Int32, Int64).self
            )
            guard !rejected.isEmpty else { return }
            report.rejected += rejected.count
            for (line, holders) in rejected.sorted(by: { $0.0 < $1.0 }) {
                try report.reject(
                    ImportFinding(line: Int(line), column: "kebutuhan", .seatsHeld, ["held": .number(Int(holders))])
                )
            }
        }
    }

    /// Makes what is not there. A post begins without seats: its first row of formasi gives them.
    private static func addUnitsAndPosts(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            insert into org_unit (agency_id, siasn_id, parent_siasn_id, name)
            select distinct on (unit) \(agency), unit, parent, unit_name
            from staged_establishment order by unit, line
            on conflict (agency_id, siasn_id) do nothing
            """
        )
        try tx.execute(
            """
            insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
            select distinct on (u.org_unit_id, s.title) u.agency_id, u.org_unit_id, s.title, s.position_level, s.echelon,
                s.job_class, 0
            from staged_establishment s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
            -- The file may still have a post where it was before a reorganisation.
            where not exists (
                select from post m
                where m.agency_id = \(agency) and m.post_id = s.post_id and m.org_unit_id <> u.org_unit_id
            )
            order by u.org_unit_id, s.title, s.since desc
            on conflict (agency_id, org_unit_id, title) do update
            set position_level = excluded.position_level, echelon = excluded.echelon,
                job_class = coalesce(excluded.job_class, post.job_class)
            where (post.position_level, post.echelon, post.job_class) is distinct from
                (excluded.position_level, excluded.echelon, coalesce(excluded.job_class, post.job_class))
            """
        )
    }

    /// The posts of the file, and their formasi of the days that the file names.
    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, '', concat_ws(' · ', u.siasn_id, t.title), v.place, v.name, v.value
        from (select unit, title, min(line) as line from staged_establishment group by unit, title) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and lower(t.title) = lower(s.title)
        cross join lateral (values
            (1, 'namaJabatan', t.title),
            (2, 'jenisJabatan', case
                when t.echelon is not null then '1' when t.position_level = 'fungsional' then '2' else '4' end),
            (3, 'eselonId', t.echelon::text), (4, 'kelasJabatan', t.job_class::text)
        ) v (place, name, value)
        union all
        select s.line, '', concat_ws(' · ', u.siasn_id, t.title, to_char(s.since, 'DD-MM-YYYY')), v.place, v.name, v.value
        from (select unit, title, since, min(line) as line from staged_establishment group by unit, title, since) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and lower(t.title) = lower(s.title)
        join formasi f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid_from = s.since
        cross join lateral (values
            (1, 'kebutuhan', f.seats::text), (2, 'nomorSk', f.decree_number),
            (3, 'tanggalSk', to_char(f.decree_date, 'DD-MM-YYYY')), (4, 'standar', f.standard)
        ) v (place, name, value)
        """
    }
}
