import Personnel
import Postgres

/// SIASN `rw_kinerjaperiodik` (a quarter) or `rw_skp22` (a year): ratings by raters.
enum RatingsImport: StagedImport {
    static let columns: [ImportColumn] = [
        .required("tahun"), .optional("periodikNama"), .required("nip"), .optional("hasilKinerja"),
        .required("hasilKinerjaNilai"), .optional("perilakuKerja"), .required("perilakuKerjaNilai"),
        .optional("kuadranKinerjaNilai"), .optional("penilaiNipNrp"),
    ]

    static let stagingTable: Identifier = "staged_ratings"
    static let stagingColumns: [Identifier] = ["cycle", "nip", "work_result", "work_behaviour", "rater_nip"]
    static let staging: SQL =
        """
        create temporary table staged_ratings (
            line integer, cycle text, nip text, work_result smallint, work_behaviour smallint, rater_nip text,
            cycle_id integer, employment_id bigint
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let year = row.value("tahun", .numberShapeYear) { Int($0) }
        let period = row.text("periodikNama")
        let nip = row.nip("nip", asOf: day)
        let result = expectation("hasilKinerjaNilai", "hasilKinerja", &row)
        let behaviour = expectation("perilakuKerjaNilai", "perilakuKerja", &row)
        let rater = row.nip("penilaiNipNrp", asOf: day, required: false)
        if let rater, rater == nip {
            row.reject("penilaiNipNrp", .ownRating)
        }
        let cycle = year.flatMap { CycleCode(siasnYear: $0, periodName: period) }
        if year != nil, cycle == nil {
            row.reject("periodikNama", .period)
        }
        if let result, let behaviour, let quadrant = row.text("kuadranKinerjaNilai"),
            quadrant != String(RatingMatrix.national.rating(result: result, behaviour: behaviour).rawValue)
        {
            row.warn(
                "kuadranKinerjaNilai",
                .quadrantDiffers
            )
        }
        let values: [any PostgresEncodable] = [
            cycle?.description, nip?.text, result.map { Int16($0.rawValue) }, behaviour.map { Int16($0.rawValue) },
            rater?.text,
        ]
        return row.isGood ? values : nil
    }

    /// The number, or the words beside it when the number's cell is empty.
    private static func expectation(_ column: String, _ words: String, _ row: inout ImportRow) -> Expectation? {
        let isEmpty = row.text(column) == nil && row.text(words) != nil
        return row.value(isEmpty ? words : column, .expectation) {
            Expectation(siasn: $0)
        }
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        let agency = context.agency
        try tx.execute("update staged_ratings s set cycle_id = c.cycle_id from cycle c where c.code = s.cycle")
        try reject(
            "select line from staged_ratings where cycle_id is null",
            "periodikNama",
            .unknownCycle,
            &tx,
            &report
        )
        try rejectUnknownAndRepeated("nip", within: "cycle", context, &tx, &report)
        // Before anything is compared: two imports at once, or an import and the close, take turns.
        let cycles = try tx.all(
            "select distinct cycle_id from staged_ratings where cycle_id is not null order by cycle_id",
            as: Int32.self
        )
        for cycle in cycles { try tx.execute("select lock_ratings(\(agency), \(cycle), 'alone')") }
        // Importing known ratings again changes nothing, also after the close.
        try reject(
            """
            select line from staged_ratings s
            left join lateral (\(fragment: newest(agency))) r on true
            where (r.work_result, r.work_behaviour, r.rater_nip)
                    is distinct from (s.work_result, s.work_behaviour, s.rater_nip)
                and exists (
                    select from appraisal_closing c where c.agency_id = \(agency) and c.cycle_id = s.cycle_id
                )
            """,
            "periodikNama",
            .cycleClosed,
            &tx,
            &report
        )
        let (known, same) = try tx.one(
            """
            select count(r.rating_event_id), count(*) filter (
                where (r.work_result, r.work_behaviour, r.rater_nip)
                    is not distinct from (s.work_result, s.work_behaviour, s.rater_nip)
            )
            from staged_ratings s
            left join lateral (\(fragment: newest(agency))) r on true
            """,
            as: (Int, Int).self
        )
        let inserted = try tx.execute(
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, source)
            select \(agency), s.cycle_id, s.employment_id, s.work_result, s.work_behaviour, s.rater_nip, 'import'
            from staged_ratings s
            left join lateral (\(fragment: newest(agency))) r on true
            where (r.work_result, r.work_behaviour, r.rater_nip)
                is distinct from (s.work_result, s.work_behaviour, s.rater_nip)
            order by s.line
            """
        )
        report.unchanged = same
        report.changed = known - same
        report.added = inserted - report.changed
    }

    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, s.nip, s.cycle, v.place, v.name, v.value
        from staged_ratings s
        join cycle c on c.code = s.cycle
        join person p on p.agency_id = \(agency) and p.nip = s.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        cross join lateral (
            select work_result, work_behaviour, rater_nip
            from rating_event r
            where r.agency_id = e.agency_id and r.cycle_id = c.cycle_id and r.employment_id = e.employment_id
            order by rating_event_id desc limit 1
        ) r
        cross join lateral (values
            (1, 'hasilKinerjaNilai', r.work_result::text), (2, 'perilakuKerjaNilai', r.work_behaviour::text),
            (3, 'penilaiNipNrp', r.rater_nip)
        ) v (place, name, value)
        """
    }

    private static func newest(_ agency: AgencyID) -> SQL {
        """
        select rating_event_id, work_result, work_behaviour, rater_nip
        from rating_event e
        where e.agency_id = \(agency) and e.cycle_id = s.cycle_id and e.employment_id = s.employment_id
        order by rating_event_id desc limit 1
        """
    }
}
