import CityDatabase
import Foundation
import TestSupport
import Testing

/// No check constraint of a table that imports fill is met by a row: the import refuses the row first, with its reason.
@Suite("Check constraints and imports")
struct ImportConstraintTests {
    /// What would break a constraint: an import's kind, column and cell, and the code by which the row is refused.
    private struct Spoilt {
        let kind: ImportKind
        let column: String
        let cell: String
        let code: String

        init(_ kind: ImportKind, _ column: String, _ cell: String, _ code: String) {
            (self.kind, self.column, self.cell, self.code) = (kind, column, cell, code)
        }
    }

    private static let refused: [String: [Spoilt]] = [
        "person_appointed_check": [Spoilt(.people, "tmt_cpns", "01-03-1970", "date_before_birth")],
        "person_appointed_on_bounds_check": [
            Spoilt(.people, "tmt_cpns", "01-03-1805", "date_before_birth"),
            Spoilt(.people, "tmt_cpns", "01-03-2205", "date_too_late"),
        ],
        "person_birth_date_bounds_check": [
            Spoilt(.people, "tanggal_lahir", "01-01-1880", "date_before_birth"),
            Spoilt(.people, "tanggal_lahir", "01-01-2280", "date_too_late"),
        ],
        "person_confirmed_on_bounds_check": [Spoilt(.people, "tmt_pns", "01-03-2206", "date_too_late")],
        "person_grade_since_bounds_check": [Spoilt(.people, "tmt_golongan", "01-04-2220", "date_too_late")],
        "person_kind_check": [Spoilt(.people, "status_cpns_pns", "Honorer", "employment_kind")],
        "person_nip_check": [Spoilt(.people, "nip_baru", "1980", "nip_shape")],
        "person_sex_check": [Spoilt(.people, "jenis_kelamin", "X", "sex")],
        "person_text_check": [
            "nama", "gelar_depan", "gelar_belakang", "pendidikan_nama", "kedudukan_hukum_nama",
        ]
        .map { Spoilt(.people, $0, "a\u{1B}b", "control_character") },
        "employment_valid_bounds_check": [Spoilt(.people, "tmt_cpns", "01-03-2205", "date_too_late")],
        "org_unit_text_check": ["unorId", "namaUnor", "unorIndukId"]
            .map { Spoilt(.posts, $0, "a\u{2028}b", "control_character") },
        "org_unit_since_bounds_check": [
            Spoilt(.units, "tmtUnor", "01-02-2206", "date_too_late"),
            Spoilt(.units, "tmtUnor", "01-02-0206", "date_too_early"),
        ],
        "post_text_check": [Spoilt(.posts, "namaJabatan", "a\u{7}b", "control_character")],
        "assignment_decree_date_bounds_check": [
            Spoilt(.posts, "tanggalSk", "15-01-2221", "date_too_late"),
            Spoilt(.posts, "tanggalSk", "15-01-1021", "date_before_birth"),
        ],
        "assignment_text_check": [Spoilt(.posts, "nomorSk", "a\u{202E}b", "control_character")],
        "assignment_valid_bounds_check": [
            Spoilt(.posts, "tmtJabatan", "01-02-2206", "date_too_late"),
            Spoilt(.posts, "tmtJabatan", "01-02-0206", "date_before_birth"),
        ],
        "evidence_competency_level_check": [Spoilt(.competencies, "level", "6", "competency_level")],
        "evidence_document_date_bounds_check": [Spoilt(.duties, "skTanggal", "01-02-2206", "date_too_late")],
        "evidence_ended_check": [Spoilt(.duties, "selesai", "01-02-2020", "dates_reversed")],
        "evidence_ended_on_bounds_check": [Spoilt(.duties, "selesai", "01-02-2206", "date_too_late")],
        "evidence_occurred_on_bounds_check": [
            Spoilt(.duties, "mulai", "01-02-2206", "date_too_late"),
            Spoilt(.duties, "mulai", "01-02-0206", "date_before_birth"),
        ],
        "evidence_score_check": [
            Spoilt(.assessments, "X - Penilaian Kompetensi", "100.01", "score"),
            Spoilt(.assessments, "X - Penilaian Kompetensi", "-1", "score"),
        ],
        "evidence_text_check": ["namaTim", "skNomor"].map { Spoilt(.duties, $0, "a\u{85}b", "control_character") },
        "post_job_class_check": ["0", "18", "IX"]
            .map { Spoilt(.establishment, "kelasJabatan", $0, "job_class") },
        "formasi_seats_check": ["-1", "10000", "99999", "lima", "1.5"]
            .map { Spoilt(.establishment, "kebutuhan", $0, "seats") },
        "formasi_valid_from_bounds_check": [
            Spoilt(.establishment, "berlakuMulai", "01-01-2301", "date_too_late"),
            Spoilt(.establishment, "berlakuMulai", "01-01-0301", "date_too_early"),
        ],
        "formasi_decree_date_bounds_check": [
            Spoilt(.establishment, "tanggalSk", "01-01-2301", "date_too_late"),
            Spoilt(.establishment, "tanggalSk", "01-01-0301", "date_too_early"),
        ],
        "formasi_text_check": ["nomorSk", "standar"]
            .map { Spoilt(.establishment, $0, "a\u{7F}b", "control_character") },
        "rating_event_check": [
            Spoilt(.ratings, "hasilKinerjaNilai", "4", "expectation"),
            Spoilt(.ratings, "perilakuKerjaNilai", "0", "expectation"),
        ],
        "rating_event_rater_check": [Spoilt(.ratings, "penilaiNipNrp", "12", "nip_shape")],
    ]

