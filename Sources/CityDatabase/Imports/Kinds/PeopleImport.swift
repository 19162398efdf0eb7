import Personnel
import Postgres

/// SIASN "Export Data ASN". It reads identity, appointment, rank and education. It does not read NIK, telephone,
/// address, religion and the like: appraisal and transfer do not need them (UU 27/2022 arts. 16, 27 and 28).
enum PeopleImport: StagedImport {
    static let columns: [ImportColumn] =
        identity + [
            .optional("gelar_depan"), .optional("gelar_belakang"), .required("tanggal_lahir"),
            .required("jenis_kelamin"), .required("status_cpns_pns"), .optional("jenis_pegawai_nama"),
        ] + standing + [
            .optional("tmt_kedudukan_hukum"), .required("tmt_cpns"), .optional("gol_akhir_id"),
            .optional("gol_akhir_nama"), .optional("tmt_golongan"), .optional("tingkat_pendidikan_id"),
            .optional("pendidikan_nama"), .optional("tmt_pns"),
        ]
    /// The person that a row is about.
    static let identity: [ImportColumn] = [.required("nip_baru"), .required("nama")]
    /// Whether the person serves: the id and the name of kedudukan hukum.
    static let standing: [ImportColumn] = [.optional("kedudukan_hukum_id"), .optional("kedudukan_hukum_nama")]

    static func identity(_ row: inout ImportRow, asOf day: CivilDate) -> (nip: NIP?, name: String?) {
        (row.nip("nip_baru", asOf: day), row.required("nama"))
    }

    static func standing(_ row: inout ImportRow) -> (code: String?, name: String?) {
        (row.text("kedudukan_hukum_id").map { $0.count == 1 ? "0" + $0 : $0 }, row.text("kedudukan_hukum_nama"))
    }

