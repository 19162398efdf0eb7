import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Files of competencies and of standards, and what is wrong with them.
@Suite("Import of competencies and standards")
struct CompetencyImportTests {
    private static let header = "nip,kompetensi,jenis,level,tanggalAsesmen,berlakuSampai,nomorDokumen"
    private static let standardsHeader =
        "unorId,namaJabatan,kompetensi,jenis,level,berlakuMulai,berlakuSampai,nomorDokumen"

    private struct Stage {
        let city: TestCity
        let agency: Agency

        func load(_ kind: ImportKind, _ header: String, _ lines: [String]) async throws -> ImportReport {
            try await city.importLines(kind, header, lines, to: agency)
        }

        /// Of the results that count: number of the person, competency, level.
        func results() async throws -> [String] {
            try await city.psql(
                """
                select substr(p.nip, 7, 2)::integer - 1 || ' ' || v.title || ' ' || v.level || coalesce(' ' || v.document_number, '')
                from evidence v join employment e using (agency_id, employment_id) join person p using (agency_id, person_id)
                where v.kind = 'competency_level' and v.withdrawn_at is null order by 1
                """
            )
            .split(separator: "\n").map(String.init).sorted()
        }
    }

    private func stage() async throws -> Stage {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let people = (1...2).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
        let posts = (1...2)
            .map { (number: Int) in
                SampleFile.post(number, unit: "A\(number)", kind: 1, echelon: "41", title: "Kepala Seksi")
            }
        try await city.importLines(.posts, SampleFile.postsHeader, posts, to: agency)
        return Stage(city: city, agency: agency)
    }

    private static func codes(_ report: ImportReport) -> [String] {
        report.rejections.map { "\($0.line) \($0.column) \($0.code)" }
    }