    /// No cell of a file reaches them: their values are the import's own words, numbers of reference data, or the clock's.
    private static let beyondFiles: Set = [
        "org_unit_began_on_bounds_check", "org_unit_ended_on_bounds_check", "org_unit_days_check",
        "post_since_bounds_check",
        "person_changed_at_bounds_check", "post_capacity_check", "assignment_kind_check",
        "assignment_held_since_check", "assignment_held_since_bounds_check", "assignment_recorded_at_bounds_check",
        "evidence_kind_check", "evidence_known_check", "evidence_recorded_at_bounds_check",
        "evidence_withdrawn_at_bounds_check", "evidence_register_kind_check",
        "evidence_register_complete_to_bounds_check", "evidence_register_recorded_at_bounds_check",
        "formasi_source_check", "formasi_recorded_at_bounds_check",
        "rating_event_source_check", "rating_event_recorded_at_bounds_check",
    ]

    private static let header: [ImportKind: String] = [
        .people: SampleFile.peopleHeader + ",tmt_pns", .posts: SampleFile.postsHeader,
        .units: "id,namaUnor,diatasanId,tmtUnor", .establishment: SampleFile.establishmentHeader,
        .ratings: SampleFile.ratingsHeader,
        .assessments: SampleFile.assessmentsHeader,
        .duties: "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai",
        .competencies: "nip,kompetensi,level,tanggalAsesmen",
    ]

    private static func good(_ kind: ImportKind) -> String {
        switch kind {
        case .people: SampleFile.person(1) + ",01-03-2006"
        case .posts: SampleFile.post(1)
        case .establishment: SampleFile.formasi("Perawat", 2)
        case .units: "U9,Bidang,,01-02-2024"
        case .ratings: SampleFile.rating(1, 2, 2)
        case .assessments: SampleFile.assessment(1, "80", "70")
        case .competencies: "\(SampleFile.nip(1)),Komunikasi,4,02-01-2024"
        default: "\(SampleFile.nip(1)),Tim,Ketua,Internal,1/2024,02-01-2024,03-01-2024,03-06-2024"
        }
    }

    @Test("each is either refused by an import with a reason, or beyond any file")
    func listed() async throws {
        let city = try await TestCity.make()
        let names = try await city.psql(
            """
            select conname from pg_constraint
            where contype = 'c' and connamespace = 'medan'::regnamespace and conrelid in (
                'medan.person'::regclass, 'medan.employment'::regclass, 'medan.org_unit'::regclass,
                'medan.post'::regclass, 'medan.assignment'::regclass, 'medan.evidence'::regclass,
                'medan.evidence_register'::regclass, 'medan.rating_event'::regclass, 'medan.formasi'::regclass
            )
            """
        )
        let known = Set(names.split(separator: "\n").map(String.init))
        #expect(known == Set(Self.refused.keys).union(Self.beyondFiles))
        #expect(Self.beyondFiles.isDisjoint(with: Self.refused.keys))
    }

    @Test("a row that would break one is refused with the reason, and the rest of the file is imported")
    func refusals() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let spare = (2...3).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, spare, to: agency)
        for (name, rows) in Self.refused.sorted(by: { $0.key < $1.key }) {
            for spoilt in rows {
                let header = try #require(Self.header[spoilt.kind])
                var cells = Self.good(spoilt.kind).components(separatedBy: ",")
                let names = header.components(separatedBy: ",")
                cells[try #require(names.firstIndex(of: spoilt.column))] = spoilt.cell
                let report = try await city.importLines(
                    spoilt.kind,
                    header,
                    [cells.joined(separator: ",")],
                    to: agency
                )
                #expect(report.rejected == 1 && report.added == 0, "\(name)")
                #expect(report.rejections.map(\.code).contains(spoilt.code), "\(name) \(spoilt.column) \(spoilt.cell)")
            }
        }
    }
}