    static let stagingTable: Identifier = "staged_people"
    static let stagingColumns: [Identifier] = [
        "nip", "name", "front_title", "back_title", "birth_date", "sex", "kind", "appointed_on", "grade_rank_id",
        "grade_since", "contract_class", "education_level_id", "education", "legal_code", "legal_name",
        "standing_since", "confirmed_on",
    ]
    static let staging: SQL =
        """
        create temporary table staged_people (
            line integer, nip text, name text, front_title text, back_title text, birth_date date, sex text, kind text,
            appointed_on date, grade_rank_id smallint, grade_since date, contract_class text,
            education_level_id smallint, education text, legal_code text, legal_name text, standing_since date,
            confirmed_on date, standing text
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let (nip, name) = identity(&row, asOf: day)
        let birth = row.date("tanggal_lahir", asOf: day, required: true)
        let appointed = row.date("tmt_cpns", asOf: day, required: true)
        let sex = row.value("jenis_kelamin", .sex) { Sex(siasn: $0) }
        let status = row.text("jenis_pegawai_nama").flatMap { EmploymentKind(siasn: $0) }
        let kind =
            row.value("status_cpns_pns", .employmentKind) { EmploymentKind(siasn: $0) }
            ?? status
        let (rank, contractClass) = grade(kind, &row)
        let education = row.value(
            "tingkat_pendidikan_id",
            required: false,
            .educationLevel
        ) { EducationLevel(siasn: $0) }
        let legal = standing(&row)
        let values: [any PostgresEncodable] = [
            nip?.text, name, row.text("gelar_depan"), row.text("gelar_belakang"), birth,
            sex.map { $0 == .male ? "male" : "female" }, kind?.code, appointed, rank.map { Int16($0.id) },
            row.date("tmt_golongan", asOf: day), contractClass?.code, education.map { Int16($0.rawValue) },
            row.text("pendidikan_nama"),
            legal.code, legal.name,
            row.date("tmt_kedudukan_hukum", asOf: day), row.date("tmt_pns", asOf: day),
        ]
        if let nip { compare(nip, birth, appointed, sex, kind, &row) }
        if let birth, let appointed, appointed <= birth {
            row.reject("tmt_cpns", .dateBeforeBirth)
        }
        return row.isGood ? values : nil
    }

    /// A PNS or CPNS has a rank, told by its id, else by its code; a PPPK has a class, told by name.
    private static func grade(_ kind: EmploymentKind?, _ row: inout ImportRow) -> (GradeRank?, ContractClass?) {
        if kind == .contract {
            return (
                nil, row.value("gol_akhir_nama", required: false, .contractClass) { ContractClass(siasn: $0) }
            )
        }
        let rank = row.value("gol_akhir_id", required: false, .gradeRank) { text in
            Int(text).flatMap { GradeRank(id: $0) }
        }
        guard rank == nil, row.text("gol_akhir_id") == nil else { return (rank, nil) }
        return (row.value("gol_akhir_nama", required: false, .gradeRankCode) { GradeRank(code: $0) }, nil)
    }

    /// A NIP repeats facts that the row states.
    private static func compare(
        _ nip: NIP,
        _ birth: CivilDate?,
        _ appointed: CivilDate?,
        _ sex: Sex?,
        _ kind: EmploymentKind?,
        _ row: inout ImportRow
    ) {
        for denied in nip.disagreements(birthDate: birth, sex: sex, appointedOn: appointed, kind: kind) {
            switch denied {
            case .birthDate: row.reject("tanggal_lahir", .nipBirthDateDiffers)
            case .sex: row.reject("jenis_kelamin", .nipSexDiffers)
            case .appointment: row.reject("tmt_cpns", .nipAppointment)
            case .kindPermanent: row.reject("status_cpns_pns", .nipKindPermanent)
            case .kindContract: row.reject("status_cpns_pns", .nipKindContract)
            }
        }
        for warning in nip.warnings() { row.warn("nip_baru", ImportProblem(warning)) }
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        let agency = context.agency
        try CorrectedFacts.keepPeople(agency, &tx, &report)
        try rejectRepeated("nip_baru", &tx, &report)
        // One import of people at a time, until it commits: otherwise two agencies could take the same person at once.
        try tx.execute("select lock_people()")
        try await rejectEmployedElsewhere(context, &tx, &report)
        try StandingChanges.find(context, &tx, &report)
        // When an appointment is corrected to an earlier day, the employment begins earlier too, unless it began with a
        // move.
        try tx.execute(
            """
            update employment e
            set valid = daterange(s.appointed_on, null)
            from staged_people s
            join person p on p.agency_id = \(agency) and p.nip = s.nip
            where e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
                and lower(e.valid) = p.appointed_on and s.appointed_on < p.appointed_on
            """
        )
        let (changed, known) = try tx.one(
            """
            with updated as (
                update person p
                set name = s.name, front_title = s.front_title, back_title = s.back_title,
                    birth_date = s.birth_date, sex = s.sex, kind = s.kind, appointed_on = s.appointed_on,
                    grade_rank_id = s.grade_rank_id, grade_since = s.grade_since,
                    contract_class = s.contract_class, education_level_id = s.education_level_id,
                    education = s.education, legal_status = coalesce(s.standing, p.legal_status),
                    confirmed_on = coalesce(s.confirmed_on, p.confirmed_on), changed_at = now()
                from staged_people s
                where p.agency_id = \(agency) and p.nip = s.nip
                    and (p.name, p.front_title, p.back_title, p.birth_date, p.sex, p.kind, p.appointed_on,
                        p.grade_rank_id, p.grade_since, p.contract_class, p.education_level_id, p.education,
                        p.legal_status, p.confirmed_on)
                    is distinct from (s.name, s.front_title, s.back_title, s.birth_date, s.sex, s.kind, s.appointed_on,
                        s.grade_rank_id, s.grade_since, s.contract_class, s.education_level_id, s.education,
                        coalesce(s.standing, p.legal_status), coalesce(s.confirmed_on, p.confirmed_on))
                returning 1
            )
            select (select count(*) from updated),
                (select count(*) from staged_people s join person p on p.agency_id = \(agency) and p.nip = s.nip)
            """,
            as: (Int, Int).self
        )
        report.changed = changed
        report.unchanged = known - changed
        report.added = try tx.execute(
            """
            insert into person (agency_id, nip, name, front_title, back_title, birth_date, sex, kind, appointed_on,
                grade_rank_id, grade_since, contract_class, education_level_id, education, legal_status, confirmed_on)
            select \(agency), s.nip, s.name, s.front_title, s.back_title, s.birth_date, s.sex, s.kind, s.appointed_on,
                s.grade_rank_id, s.grade_since, s.contract_class, s.education_level_id, s.education, coalesce(s.standing, 'Aktif'),
                s.confirmed_on
            from staged_people s
            where not exists (select from person p where p.agency_id = \(agency) and p.nip = s.nip)
            order by s.line
            """
        )
        // The export does not say since when a person serves this agency; the appointment is the earliest possible day.
        // People who left have an employment, and come back by an event of service.
        try tx.execute(
            """
            insert into employment (agency_id, person_id, valid)
            select p.agency_id, p.person_id, daterange(p.appointed_on, null)
            from staged_people s
            join person p on p.agency_id = \(agency) and p.nip = s.nip
            where (
                select e.employment_id from employment e
                where e.agency_id = p.agency_id and e.person_id = p.person_id
                limit 1
            ) is null
            order by s.line
            """
        )
        try StandingChanges.record(context, &tx)
    }

    /// A NIP that another agency employs needs a transfer, not an import. Only the personnel agency may see that, so it
    /// asks, in a transaction of its own.
    private static func rejectEmployedElsewhere(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) async throws {
        let staged = try tx.all("select nip from staged_people", as: String.self)
        let elsewhere = try await context.city.transaction(as: .personnel) { personnel in
            try personnel.all(
                "select nip from person where nip = any (\(staged)) and agency_id <> \(context.agency)",
                as: String.self
            )
        }
        guard !elsewhere.isEmpty else { return }
        try reject(
            "select line from staged_people where nip = any (\(elsewhere))",
            "nip_baru",
            .employedElsewhere,
            &tx,
            &report
        )
    }
}
