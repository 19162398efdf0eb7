import CityDatabase
import Personnel
import TestSupport
import Testing

/// Files that still bring what was put right here.
@Suite("Imports of corrected facts", .timeLimit(.minutes(20)))
struct CorrectedImportTests {
    private let ground = CorrectionGround(reason: "typing error", documentNumber: nil, correctedBy: "BKPSDM")

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func warned(_ report: ImportReport) -> [String] {
        report.warnings.filter { $0.problem == .corrected }.map { "\($0.line) \($0.column)" }
    }

    @Test("a corrected number, birth date and rank stay, with a warning each; a promotion later is taken")
    func people() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let lines = (1...2).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
        let corrections = Corrections(city.database, agency)
        var right = PersonCorrection()
        right.nip = try NIP("198002022005031001")
        right.birthDate = try date("1980-02-02")
        right.rank = GradeRank(id: 32)
        _ = try await corrections.correct(NIP(SampleFile.nip(1)), right, ground)
        let held = "select nip, birth_date, grade_rank_id from person order by nip"
        let expected = """
            \(SampleFile.nip(2))|1980-01-03|33
            198002022005031001|1980-02-02|32

            """
        for _ in 1...2 {
            let report = try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
            #expect(warned(report) == ["2 nip_baru", "2 gol_akhir_id", "2 tanggal_lahir"])
            #expect((report.added, report.changed, report.unchanged, report.rejected) == (0, 0, 2, 0))
            #expect(try await city.psql(held) == expected)
        }
        let promoted = lines[0].replacing("01-04-2020", with: "01-04-2026")
        let report = try await city.importLines(.people, SampleFile.peopleHeader, [promoted], to: agency)
        #expect(report.changed == 1)
        #expect(try await city.psql(held).contains("198002022005031001|1980-02-02|33"))
    }

    @Test("a corrected title, level and first day stay, and no second post is made")
    func posts() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        let line = SampleFile.post(1, kind: 1, echelon: "31", title: "Kepala Bidang Pelaynan")
        try await city.importLines(.posts, SampleFile.postsHeader, [line], to: agency)
        let corrections = Corrections(city.database, agency)
        var post = PostCorrection()
        post.title = "Kepala Bidang Pelayanan"
        post.echelon = Echelon(id: 32)
        let number = try await city.psql("select post_id from post").trimmingLine
        _ = try await corrections.correct(post: try #require(Int64(number)), post, ground)
        var day = AssignmentCorrection()
        day.since = try date("2021-02-10")
        _ = try await corrections.correct(RecordedAssignment(), of: NIP(SampleFile.nip(1)), day, ground)
        let report = try await city.importLines(.posts, SampleFile.postsHeader, [line], to: agency)
        #expect(warned(report) == ["2 namaJabatan", "2 eselonId", "2 tmtJabatan"])
        #expect((report.added, report.changed, report.unchanged, report.rejected) == (0, 0, 1, 0))
        #expect(
            try await city.psql(
                "select t.title, t.echelon, lower(a.valid) from post t left join assignment a using (agency_id, post_id)"
            ) == "Kepala Bidang Pelayanan|32|2021-02-10\n"
        )
        // Nor do other files that name the post.
        let seats = try await city.importLines(
            .establishment,
            SampleFile.establishmentHeader,
            [SampleFile.formasi("KEPALA BIDANG PELAYNAN", 1, echelon: "31")],
            to: agency
        )
        #expect(warned(seats) == ["2 namaJabatan", "2 eselonId"] && seats.rejected == 0)
        let standard = try await city.importLines(
            .standards,
            "unorId,namaJabatan,kompetensi,level,berlakuMulai",
            [
                "U1,Kepala Bidang Pelaynan,Komunikasi,3,01-01-2026",
                "U1,kepala bidang pelayanan,Kerja Sama,3,01-01-2026",
            ],
            to: agency
        )
        #expect(warned(standard) == ["2 namaJabatan"] && standard.added == 2)
        #expect(try await city.psql("select title, echelon from post") == "Kepala Bidang Pelayanan|32\n")
        // The register is put right too: nothing is said any more.
        let right = line.replacing("Pelaynan", with: "Pelayanan").replacing(",31,", with: ",32,")
            .replacing("01-02-2021", with: "10-02-2021")
        #expect(warned(try await city.importLines(.posts, SampleFile.postsHeader, [right], to: agency)).isEmpty)
    }
}
