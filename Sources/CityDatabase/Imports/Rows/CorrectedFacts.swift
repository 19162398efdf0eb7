import Personnel
import Postgres

/// Facts that were put right here stay right while a file still brings the former value: each is a warning, so that the
/// register from which the file comes is put right as well.
enum CorrectedFacts {
    private static let peopleColumns = [
        "nip": "nip_baru", "name": "nama", "front_title": "gelar_depan", "back_title": "gelar_belakang",
        "birth_date": "tanggal_lahir", "sex": "jenis_kelamin", "appointed_on": "tmt_cpns", "confirmed_on": "tmt_pns",
        "grade_rank_id": "gol_akhir_id", "grade_since": "tmt_golongan", "contract_class": "gol_akhir_nama",
        "education_level_id": "tingkat_pendidikan_id", "education": "pendidikan_nama",
    ]
    private static let postColumns = [
        "title": "namaJabatan", "position_level": "jenisJabatan", "echelon": "eselonId", "job_class": "eselonId",
        "since": "tmtJabatan", "decree_number": "nomorSk", "decree_date": "tanggalSk",
    ]

    /// Staged people keep their corrected number and facts.
    static func keepPeople(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try warn(
            peopleColumns,
            """
            update staged_people s set nip = p.nip
            from correction c
            join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            where c.agency_id = \(agency) and c.fact = 'person' and c.before ->> 'nip' = s.nip
                and not exists (select from person o where o.agency_id = c.agency_id and o.nip = s.nip)
            returning s.line, array['nip']
            """,
            &tx,
            &report
        )
        // A rank from a later day than the recorded one is a promotion.
        try warn(
            peopleColumns,
            """
            with kept as (
                select s.line, jsonb_object_agg(b.key, to_jsonb(p) -> b.key) as fields
                from staged_people s
                join person p on p.agency_id = \(agency) and p.nip = s.nip
                join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
                join correction c on c.agency_id = e.agency_id and c.employment_id = e.employment_id
                    and c.fact = 'person'
                cross join lateral jsonb_each_text(c.before) b
                where b.key <> 'nip' and to_jsonb(s) ->> b.key is not distinct from b.value
                    and to_jsonb(p) ->> b.key is distinct from b.value
                    and not (b.key = 'grade_rank_id' and coalesce(s.grade_since > p.grade_since, false))
                group by s.line
            )
            update staged_people s
            set (name, front_title, back_title, birth_date, sex, appointed_on, confirmed_on, grade_rank_id, grade_since,
                contract_class, education_level_id, education) = (
                    select r.name, r.front_title, r.back_title, r.birth_date, r.sex, r.appointed_on, r.confirmed_on,
                        r.grade_rank_id, r.grade_since, r.contract_class, r.education_level_id, r.education
                    from jsonb_populate_record(s, k.fields) r
                )
            from kept k
            where k.line = s.line
            returning s.line, array(select jsonb_object_keys(k.fields))
            """,
            &tx,
            &report
        )
    }

    /// Staged posts keep their corrected titles.
    static func keepTitles(
        _ table: Identifier,
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try warn(
            postColumns,
            """
            update \(identifier: table) s set title = t.title
            from correction c
            join post t on t.agency_id = c.agency_id and t.post_id = c.fact_id
            join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            where c.agency_id = \(agency) and c.fact = 'post' and u.siasn_id = s.unit
                and lower(c.before ->> 'title') = lower(s.title) and t.title <> s.title
                and not exists (
                    select from post o
                    where o.agency_id = t.agency_id and o.org_unit_id = t.org_unit_id and lower(o.title) = lower(s.title)
                )
            returning s.line, array['title']
            """,
            &tx,
            &report
        )
    }

    /// Staged posts keep their corrected titles, levels and classes.
    static func keepPosts(
        _ table: Identifier,
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try keepTitles(table, agency, &tx, &report)
        try warn(
            postColumns,
            """
            with kept as (
                select s.line, jsonb_object_agg(b.key, to_jsonb(t) -> b.key) as fields
                from \(identifier: table) s
                join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
                join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and t.title = s.title
                join correction c on c.agency_id = t.agency_id and c.fact = 'post' and c.fact_id = t.post_id
                cross join lateral jsonb_each_text(c.before) b
                where b.key in ('position_level', 'echelon', 'job_class')
                    and to_jsonb(s) ->> b.key is not distinct from b.value
                    and to_jsonb(t) ->> b.key is distinct from b.value
                group by s.line
            )
            update \(identifier: table) s
            set (position_level, echelon, job_class) = (
                select r.position_level, r.echelon, r.job_class from jsonb_populate_record(s, k.fields) r
            )
            from kept k
            where k.line = s.line
            returning s.line, array(select jsonb_object_keys(k.fields))
            """,
            &tx,
            &report
        )
    }

    /// Staged assignments keep their corrected days and decrees.
    static func keepAssignments(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try warn(
            postColumns,
            """
            with kept as (
                select s.line, jsonb_object_agg(b.key, f.fact -> b.key) as fields
                from staged_posts s
                join person p on p.agency_id = \(agency) and p.nip = s.nip
                join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
                join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id and a.kind = s.kind
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id and t.title = s.title
                join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id and u.siasn_id = s.unit
                -- A merger of units or agencies, or a move, began another assignment.
                join correction c on c.agency_id = a.agency_id and c.employment_id = a.employment_id
                    and c.fact = 'assignment'
                cross join lateral jsonb_build_object(
                    'since', coalesce(a.held_since, lower(a.valid)), 'decree_number', a.decree_number, 'decree_date', a.decree_date
                ) f (fact)
                cross join lateral jsonb_each_text(c.before) b
                where b.key in ('since', 'decree_number', 'decree_date')
                    -- The row is this assignment by its first day, corrected or not.
                    and (
                        s.since = coalesce(a.held_since, lower(a.valid))
                        or c.before ->> 'since' = s.since::text
                            and c.after ->> 'since' = coalesce(a.held_since, lower(a.valid))::text
                    )
                    and to_jsonb(s) ->> b.key is not distinct from b.value
                    and f.fact ->> b.key is distinct from b.value
                group by s.line
            )
            update staged_posts s
            set (since, decree_number, decree_date) = (
                select r.since, r.decree_number, r.decree_date from jsonb_populate_record(s, k.fields) r
            )
            from kept k
            where k.line = s.line
            returning s.line, array(select jsonb_object_keys(k.fields))
            """,
            &tx,
            &report
        )
    }

    /// Runs a statement that returns a line and the fields that it kept.
    private static func warn(
        _ columns: [String: String],
        _ keeping: SQL,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        for (line, fields) in try tx.all(keeping, as: (Int32, [String]).self).sorted(by: { $0.0 < $1.0 }) {
            for column in Set(fields.compactMap { columns[$0] }).sorted() {
                try report.warn(ImportFinding(line: Int(line), column: column, .corrected))
            }
        }
    }
}
