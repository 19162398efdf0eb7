import CityDatabase
import TestSupport
import Testing

/// The legal standing (kedudukan hukum) in an import of people.
@Suite("Import of legal standings")
struct StandingImportTests {
    private let header = SampleFile.peopleHeader + ",kedudukan_hukum_id,tmt_kedudukan_hukum"

    private func line(_ number: Int, _ name: String, id: String = "", since: String = "") -> String {
        SampleFile.person(number).replacing(",Aktif,", with: ",\(name),") + ",\(id),\(since)"
    }

    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, header, (1...6).map { line($0, "Aktif") }, to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, (1...6).map { SampleFile.post($0) }, to: agency)
        return (city, agency)
    }

    private func state(_ city: TestCity, _ number: Int) async throws -> String {
        try await city.psql(
            """
            select p.legal_status, upper(e.valid), upper(a.valid)
            from person p
            join employment e using (agency_id, person_id)
            left join assignment a using (agency_id, employment_id)
            where p.nip = '\(SampleFile.nip(number))' order by lower(e.valid), lower(a.valid)
            """
        )
    }

    @Test("a standing that ends the service ends it on its day; importing the file again changes nothing")
    func ends() async throws {
        let (city, agency) = try await stage()
        let lines = [
            line(1, "Pensiun", since: "01-05-2026"), line(2, "", id: "99", since: "01-05-2026"), line(3, "Pensiun"),
            line(4, "Cuti Luar Tanggungan Negara", since: "01-04-2026"), line(5, "Aktif"),
        ]
        let report = try await city.importLines(.people, header, lines, to: agency)
        #expect((report.changed, report.unchanged, report.rejected) == (4, 1, 0))
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["4 standing_undated"])
        for number in [1, 2] { #expect(try await state(city, number) == "Pensiun|2026-05-01|2026-05-01\n") }
        #expect(try await state(city, 3) == "Pensiun|2026-06-30|2026-06-30\n")
        #expect(try await state(city, 4) == "CLTN||2026-04-01\n")
        #expect(try await state(city, 5) == "Aktif||\n")
        let again = try await city.importLines(.people, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged, again.warnings.count) == (0, 0, 5, 0))
        #expect(try await city.psql("select count(*) from service_event") == "4\n")
    }

    @Test("a later import that says Aktif brings people back, from the same day without a gap")
    func back() async throws {
        let (city, agency) = try await stage()
        let gone = [line(1, "Pensiun", since: "01-05-2026"), line(2, "Meninggal", since: "01-05-2026")]
        try await city.importLines(.people, header, gone, to: agency)
        let back = [line(1, "Aktif", since: "01-05-2026"), line(2, "Aktif", since: "01-06-2026")]
        let report = try await city.importLines(.people, header, back, to: agency)
        #expect(report.warnings.map(\.code) == ["comes_back", "comes_back"])
        #expect(try await state(city, 1) == "Aktif||\n")
        #expect(try await state(city, 2) == "Aktif|2026-05-01|2026-05-01\nAktif||\n")
    }

    @Test("a file without the standing leaves everybody's as it is")
    func withoutColumn() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.people, header, [line(1, "Pensiun", since: "01-05-2026")], to: agency)
        let report = try await city.importLines(.people, header, [line(1, "")], to: agency)
        #expect((report.changed, report.unchanged, report.warnings.count) == (0, 1, 0))
        #expect(try await state(city, 1) == "Pensiun|2026-05-01|2026-05-01\n")
    }

    @Test("unknown standings and impossible days are listed by row")
    func rejections() async throws {
        let (city, agency) = try await stage()
        let lines = [
            line(1, "Cuti Bersama"), line(2, "Pensiun", since: "01-01-2027"), line(3, "Pensiun", since: "01-03-2005"),
            line(4, "Pensiun", since: "31-01-2021"), line(7, "Pensiun", since: "01-05-2026"),
        ]
        let report = try await city.importLines(.people, header, lines, to: agency)
        #expect(
            report.rejections.map { "\($0.line) \($0.code)" } == [
                "2 legal_standing", "3 date_future", "4 before_employment", "5 assignment_later",
            ]
        )
        #expect(report.added == 1)
        #expect(try await state(city, 7) == "Pensiun|2026-05-01|\n")
    }
}
