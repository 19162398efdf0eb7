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
            select t.title, a.kind, a.valid, seats_on(t.agency_id, t.post_id, t.capacity, '\(SampleFile.day.iso)')
            from assignment a join post t using (agency_id, post_id)
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

    private func duty(_ number: Int, _ since: String, decree: String, title: String = "Kepala Bidang") -> String {
        "x,\(SampleFile.nip(number)),1,U3,U0,31,\(since),\(decree),01-01-2020,Bidang U3,\(title),"
    }

    private func duties(_ city: TestCity) async throws -> [String] {
        try await city.psql(
            """
            select substr(p.nip, 5, 4), a.kind, a.valid, a.decree_number
            from assignment a
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            where t.title = 'Kepala Bidang' order by lower(a.valid), p.nip
            """
        )
        .split(separator: "\n").map(String.init)
    }

    @Test("acting posts of a history end when the next begins, and when the person or another is appointed")
    func dutiesEnd() async throws {
        let (city, agency) = try await stage()
        let lines = [
            SampleFile.post(1, title: "Analis", since: "01-02-2020") + ",",
            duty(1, "01-03-2021", decree: "1/PLT", title: "Plt. Kepala Bidang"),
            duty(1, "01-06-2021", decree: "2/PLT", title: "Plt. KEPALA BIDANG"),
            duty(1, "01-09-2021", decree: "3/D"),
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect((report.added, report.rejected) == (4, 0))
        let expected = [
            "0102|acting|[2021-03-01,2021-06-01)|1/PLT", "0102|acting|[2021-06-01,2021-09-01)|2/PLT",
            "0102|definitive|[2021-09-01,)|3/D",
        ]
        #expect(try await duties(city) == expected)
        let again = try await city.importLines(.posts, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged, again.warnings.count) == (0, 0, 4, 0))
        #expect(try await duties(city) == expected)
        #expect(try await city.psql("select count(*) from post where lower(title) = 'kepala bidang'") == "1\n")
    }

    @Test("a renewed acting post ends the former one, the same decree corrects the day, and a successor ends it")
    func renewed() async throws {
        let (city, agency) = try await stage()
        let plt = { (number: Int, since: String, decree: String) in
            duty(number, since, decree: decree, title: "Plt. Kepala Bidang")
        }
        try await city.importLines(.posts, header, [plt(1, "01-03-2021", "1/PLT")], to: agency)
        let corrected = try await city.importLines(.posts, header, [plt(1, "15-03-2021", "1/PLT")], to: agency)
        #expect((corrected.added, corrected.changed) == (0, 1))
        #expect(try await duties(city) == ["0102|acting|[2021-03-15,)|1/PLT"])
        let renewed = try await city.importLines(.posts, header, [plt(1, "15-09-2021", "2/PLT")], to: agency)
        #expect((renewed.added, renewed.changed) == (1, 0))
        let other = try await city.importLines(.posts, header, [plt(2, "01-01-2022", "3/PLT")], to: agency)
        #expect(other.added == 1 && other.warnings.map(\.code) == ["duty_ended"])
        let holder = try await city.importLines(.posts, header, [duty(3, "01-06-2022", decree: "4/D")], to: agency)
        #expect(holder.rejected == 0 && holder.warnings.map(\.code) == ["duty_ended"])
        #expect(
            try await duties(city) == [
                "0102|acting|[2021-03-15,2021-09-15)|1/PLT", "0102|acting|[2021-09-15,2022-01-01)|2/PLT",
                "0103|acting|[2022-01-01,2022-06-01)|3/PLT", "0104|definitive|[2022-06-01,)|4/D",
            ]
        )
    }

    @Test("a column with the last day ends a duty, and a later file can put that day right")
    func lastDay() async throws {
        let (city, agency) = try await stage()
        let header = header + ",tanggalSelesai"
        let line = duty(1, "01-03-2021", decree: "1/PLT", title: "Plt. Kepala Bidang")
        for last in ["31-08-2021", "30-09-2021"] {
            let report = try await city.importLines(.posts, header, ["\(line),\(last)"], to: agency)
            #expect(report.added + report.changed == 1)
            let again = try await city.importLines(.posts, header, ["\(line),\(last)"], to: agency)
            #expect((again.added, again.changed, again.unchanged) == (0, 0, 1))
        }
        #expect(try await duties(city) == ["0102|acting|[2021-03-01,2021-10-01)|1/PLT"])
        let reversed = try await city.importLines(.posts, header, ["\(line),28-02-2021"], to: agency)
        #expect(reversed.rejections.map { "\($0.column) \($0.code)" } == ["tanggalSelesai dates_reversed"])
    }

    @Test("present posts whose end or successor is on record are what they are")
    func restated() async throws {
        let (city, agency) = try await stage()
        let own = [duty(1, "01-03-2021", decree: "1/D"), SampleFile.post(2) + ","]
        try await city.importLines(.posts, header, own, to: agency)
        try await city.importLines(
            .departures,
            "nipBaru,kedudukanHukumPns,skNomor,skTanggal,tmtPensiun",
            ["\(SampleFile.nip(1)),99,882/1,01-05-2026,01-08-2026"],
            to: agency
        )
        try await city.importLines(.posts, header, [duty(2, "01-08-2026", decree: "2/D")], to: agency)
        let before = try await held(city)
        let again = try await city.importLines(.posts, header, own, to: agency)
        #expect((again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 2, 0))
        #expect(try await held(city) == before)
        let decree = try await city.importLines(.posts, header, [duty(1, "01-03-2021", decree: "9/D")], to: agency)
        #expect((decree.changed, decree.rejected) == (1, 0))
    }

    @Test("the day on which a post began before a merger of agencies is not refused")
    func heldSince() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.posts, header, [SampleFile.post(1) + ","], to: agency)
        _ = try await city.psql("update employment set valid = '[2026-01-01,)'")
        _ = try await city.psql("update assignment set valid = '[2026-01-01,)', held_since = '2021-02-01'")
        let report = try await city.importLines(.posts, header, [SampleFile.post(1) + ","], to: agency)
        #expect((report.rejected, report.changed, report.unchanged) == (0, 0, 1))
    }
}