    @Test("refuses by row what cannot be, and takes what spreadsheets and officials do to the rest")
    func spoilt() async throws {
        let stage = try await stage()
        let (one, two) = (SampleFile.nip(1), SampleFile.nip(2))
        let report = try await stage.load(
            .competencies,
            Self.header,
            [
                "\(one),Komunikasi,,4,01-02-2025,,",
                ",,,,,,",
                "\(one),\u{A0}Kerjasama\u{A0},Manajerial,3,01-02-2025,31-01-2028,893/1",
                "\(one),Integritas,,6,01-02-2025,,",
                "\(one),Integritas,,0,01-02-2025,,",
                "\(one),Integritas,,empat,01-02-2025,,",
                "\(one),Komunikas,,4,01-02-2025,,",
                "\(one),Akuntansi,,4,01-02-2025,,",
                "\(one),Pengelolaan  Basis Data,teknis,4,01-02-2025,,",
                "\(one),Akuntansi,Keuangan,4,01-02-2025,,",
                "\(one),Integritas,,4,01-07-2026,,",
                "\(one),Integritas,,4,01-02-2025,31-01-2025,",
                "\(SampleFile.nip(9)),Integritas,,4,01-02-2025,,",
                "\(one),,,4,01-02-2025,,",
                "\(two),Komunikasi,,4,01-02-2025,,",
                "\(two),komunikasi,,4,01-02-2025,,",
                "\(two),Perekat Bangsa,Sosial Kultural,4,01-02-2025,,",
                "\(two),Perekat Bangsa,Sosial Kultural,5,01-02-2025,,",
                "\(two),Integritas,,\u{A0}2,01-02-2025,,",
            ]
        )
        #expect(
            Self.codes(report).sorted { $0.lineNumber < $1.lineNumber } == [
                "5 level competency_level", "6 level competency_level", "7 level competency_level",
                "8 kompetensi competency_similar", "9 kompetensi competency_unknown", "11 jenis competency_kind",
                "12 tanggalAsesmen date_future", "13 tanggalAsesmen dates_reversed", "14 nip unknown_person",
                "15 kompetensi missing", "17 nip repeated", "18 kompetensi competency_twice",
                "19 kompetensi competency_twice",
            ]
        )
        #expect(report.rejections.contains { $0.reason(.indonesian).contains("maksud Anda Komunikasi?") })
        #expect(report.blank == 1 && report.added == 5)
        #expect(
            try await stage.results() == [
                "1 communication 4", "1 cooperation 3 893/1", "1 pengelolaan basis data 4", "2 communication 4",
                "2 integrity 2",
            ]
        )
    }

    @Test("another result of a known day corrects it; the former one is taken back and stays on record")
    func correction() async throws {
        let stage = try await stage()
        func row(_ level: Int, _ day: String = "01-02-2025") -> String {
            "\(SampleFile.nip(1)),Komunikasi,,\(level),\(day),,893/1"
        }
        var report = try await stage.load(.competencies, Self.header, [row(4), row(3, "01-02-2024")])
        #expect((report.added, report.changed, report.unchanged) == (2, 0, 0))
        report = try await stage.load(.competencies, Self.header, [row(4), row(3, "01-02-2024")])
        #expect((report.added, report.changed, report.unchanged) == (0, 0, 2))
        report = try await stage.load(.competencies, Self.header, [row(5), row(3, "01-02-2024")])
        #expect((report.added, report.changed, report.unchanged) == (0, 1, 1))
        #expect(try await stage.results() == ["1 communication 3 893/1", "1 communication 5 893/1"])
        let all = try await stage.city.psql("select count(*) from evidence where kind = 'competency_level'")
        #expect(all == "3\n")
        // The database keeps it for every client.
        let error = await #expect(throws: (any Error).self) {
            _ = try await stage.city.psql(
                """
                insert into evidence (agency_id, employment_id, kind, level, title, occurred_on)
                select agency_id, employment_id, 'competency_level', '1', 'communication', '2025-02-01'
                from evidence where withdrawn_at is null and level = '5'
                """
            )
        }
        #expect("\(try #require(error))".contains("evidence_competency_level_key"))
    }

    @Test("a standard is one row for each post, competency and first day; the same file again changes nothing")
    func standards() async throws {
        let stage = try await stage()
        let good = [
            "A1,Kepala Seksi,Komunikasi,,3,01-01-2025,,SKJ/1",
            "A2,Kepala Seksi,Komunikasi,,2,01-01-2025,31-12-2025,SKJ/1",
            "A1,Kepala Seksi,Akuntansi,Teknis,4,01-01-2026,,",
        ]
        let bad = [
            "A1,Kepala Seksi,Komunikasi,,4,01-01-2025,,", "A1,Kepala Bidang,Komunikasi,,3,01-01-2025,,",
            "B1,Kepala Seksi,Komunikasi,,3,01-01-2025,,", "A1,Kepala Seksi,Integritas,,0,01-01-2025,,",
            "A1,Kepala Seksi,Integritas,,3,,,", "A1,Kepala Seksi,Integritas,,3,01-01-2025,31-12-2024,",
            "A1,Kepala Seksi,Integritaz,,3,01-01-2025,,",
        ]
        var report = try await stage.load(.standards, Self.standardsHeader, good + bad)
        #expect(
            Self.codes(report).sorted { $0.lineNumber < $1.lineNumber } == [
                "5 kompetensi repeated", "6 namaJabatan unknown_post", "7 namaJabatan unknown_post",
                "8 level competency_level", "9 berlakuMulai missing", "10 berlakuSampai dates_reversed",
                "11 kompetensi competency_similar",
            ]
        )
        #expect(report.added == 3)
        report = try await stage.load(.standards, Self.standardsHeader, good)
        #expect((report.added, report.changed, report.unchanged) == (0, 0, 3))
        let ended = good[0].replacing("01-01-2025,,", with: "01-01-2025,30-06-2025,")
        report = try await stage.load(.standards, Self.standardsHeader, [ended])
        #expect((report.added, report.changed, report.unchanged) == (0, 1, 0))
        #expect(
            try await stage.city.psql("select valid_to from competency_standard where level = 3") == "2025-06-30\n"
        )
    }
}

extension String {
    /// The line that a code of a finding begins with.
    fileprivate var lineNumber: Int { Int(prefix { $0 != " " }) ?? 0 }
}
