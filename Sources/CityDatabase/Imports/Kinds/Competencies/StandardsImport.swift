import Personnel
import Postgres

/// What posts ask (standar kompetensi jabatan): one row for each post and competency, from a day on.
enum StandardsImport: StagedImport {
    static let columns: [ImportColumn] = [
        .required("unorId"), .required("namaJabatan"), .required("kompetensi"), .optional("jenis"), .required("level"),
        .required("berlakuMulai"), .optional("berlakuSampai"), .optional("nomorDokumen"),
    ]

    static let stagingTable: Identifier = "staged_standards"
    static let stagingColumns: [Identifier] = [
        "unit", "title", "competency", "level", "valid_from", "valid_to", "document_number",
    ]
    static let staging: SQL =
        """
        create temporary table staged_standards (
            line integer, unit text, title text, competency text, level smallint, valid_from date, valid_to date,
            document_number text, post_id bigint
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let unit = row.required("unorId")
        let title = row.required("namaJabatan")
        let name = row.competency()
        let level = row.competencyLevel()
        let first = row.date("berlakuMulai", asOf: day, required: true)
        let last = row.date("berlakuSampai", asOf: day, ahead: 10)
        if let first, let last, last < first { row.reject("berlakuSampai", .datesReversed) }
        let values: [any PostgresEncodable] = [
            unit, title, name?.code, level.map { Int16($0.rawValue) }, first, last, row.text("nomorDokumen"),
        ]
        return row.isGood ? values : nil
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try takeKnownTitles(context.agency, &tx)
        try CorrectedFacts.keepTitles(stagingTable, context.agency, &tx, &report)
        try findPosts(context.agency, &tx)
        try reject(
            "select line from staged_standards where post_id is null",
            "namaJabatan",
            .unknownPost,
            &tx,
            &report
        )
        try reject(
            """
            select line from (
                select line, row_number() over (partition by post_id, competency, valid_from order by line) as number
                from staged_standards
            ) n where number > 1
            """,
            "kompetensi",
            .repeatedRecord,
            &tx,
            &report
        )
        let changed = try tx.execute(
            """
            update competency_standard c
            set level = s.level, valid_to = s.valid_to, document_number = s.document_number
            from staged_standards s
            where c.agency_id = \(context.agency) and c.post_id = s.post_id and c.competency = s.competency
                and c.valid_from = s.valid_from
                and (c.level, c.valid_to, c.document_number) is distinct from (s.level, s.valid_to, s.document_number)
            """
        )
        report.added = try tx.execute(
            """
            insert into competency_standard (
                agency_id, post_id, competency, valid_from, valid_to, level, document_number
            )
            select \(context.agency), post_id, competency, valid_from, valid_to, level, document_number
            from staged_standards order by line
            on conflict (agency_id, post_id, competency, valid_from) do nothing
            """
        )
        report.changed = changed
        report.unchanged = try tx.one("select count(*) from staged_standards", as: Int.self) - changed - report.added
    }

    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, '', concat_ws(' · ', s.unit, s.title, s.competency, to_char(s.valid_from, 'DD-MM-YYYY')), v.place,
            v.name, v.value
        from (
            select unit, title, competency, valid_from, min(line) as line
            from staged_standards group by unit, title, competency, valid_from
        ) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and t.title = s.title
        join competency_standard c on c.agency_id = t.agency_id and c.post_id = t.post_id
            and c.competency = s.competency and c.valid_from = s.valid_from
        cross join lateral (
            values (1, 'level', c.level::text), (2, 'berlakuSampai', to_char(c.valid_to, 'DD-MM-YYYY')),
                (3, 'nomorDokumen', c.document_number)
        ) v (place, name, value)
        """
    }
}
