import CSV
public import Personnel
import Postgres
import Texts

/// Kinds of export, each in the columns of its import. Raw values are the words of the command line.
public enum ExportKind: String, Sendable, CaseIterable {
    /// SIASN "Export Data ASN", those columns that the city keeps.
    case people
    /// SIASN `ref_unor`: the tree of units.
    case units
    /// SIASN `rw_jabatan`.
    case posts
    /// The establishment (peta jabatan): entered seats, those of the day and those to come.
    case establishment
    /// SIASN `rw_kinerjaperiodik` of a quarter, `rw_skp22` of a year: the ratings that count.
    case ratings
    /// SIASN `rw_penghargaan`.
    case awards
    /// Duties in teams.
    case duties
    /// SIASN `rw_diklat` and `rw_kursus`.
    case training
    /// SIASN `rw_hukdis`.
    case discipline
    /// SIASN `rw_cltn`.
    case leave
    /// SIASN `rw_pemberhentian`: who left, or is to leave.
    case departures
    /// Results of competency assessments.
    case competencies
    /// What posts ask of competencies, with what they asked before.
    case standards
    /// SIMATA: both axes, the box, and every component.
    case talent

    /// Whether it belongs to a cycle.
    public var needsCycle: Bool { self == .ratings || self == .talent }
}

