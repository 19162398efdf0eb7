import CityDatabase
import TestSupport
import Testing

@Suite("Import of posts")
struct PostsImportTests {
    private let header = SampleFile.postsHeader

    private func stage() async throws -> (TestCity, Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...5).map { SampleFile.person($0) }, to: agency)
        return (city, agency)
    }

    @Test("units, posts and assignments come from one file; importing it again changes nothing")
    func idempotent() async throws {
        let (city, agency) = try await stage()
        let lines = [
            SampleFile.post(1, kind: 1, echelon: "22", title: "Kepala Dinas"),
            SampleFile.post(2), SampleFile.post(3), SampleFile.post(4, unit: "U2", kind: 2, title: "Dokter Ahli Muda"),
            SampleFile.post(nil, kind: 1, echelon: "31", title: "Sekretaris"),
        ]
        #expect(try await city.importLines(.posts, header, lines, to: agency).added == 5)
        let posts = try await city.psql("select title, position_level, job_class, capacity from post order by post_id")
        #expect(
            posts == """
                Kepala Dinas|jpt_pratama|14|1
                Pengadministrasi|pelaksana||2
                Dokter Ahli Muda|fungsional||1
                Sekretaris|administrator|12|1

                """
        )
        let again = try await city.importLines(.posts, header, lines, to: agency)
        #expect((again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 5, 0))
    }

    @Test("another post from a later day closes the former assignment and keeps it")
    func move() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.posts, header, [SampleFile.post(1)], to: agency)
        let report = try await city.importLines(
            .posts,
            header,
            [SampleFile.post(1, title: "Analis", since: "01-05-2024")],
            to: agency
        )
        #expect((report.added, report.changed) == (0, 1))
        #expect(
            try await city.psql("select valid from assignment order by assignment_id")
                == "[2021-02-01,2024-05-01)\n[2024-05-01,)\n"
        )
    }

    @Test("a structural post has one holder; a new holder must come with the row that moves the old one")
    func oneHolder() async throws {
        let (city, agency) = try await stage()
        let head = { (number: Int, since: String) in
            SampleFile.post(number, kind: 1, echelon: "22", title: "Kepala Dinas", since: since)
        }
        let both = try await city.importLines(
            .posts,
            header,
            [head(1, "01-02-2021"), head(2, "01-02-2021")],
            to: agency
        )
        #expect(both.added == 1 && both.rejections.map(\.code) == ["post_taken"])
        let alone = try await city.importLines(.posts, header, [head(2, "01-01-2024")], to: agency)
        #expect(alone.rejections.map(\.code) == ["post_taken"])
        let together = try await city.importLines(
            .posts,
            header,
            [head(2, "01-01-2024"), SampleFile.post(1, title: "Analis", since: "01-01-2024")],
            to: agency
        )
        #expect(together.rejected == 0)
        let holders = try await city.psql(
            "select count(*) from assignment a join post using (agency_id, post_id) where title = 'Kepala Dinas' and upper_inf(valid)"
        )
        #expect(holders == "1\n")
    }

    @Test("a chain of seats is moved completely or not at all, and a rejected row leaves no unit and no post")
    func chain() async throws {
        let (city, agency) = try await stage()
        let seat = { (number: Int, title: String, since: String) in
            SampleFile.post(number, kind: 1, echelon: "31", title: title, since: since)
        }
        let before = ["A", "B", "C"].enumerated().map { seat($0 + 1, "Kabid \($1)", "01-02-2021") }
        try await city.importLines(.posts, header, before, to: agency)
        // 1 takes B from 2, 2 takes C from 3, and 3 stays.
        let stuck = try await city.importLines(
            .posts,
            header,
            [seat(1, "Kabid B", "01-01-2024"), seat(2, "Kabid C", "01-01-2024")],
            to: agency
        )
        #expect(stuck.rejections.map(\.code) == ["post_taken", "post_taken"])
        let ghost = try await city.importLines(
            .posts,
            header,
            [SampleFile.post(1, unit: "Hantu", title: "Hantu", since: "01-01-2019")],
            to: agency
        )
        #expect(ghost.rejections.map(\.code) == ["contradicts_assignment"])
        #expect(try await city.psql("select count(*) from org_unit where siasn_id = 'Hantu'") == "0\n")
        let whole = try await city.importLines(
            .posts,
            header,
            [
                seat(1, "Kabid B", "01-01-2024"), seat(2, "Kabid C", "01-01-2024"), seat(3, "Kabid A", "01-01-2024"),
            ],
            to: agency
        )
        #expect(whole.rejected == 0 && whole.changed == 3)
    }

    // https://github.com/DFE-Digital/teaching-vacancies/pull/4033: a mistyped year.
    @Test(
        "a year that cannot be is refused, and a later import puts a mistyped day right",
        arguments: ["2187", "2027", "2022"]
    )
    func mistyped(_ year: String) async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.posts, header, [SampleFile.post(1)], to: agency)
        let analyst = { (year: String) in SampleFile.post(1, title: "Analis", since: "01-03-\(year)") }
        if year == "2187" {
            let typo = try await city.importLines(.posts, header, [analyst(year)], to: agency)
            #expect(typo.rejections.map(\.code) == ["date_too_late"])
        }
        // As a version took it that did not look at the year.
        try await city.importLines(.posts, header, [analyst("2025")], to: agency)
        _ = try await city.psql(
            """
            delete from assignment where upper_inf(valid);
            update assignment set valid = daterange(lower(valid), '\(year)-03-01');
            insert into assignment (agency_id, employment_id, post_id, valid)
            select a.agency_id, a.employment_id, p.post_id, '[\(year)-03-01,)' from assignment a, post p where p.title = 'Analis'
            """
        )
        let right = try await city.importLines(.posts, header, [analyst("2026")], to: agency)
        #expect(right.rejections.map(\.code) == [] && (right.added, right.changed) == (0, 1))
        #expect(
            try await city.psql("select valid from assignment order by assignment_id")
                == "[2021-02-01,2026-03-01)\n[2026-03-01,)\n"
        )
        let again = try await city.importLines(.posts, header, [analyst("2026")], to: agency)
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 1))
    }

    @Test("unknown people, contradictions and unreadable kinds are listed")
    func rejections() async throws {
        let (city, agency) = try await stage()
        try await city.importLines(.posts, header, [SampleFile.post(1)], to: agency)
        let lines = [
            SampleFile.post(9), SampleFile.post(1, title: "Analis", since: "01-01-2019"), SampleFile.post(2, kind: 7),
            SampleFile.post(3, kind: 1), SampleFile.post(4, since: "01-01-1999"),
        ]
        let report = try await city.importLines(.posts, header, lines, to: agency)
        #expect(
            report.rejections.map { "\($0.line) \($0.code)" } == [
                "2 unknown_person", "3 contradicts_assignment", "4 position_kind", "5 missing", "6 before_employment",
            ]
        )
    }
}
