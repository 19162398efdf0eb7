import CityDatabase
import Personnel
import TestSupport
import Testing

/// Files of posts that say more than who holds a seat now.
@Suite("Histories of posts and acting posts", .timeLimit(.minutes(20)))
struct PostHistoryTests {
    private let header = SampleFile.postsHeader + ",jenisPenugasanId"

    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...5).map { SampleFile.person($0) }, to: agency)
        return (city, agency)
    }

    private func held(_ city: TestCity) async throws -> String {
        try await city.psql(
            """
            select t.title, a.kind, a.valid, t.capacity from assignment a join post t using (agency_id, post_id)
            order by lower(a.valid), t.title
            """
        )
    }

    @Test("of several rows of a person the newest is the present post, and the others are history (case 12)")
    func history() async throws {
        let (city, agency) = try await stage()
        let lines = [
            SampleFile.post(1, title: "Pengadministrasi Umum", since: "01-04-2016") + ",D",
            SampleFile.post(1, title: "Analis Kepegawaian", since: "01-05-2018") + ",D",
            SampleFile.post(1, title: "Pengelola Data", since: "01-07-2024") + ",D",
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect((report.added, report.changed, report.unchanged, report.rejected) == (3, 0, 0, 0))
        #expect(report.warnings.isEmpty)
        let expected = """
            Pengadministrasi Umum|definitive|[2016-04-01,2018-05-01)|0
            Analis Kepegawaian|definitive|[2018-05-01,2024-07-01)|0
            Pengelola Data|definitive|[2024-07-01,)|1

            """
        #expect(try await held(city) == expected)
        let again = try await city.importLines(.posts, header, lines.reversed(), to: agency)
        #expect((again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 3, 0))
        #expect(try await held(city) == expected)
        // Nobody looks for successors to posts of the past.
        let vacancies = try await Workforce(city.database, asOf: SampleFile.day)
            .vacancies(in: .agency(agency), by: SampleFile.day)
        #expect(vacancies.isEmpty)
    }

    @Test("an acting post stands beside the own one, and its seat stays vacant (case 13)")
    func acting() async throws {
        let (city, agency) = try await stage()
        let own = SampleFile.post(1, kind: 1, echelon: "31", title: "Sekretaris Dinas") + ","
        let vacant = SampleFile.post(nil, unit: "U3", kind: 1, echelon: "32", title: "Kepala Bidang Pelayanan") + ","
        try await city.importLines(.posts, header, [own, vacant], to: agency)
        let head = { (number: Int, title: String) in
            SampleFile.post(number, unit: "U3", kind: 1, echelon: "32", title: title, since: "01-06-2026")
        }
        let lines = [
            head(1, "Plt. Kepala Bidang Pelayanan") + ",D", head(2, "Kepala Bidang Pelayanan") + ",PLH",
            SampleFile.post(2, title: "Bendahara", since: "01-06-2026") + ",TT",
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect((report.added, report.changed, report.rejected) == (3, 0, 0))
        let seats = try await city.psql(
            """
            select substr(p.nip, 5, 4), t.title, a.kind, a.valid
            from assignment a
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            order by p.nip, lower(a.valid), t.title
            """
        )
        #expect(
            seats == """
                0102|Sekretaris Dinas|definitive|[2021-02-01,)
                0102|Kepala Bidang Pelayanan|acting|[2026-06-01,)
                0103|Bendahara|additional|[2026-06-01,)
                0103|Kepala Bidang Pelayanan|standing_in|[2026-06-01,)

                """
        )
        let vacancies = try await Workforce(city.database, asOf: SampleFile.day)
            .vacancies(in: .agency(agency), by: SampleFile.day).map(\.post)
        #expect(vacancies.contains("Kepala Bidang Pelayanan"))
        let again = try await city.importLines(.posts, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 3))
        #expect(
            try await city.importLines(.posts, header, [SampleFile.post(1) + ",X"], to: agency).rejections.map(\.code)
                == ["assignment_kind"]
        )
    }

    @Test("a post that is left on a day to come keeps its seat until then")
    func leftLater() async throws {
        let (city, agency) = try await stage()
        let lines = [
            SampleFile.post(1, title: "Arsiparis", since: "01-04-2016") + ",",
            SampleFile.post(1, title: "Analis", since: "01-08-2026") + ",",
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect((report.added, report.rejected) == (2, 0))
        #expect(
            try await held(city) == """
                Arsiparis|definitive|[2016-04-01,2026-08-01)|1
                Analis|definitive|[2026-08-01,)|1

                """
        )
    }

    @Test("gaps are listed, and a row that known posts contradict is left out of the history")
    func gaps() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(
            .posts,
            header,
            [SampleFile.post(1, title: "Arsiparis", since: "01-04-2016") + ","],
            to: agency
        )
        _ = try await city.psql("update assignment set valid = '[2016-04-01,2018-01-01)'")
        let lines = [
            SampleFile.post(1, title: "Pengelola", since: "01-06-2017") + ",",
            SampleFile.post(1, title: "Analis", since: "01-03-2019") + ",",
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["2 history_overlaps", "3 history_gap"])
        #expect(
            try await held(city) == """
                Arsiparis|definitive|[2016-04-01,2018-01-01)|1
                Analis|definitive|[2019-03-01,)|1

                """
        )
    }
}
