import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// Seats of posts from a day on.
@Suite("Establishment", .timeLimit(.minutes(20)))
struct EstablishmentTests {
    private struct Stage {
        let city: TestCity
        let agency: Agency
        var establishment: Establishment { Establishment(city.database) }

        static func make(people: Int = 6) async throws -> Stage {
            let city = try await TestCity.make()
            let agency = try await city.add("dinkes")[0]
            let lines = (1...people).map { SampleFile.person($0) }
            try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
            return Stage(city: city, agency: agency)
        }

        func hold(_ lines: [String]) async throws -> ImportReport {
            try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        }

        func post(_ title: String = "Pengadministrasi") async throws -> Int64 {
            try #require(
                Int64(
                    try await city.psql(
                        "select post_id from post where agency_id = \(agency.id) and title = '\(title)'"
                    )
                    .filter(\.isNumber)
                )
            )
        }

        func seats(_ title: String, on day: String) async throws -> [Int] {
            try await establishment.posts(in: .agency(agency), on: date(day)).filter { $0.title == title }
                .flatMap { [$0.seats, $0.held] }
        }

        func vacant(on day: String) async throws -> Int {
            try await Workforce(city.database, asOf: date(day)).vacancies(in: .agency(agency), by: date(day))
                .reduce(0) { $0 + $1.seats - $1.held }
        }