/// Exports one agency's data as CSV in the shapes of SIASN and SIMATA. The reading is recorded in the audit trail.
public struct Exporter: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Writes header and rows, each line with "\n" at its end; returns the number of rows. A spreadsheet reads no cell
    /// as a formula.
    ///
    /// - Parameters:
    ///   - day: exports the people who serve on it, in the posts they hold on it.
    ///   - cycle: exports its ratings or placements; nil for kinds without a cycle.
    ///   - write: called for each line, in order.
    public func export(
        _ kind: ExportKind,
        of agency: Agency,
        on day: CivilDate,
        cycle: Cycle?,
        to write: @Sendable (String) throws -> Void
    ) async throws -> Int {
        if kind.needsCycle, cycle == nil { throw CityError(.exportCycleNeeded, ["kind": .text(kind.rawValue)]) }
        // A closed agency sees nothing as itself; its history stays readable.
        let principal = Reach.agency(agency).principal
        return try await city.namingBadData(as: principal) {
            try await city.transaction(as: principal, options: .reading) { tx in
                try ReadEvent.record("export \(kind.rawValue)", ["all of the file"], in: .agency(agency), &tx)
                let shape = Self.shape(kind, agency.id, day, cycle)
                try write(CSVWriter.line(shape.columns) + "\n")
                var count = 0
                try tx.stream(shape.query, as: [String?].self) { fields in
                    try write(CSVWriter.line(fields.map { SpreadsheetText.cell($0 ?? "") }) + "\n")
                    count += 1
                }
                return count
            }
        }
    }

    struct Shape {
        let columns: [String]
        /// Selects one column: the fields as an array of texts.
        let query: SQL
    }

    private static func shape(_ kind: ExportKind, _ agency: AgencyID, _ day: CivilDate, _ cycle: Cycle?) -> Shape {
        switch kind {
        case .people: people(agency, day)
        case .units: units(agency, day)
        case .posts: posts(agency, day)
        case .establishment: establishment(agency, day)
        case .ratings: ratings(agency, cycle)
        case .talent: talent(agency, cycle)
        case .awards:
            evidence(
                agency,
                day,
                ["nip", "hargaNama", "tingkat", "skNomor", "skTanggal", "tahun"],
                """
                e.title, case e.level when 'international' then 'Internasional' when 'national' then 'Nasional'
                    when 'cross_agency' then 'Lintas Instansi' else 'Instansi' end,
                e.document_number, to_char(e.occurred_on, 'DD-MM-YYYY'), to_char(e.occurred_on, 'YYYY')
                """,
                ["award"]
            )
        case .duties:
            evidence(
                agency,
                day,
                ["nip", "namaTim", "peran", "lingkup", "skNomor", "skTanggal", "mulai", "selesai"],
                """
                e.title, case when e.level like 'chair%' then 'Ketua' else 'Anggota' end,
                case when e.level like '%cross_agency' then 'Lintas Instansi' else 'Internal' end,
                e.document_number, to_char(e.document_date, 'DD-MM-YYYY'), to_char(e.occurred_on, 'DD-MM-YYYY'),
                to_char(e.ended_on, 'DD-MM-YYYY')
                """,
                ["team_duty"]
            )
        case .training:
            evidence(
                agency,
                day,
                ["nip", "jenisDiklat", "namaDiklat", "nomorSertipikat", "tanggalSelesai"],
                "initcap(e.level), e.title, e.document_number, to_char(e.occurred_on, 'DD-MM-YYYY')",
                ["certificate", "leadership"]
            )
        case .discipline:
            evidence(
                agency,
                day,
                [
                    "nip", "jenisTingkatHukumanId", "jenisHukuman", "skNomor", "skTanggal", "hukumanTanggal",
                    "akhirHukumTanggal",
                ],
                """
                case e.level when 'light' then 'R' when 'medium' then 'S' else 'B' end, e.title, e.document_number,
                to_char(e.document_date, 'DD-MM-YYYY'), to_char(e.occurred_on, 'DD-MM-YYYY'),
                to_char(e.ended_on, 'DD-MM-YYYY')
                """,
                ["discipline"]
            )
        case .leave:
            evidence(
                agency,
                day,
                ["nip", "skNomor", "skTanggal", "tanggalAwal", "tanggalAkhir", "tanggalAktif"],
                """
                e.document_number, to_char(e.document_date, 'DD-MM-YYYY'), to_char(e.occurred_on, 'DD-MM-YYYY'),
                to_char(e.ended_on, 'DD-MM-YYYY'), (
                    select to_char(min(x.valid_from), 'DD-MM-YYYY') from counted_event x
                    where x.agency_id = e.agency_id and x.employment_id = e.employment_id and x.kind = 'leave_end'
                        and x.valid_from > e.occurred_on
                        -- The end of a later leave is not this one's.
                        and not exists (
                            select from evidence n
                            where n.agency_id = e.agency_id and n.employment_id = e.employment_id and n.kind = e.kind
                                and n.withdrawn_at is null and n.occurred_on > e.occurred_on and n.occurred_on < x.valid_from
                        )
                )
                """,
                ["unpaid_leave"]
            )
        case .competencies:
            evidence(
                agency,
                day,
                ["nip", "kompetensi", "jenis", "level", "tanggalAsesmen", "berlakuSampai", "nomorDokumen"],
                """
                \(fragment: competency("e.title")), e.level, to_char(e.occurred_on, 'DD-MM-YYYY'),
                to_char(e.ended_on, 'DD-MM-YYYY'), e.document_number
                """,
                ["competency_level"]
            )
        case .standards: standards(agency)
        case .departures: departures(agency)
        }
    }

    /// The title and the kind of a competency by its code.
    private static func competency(_ code: SQL) -> SQL {
        let nine = Competency.allCases
        let kinds = nine.map { $0.kind == .managerial ? "Manajerial" : "Sosial Kultural" }
        return """
            coalesce((\(nine.map(\.title))::text[])[array_position(\(nine.map(\.code))::text[], \(fragment: code))], \(fragment: code)),
            coalesce((\(kinds)::text[])[array_position(\(nine.map(\.code))::text[], \(fragment: code))], 'Teknis')
            """
    }

    private static func standards(_ agency: AgencyID) -> Shape {
        Shape(
            columns: [
                "unorId", "namaJabatan", "kompetensi", "jenis", "level", "berlakuMulai", "berlakuSampai",
                "nomorDokumen",
            ],
            query: """
                select array[
                    u.siasn_id, t.title, \(fragment: competency("c.competency")), c.level::text,
                    to_char(c.valid_from, 'DD-MM-YYYY'), to_char(c.valid_to, 'DD-MM-YYYY'), c.document_number
                ]
                from competency_standard c
                join post t on t.agency_id = c.agency_id and t.post_id = c.post_id
                join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
                where c.agency_id = \(agency)
                order by u.siasn_id, t.title, c.competency, c.valid_from
                """
        )
    }

    private static func departures(_ agency: AgencyID) -> Shape {
        Shape(
            columns: ["nipBaru", "kedudukanHukumPns", "skNomor", "skTanggal", "tmtPensiun"],
            query: """
                select array[
                    p.nip, x.legal_standing, x.document_number, to_char(x.document_date, 'DD-MM-YYYY'),
                    to_char(x.valid_from, 'DD-MM-YYYY')
                ]
                from counted_event x
                join legal_standing l on l.legal_standing = x.legal_standing and l.ends_employment
                join employment e on e.agency_id = x.agency_id and e.employment_id = x.employment_id
                join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where x.agency_id = \(agency)
                order by p.nip, x.valid_from, x.service_event_id
                """
        )
    }

    private static func people(_ agency: AgencyID, _ day: CivilDate) -> Shape {
        Shape(
            columns: [
                "nip_baru", "nama", "gelar_depan", "gelar_belakang", "tanggal_lahir", "jenis_kelamin",
                "jenis_pegawai_nama", "kedudukan_hukum_nama", "status_cpns_pns", "tmt_cpns", "tmt_pns", "gol_akhir_id",
                "gol_akhir_nama", "tmt_golongan", "tingkat_pendidikan_id", "pendidikan_nama",
            ],
            query: """
                select array[
                    p.nip, p.name, p.front_title, p.back_title, to_char(p.birth_date, 'DD-MM-YYYY'),
                    case p.sex when 'male' then 'M' else 'F' end,
                    case p.kind when 'contract' then 'PPPK' else 'PNS' end, p.legal_status,
                    case p.kind when 'contract' then 'PPPK' when 'probationary' then 'C' else 'P' end,
                    to_char(p.appointed_on, 'DD-MM-YYYY'), to_char(p.confirmed_on, 'DD-MM-YYYY'),
                    p.grade_rank_id::text, coalesce(g.code, p.contract_class), to_char(p.grade_since, 'DD-MM-YYYY'),
                    lpad(p.education_level_id::text, 2, '0'), p.education
                ]
                from employment e
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                left join grade_rank g on g.grade_rank_id = p.grade_rank_id
                where e.agency_id = \(agency) and e.valid @> \(day)
                order by p.nip
                """
        )
    }

    private static func ratings(_ agency: AgencyID, _ cycle: Cycle?) -> Shape {
        let (year, period): (Int, String) =
            switch cycle?.code.kind {
            case .quarter(let number): (cycle?.code.year ?? 0, "Triwulan \(["I", "II", "III", "IV"][number - 1])")
            default: (cycle?.code.year ?? 0, "Tahunan")
            }
        return Shape(
            columns: [
                "tahun", "periodikId", "periodikNama", "nip", "hasilKinerja", "hasilKinerjaNilai", "perilakuKerja",
                "perilakuKerjaNilai", "kuadranKinerja", "kuadranKinerjaNilai", "penilaiNipNrp",
            ],
            query: """
                select array[
                    \(String(year)), case when \(period) = 'Tahunan' then null else '2' end, \(period), p.nip,
                    x.title[c.work_result], c.work_result::text, x.title[c.work_behaviour], c.work_behaviour::text,
                    y.title[s.rating], s.rating::text, v.rater_nip
                ]
                from appraisal_closing c
                join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                left join rating_event v on v.agency_id = c.agency_id and v.rating_event_id = c.rating_event_id
                left join appraisal_score s on s.agency_id = c.agency_id and s.cycle_id = c.cycle_id
                    and s.employment_id = c.employment_id and not s.superseded
                cross join (
                    select array['Di Atas Ekspektasi', 'Sesuai Ekspektasi', 'Di Bawah Ekspektasi'] as title
                ) x
                cross join (
                    select array['Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang'] as title
                ) y
                where c.agency_id = \(agency) and c.cycle_id = \(cycle?.id) and not c.superseded
                    and c.work_result is not null
                order by p.nip
                """
        )
    }

    private static func talent(_ agency: AgencyID, _ cycle: Cycle?) -> Shape {
        let components = [TalentAxis.potential, .performance].flatMap(\.components)
        return Shape(
            columns: ["NIP", "Nama", "Unit Organisasi", "Jabatan", "Nilai X", "Nilai Y", "Box"]
                + components.map(\.simataColumn) + ["Tanggal Asesmen"],
            query: """
                select array[
                    p.nip, concat_ws(', ', concat_ws(' ', p.front_title, p.name), p.back_title), \(fragment: UnitsOnDay.name), s.title,
                    t.potential_score::text, t.performance_score::text, t.box::text, t.competency::text,
                    t.development::text, t.experience::text, t.potential::text, t.education::text,
                    t.field_match::text, t.discipline::text, t.rating::text, t.award::text, t.team_duty::text,
                    t.feedback::text, to_char(t.placed_as_of, 'DD-MM-YYYY')
                ]
                from talent_placement t
                join appraisal o on o.agency_id = t.agency_id and o.cycle_id = t.cycle_id
                    and o.employment_id = t.employment_id
                join post s on s.agency_id = o.agency_id and s.post_id = o.post_id
                \(fragment: UnitsOnDay.joins(of: "s", on: "coalesce(t.placed_as_of, \(cycle?.code.last)::date)"))
                join employment e on e.agency_id = t.agency_id and e.employment_id = t.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where t.agency_id = \(agency) and t.cycle_id = \(cycle?.id) and not t.superseded
                order by p.nip
                """
        )
    }

    /// Of people who serve on the day: the other rows could not be imported again.
    private static func evidence(
        _ agency: AgencyID,
        _ day: CivilDate,
        _ columns: [String],
        _ fields: SQL,
        _ kinds: [String]
    ) -> Shape {
        Shape(
            columns: columns,
            query: """
                select array[p.nip, \(fragment: fields)]
                from evidence e
                -- Look-ups by index: what an import has just filled has no statistics yet.
                cross join lateral (
                    select m.person_id from employment m
                    where m.agency_id = e.agency_id and m.employment_id = e.employment_id and m.valid @> \(day)
                    limit 1
                ) m
                cross join lateral (
                    select p.nip from known_person p where p.agency_id = e.agency_id and p.person_id = m.person_id limit 1
                ) p
                where e.agency_id = \(agency) and e.kind = any (\(kinds)) and e.score is null and e.withdrawn_at is null
                order by p.nip, e.occurred_on, e.evidence_id
                """
        )
    }
}