        func set(
            _ seats: Int,
            _ post: Int64,
            from day: String,
            dryRun: Bool = false
        ) async throws -> Establishment.Effect {
            try await establishment.set(formasi(seats, from: day), of: post, agency, dryRun: dryRun)
        }
    }

    private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private static func formasi(_ seats: Int, from day: String) throws -> Formasi {
        Formasi(
            day: try date(day),
            seats: seats,
            decreeNumber: "188/7",
            decreeDate: try date("2025-12-15"),
            standard: nil,
            recordedBy: "test"
        )
    }

    @Test(
        "are the holders' while nobody enters them: one more holder raises them from that day, and no former day changes"
    )
    func holders() async throws {
        let stage = try await Stage.make()
        _ = try await stage.hold((1...2).map { SampleFile.post($0) })
        _ = try await stage.city.psql(
            "update assignment set valid = daterange(lower(valid), '2024-01-01') where valid @> '2025-01-01'::date and "
                + "employment_id = (select min(employment_id) from employment)"
        )
        #expect(try await stage.vacant(on: "2023-06-01") == 0)
        #expect(try await stage.vacant(on: "2025-06-01") == 1)
        let report = try await stage.hold((3...5).map { SampleFile.post($0, since: "01-03-2026") })
        #expect(report.added == 3 && report.rejected == 0)
        #expect(try await stage.vacant(on: "2023-06-01") == 0)
        #expect(try await stage.vacant(on: "2025-06-01") == 1, "that of the former year does not change")
        #expect(try await stage.seats("Pengadministrasi", on: "2026-02-28") == [2, 1])
        #expect(try await stage.seats("Pengadministrasi", on: "2026-03-01") == [4, 4])
        let again = try await stage.hold((3...5).map { SampleFile.post($0, since: "01-03-2026") })
        #expect((again.added, again.changed, again.unchanged) == (0, 0, 3))
        #expect(try await stage.city.psql("select count(*) from formasi") == "1\n")
        // Somebody who came before makes both days one more.
        _ = try await stage.hold([SampleFile.post(6, since: "01-02-2021")])
        #expect(try await stage.seats("Pengadministrasi", on: "2022-01-01") == [3, 3])
        #expect(try await stage.seats("Pengadministrasi", on: "2026-03-01") == [5, 5])
        #expect(try await stage.vacant(on: "2025-06-01") == 1)
    }

    @Test("a post can be there before anybody holds it, raised, lowered and abolished; former days stay")
    func entered() async throws {
        let stage = try await Stage.make()
        _ = try await stage.hold([SampleFile.post(1, kind: 2, title: "Perawat Terampil")])
        let draft = Establishment.Draft(
            unit: "U1",
            title: "Perawat Ahli Muda",
            level: .fungsional,
            echelon: nil,
            jobClass: 9
        )
        let dry = try await stage.establishment.add(
            draft,
            Self.formasi(2, from: "2026-01-01"),
            to: stage.agency,
            dryRun: true
        )
        #expect((dry.former, dry.seats, dry.held) == (0, 2, 0))
        #expect(try await stage.city.psql("select count(*) from post") == "1\n")
        let made = try await stage.establishment.add(draft, Self.formasi(2, from: "2026-01-01"), to: stage.agency)
        #expect(try await stage.seats("Perawat Ahli Muda", on: "2025-12-31") == [])
        #expect(try await stage.seats("Perawat Ahli Muda", on: "2026-01-01") == [2, 0])
        #expect(try await stage.vacant(on: "2026-06-30") == 2)
        for title in ["Perawat Ahli Muda", "PERAWAT ahli muda"] {
            let twice = Establishment.Draft(unit: "U1", title: title, level: .fungsional, echelon: nil, jobClass: nil)
            let refusal = await #expect(throws: CityError.self) {
                _ = try await stage.establishment.add(twice, Self.formasi(1, from: "2026-01-01"), to: stage.agency)
            }
            #expect(refusal?.code == .postExists)
        }
        let nowhere = Establishment.Draft(unit: "U9", title: "x", level: .pelaksana, echelon: nil, jobClass: nil)
        let unknown = await #expect(throws: CityError.self) {
            _ = try await stage.establishment.add(nowhere, Self.formasi(1, from: "2026-01-01"), to: stage.agency)
        }
        #expect(unknown?.code == .unitUnknown)
        // Two fill it, in other capitals; the third finds no seat.
        let report = try await stage.hold(
            (2...4).map { (n: Int) in SampleFile.post(n, kind: 2, title: "Perawat AHLI Muda", since: "0\(n)-02-2026") }
        )
        #expect((report.added, report.rejected) == (2, 1))
        #expect(report.rejections.map { "\($0.line) \($0.column) \($0.code)" } == ["4 namaJabatan seats_taken"])
        #expect(report.rejections.first?.reason.english == "the post has 2 seats on 2026-02-04, and all are taken")
        #expect(try await stage.city.psql("select count(*) from post") == "2\n")
        // Raised from a day on, the third fits from that day, and not before.
        _ = try await stage.set(3, made.post, from: "2026-05-01")
        let early = try await stage.hold([SampleFile.post(4, kind: 2, title: "Perawat Ahli Muda", since: "30-04-2026")])
        #expect(early.rejected == 1)
        let fits = try await stage.hold([SampleFile.post(4, kind: 2, title: "Perawat Ahli Muda", since: "01-05-2026")])
        #expect((fits.added, fits.rejected) == (1, 0))
        // Lowered below the holders of a day from then on: refused with their number.
        for (seats, day) in [(2, "2026-05-01"), (2, "2026-06-01"), (0, "2027-01-01"), (1, "2026-01-01")] {
            let refusal = await #expect(throws: CityError.self) { _ = try await stage.set(seats, made.post, from: day) }
            #expect(refusal?.code == .formasiBelowHolders, "\(seats) from \(day)")
        }
        let refusal = await #expect(throws: CityError.self) {
            _ = try await stage.set(2, made.post, from: "2027-01-01")
        }
        #expect(refusal?.description.contains("2 for 3") == true)
        // Abolished from the day on which the last leaves.
        _ = try await stage.city.psql(
            "update assignment set valid = daterange(lower(valid), '2026-09-01') where post_id = \(made.post)"
        )
        _ = try await stage.set(0, made.post, from: "2026-09-01")
        #expect(try await stage.seats("Perawat Ahli Muda", on: "2026-08-31") == [3, 3])
        #expect(try await stage.seats("Perawat Ahli Muda", on: "2026-09-01") == [])
        let history = try await stage.establishment.history(of: made.post, stage.agency)
        #expect(history.seatsBefore == 0 && history.formasi.map(\.seats) == [2, 3, 0])
        #expect(history.formasi.allSatisfy { $0.source == .decree && $0.recordedBy == "test" })
    }

    @Test("a seat that somebody leaves in the same file can be taken, and that of a row that is rejected cannot")
    func exchange() async throws {
        let stage = try await Stage.make()
        _ = try await stage.hold([SampleFile.post(1), SampleFile.post(2, title: "Analis")])
        _ = try await stage.set(1, try await stage.post(), from: "2026-01-01")
        _ = try await stage.set(1, try await stage.post("Analis"), from: "2026-01-01")
        let swap = try await stage.hold([
            SampleFile.post(1, title: "Analis", since: "01-06-2026"), SampleFile.post(2, since: "01-06-2026"),
        ])
        #expect((swap.changed, swap.rejected) == (2, 0))
        #expect(try await stage.seats("Analis", on: "2026-06-30") == [1, 1])
        // 3 takes nobody's seat, for 2 cannot go where 1 stays.
        let chain = try await stage.hold([
            SampleFile.post(2, title: "Analis", since: "01-07-2026"), SampleFile.post(3, since: "01-07-2026"),
        ])
        #expect(chain.rejected == 2 && chain.rejections.allSatisfy { $0.code == "seats_taken" })
        // A structural post may have two seats, if the city says so.
        _ = try await stage.hold([SampleFile.post(3, kind: 1, echelon: "22", title: "Staf Ahli")])
        #expect(try await stage.hold([SampleFile.post(4, kind: 1, echelon: "22", title: "Staf Ahli")]).rejected == 1)
        _ = try await stage.set(2, try await stage.post("Staf Ahli"), from: "2021-01-01")
        #expect(try await stage.hold([SampleFile.post(4, kind: 1, echelon: "22", title: "Staf Ahli")]).added == 1)
    }

    @Test(
        "a former holder beyond the seats that were given is left out with a warning; before the first entry nothing is said"
    )
    func history() async throws {
        let stage = try await Stage.make()
        _ = try await stage.hold([SampleFile.post(1), SampleFile.post(2, title: "Analis")])
        _ = try await stage.set(1, try await stage.post(), from: "2024-01-01")
        let report = try await stage.hold([
            SampleFile.post(2, since: "01-02-2022"), SampleFile.post(2, title: "Analis", since: "01-06-2023"),
            SampleFile.post(3, since: "01-02-2022"), SampleFile.post(3, title: "Analis", since: "01-06-2025"),
        ])
        #expect(report.rejected == 0)
        #expect(report.warnings.map { "\($0.line) \($0.code)" } == ["4 seats_taken"])
        #expect(try await stage.seats("Pengadministrasi", on: "2023-01-01") == [2, 2])
        #expect(try await stage.seats("Pengadministrasi", on: "2024-06-01") == [1, 1])
        // Of a post for which nobody entered seats they are raised for that time, and fall again.
        let other = try await Stage.make()
        _ = try await other.hold([SampleFile.post(1)])
        _ = try await other.hold([SampleFile.post(2, since: "01-01-2024")])
        _ = try await other.hold([
            SampleFile.post(3, since: "01-02-2025"), SampleFile.post(3, title: "Analis", since: "01-06-2025"),
        ])
        for (day, seats) in [("2023-12-31", 1), ("2025-01-31", 2), ("2025-02-01", 3), ("2025-06-01", 2)] {
            #expect(try await other.seats("Pengadministrasi", on: day).first == seats, "\(day)")
        }
        #expect(try await other.vacant(on: "2025-07-01") == 0)
    }

    @Test("a move finds no seat where there are none on its day, and a merger adds them from its day on")
    func moves() async throws {
        let stage = try await Stage.make()
        let other = try await stage.city.add("dlh")[0]
        try await stage.city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(101)], to: other)
        try await stage.city.importLines(.posts, SampleFile.postsHeader, [SampleFile.post(101)], to: other)
        _ = try await stage.hold([SampleFile.post(1), SampleFile.post(2)])
        let draft = Establishment.Draft(unit: "U1", title: "Analis", level: .pelaksana, echelon: nil, jobClass: nil)
        let post = try await stage.establishment.add(draft, Self.formasi(1, from: "2026-11-15"), to: other).post
        func move(_ day: String) async throws {
            _ = try await Moves(stage.city.database)
                .carryOut(
                    Move(
                        nip: try NIP(SampleFile.nip(1)),
                        from: stage.agency.code,
                        to: other.code,
                        postID: post,
                        day: Self.date(day),
                        decreeNumber: "SK/1",
                        decreeDate: Self.date("2026-10-01")
                    )
                )
        }
        let taken = await #expect(throws: CityError.self) { try await move("2026-11-14") }
        #expect(taken?.code == .postTaken)
        try await move("2026-11-15")
        _ = try await stage.set(3, try await stage.post(), from: "2026-06-01")
        _ = try await stage.set(4, try await stage.post(), from: "2027-06-01")
        _ = try await stage.city.psql(
            "update agency set merged_into = \(other.id) where agency_id = \(stage.agency.id)"
        )
        _ = try await stage.city.database.transaction(as: .mover) { tx in
            try tx.one("select merge_people(\(stage.agency.id), \(other.id), '2026-12-01')", as: Int32.self)
        }
        let merged = try await stage.city.psql(
            """
            select t.title, t.capacity, f.valid_from, f.seats, f.source from post t
            left join formasi f using (agency_id, post_id) where agency_id = \(other.id) order by 1, 3
            """
        )
        #expect(
            merged == """
                Analis|0|2026-11-15|1|decree
                Pengadministrasi|1|2026-12-01|4|decree
                Pengadministrasi|1|2027-06-01|5|decree

                """
        )
    }

    @Test("a number that the table would refuse is refused with a reason")
    func impossible() async throws {
        let stage = try await Stage.make()
        _ = try await stage.hold([SampleFile.post(1)])
        let post = try await stage.post()
        for day in ["1899-12-31", "2201-01-01"] {
            let refusal = await #expect(throws: CityError.self) { _ = try await stage.set(2, post, from: day) }
            #expect(refusal?.code == .formasiDay, "\(day)")
        }
        let unknown = await #expect(throws: CityError.self) { _ = try await stage.set(2, 987_654, from: "2026-01-01") }
        #expect(unknown?.code == .postUnknown)
    }
}
