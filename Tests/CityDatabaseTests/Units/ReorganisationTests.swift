import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Units and agencies that split, merge, move, end and get other names.
@Suite("Reorganisation", .timeLimit(.minutes(20)))
struct ReorganisationTests {
    private let day = CivilDate(daysSince2000: 9_800)  // 2026-10-31
    private let before = CivilDate(daysSince2000: 9_677)  // 2026-06-30

    private func decision(_ change: Reorganisation.Change, on day: CivilDate? = nil) -> Reorganisation {
        Reorganisation(change, on: day ?? self.day, decreeNumber: "9/2026", recordedBy: "BKPSDM")
    }

    private func post(_ title: String, of unit: String, _ stage: AppraisalStage) async throws -> UnitPost {
        let posts = try await Units(stage.city.database).posts(of: unit, in: stage.agencies[0], on: day)
        return try #require(posts.first { $0.title == title })
    }

    /// Everything that a reorganisation writes.
    private func rows(_ stage: AppraisalStage) async throws -> String {
        var rows = ""
        for table in [
            "org_unit", "org_unit_former", "org_unit_event", "post", "post_former", "assignment", "employment",
        ] {
            rows += try await stage.city.psql("select * from \(table) order by 1, 2")
        }
        return rows
    }

    private func units(_ stage: AppraisalStage, on day: CivilDate) async throws -> [String] {
        try await Units(stage.city.database).list(in: .agency(stage.agencies[0]), on: day)
            .map { "\($0.depth ?? 0) \($0.id) \($0.name) \($0.posts)/\($0.seats)/\($0.held)" }
    }

    @Test("a split moves posts with their holders; nothing before the day changes, and no time in post begins anew")
    func split() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let past = try await CityReading(stage, on: before)
        let clerks = try await post("Pengadministrasi", of: "C0", stage)
        let units = Units(stage.city.database)
        let assignments = try await stage.city.psql("select * from assignment order by 1, 2")
        let change = decision(.split("C0", into: "D0", name: "Bidang Baru", parent: nil, posts: [clerks.number]))
        let known = try await rows(stage)
        #expect(try await units.apply(change, to: stage.agencies[0], dryRun: true) == 1)
        #expect(try await rows(stage) == known, "a rehearsal keeps nothing")
        #expect(try await units.apply(change, to: stage.agencies[0]) == 1)
        #expect(try await CityReading(stage, on: before) == past)
        #expect(try await stage.city.psql("select * from assignment order by 1, 2") == assignments)
        #expect(
            try await self.units(stage, on: day) == [
                "1 A0 Unit A0 1/1/1", "2 D0 Bidang Baru 1/3/3", "2 B0 Unit B0 2/4/4", "2 C0 Unit C0 1/1/1",
            ]
        )
        let holders = try await Workforce(stage.city.database, asOf: day)
            .holders(in: .agency(stage.agencies[0]), purpose: "test")
        #expect(holders.count { $0.unit == "Bidang Baru" && $0.since < before } == 3)
        let history = try await units.history(of: "D0", in: stage.agencies[0])
        #expect(history.map { "\($0.kind ?? "") \($0.other ?? "") \($0.name ?? "")" } == ["split C0 Bidang Baru"])
        // A file of the days before says nothing new, and brings nothing back.
        let now = try await rows(stage)
        let old = try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            (7...9)
                .map {
                    "x,\(SampleFile.nip($0)),4,C0,A0,,01-02-2021,800/1,15-01-2021,Unit C0,Pengadministrasi"
                },
            to: stage.agencies[0]
        )
        #expect((old.rejected, old.added, old.changed, old.unchanged) == (0, 0, 0, 3))
        // What such a post asks is of the post, wherever it stands now.
        let asked = try await stage.city.importLines(
            .standards,
            "unorId,namaJabatan,kompetensi,level,berlakuMulai",
            ["C0,Pengadministrasi,Komunikasi,2,01-01-2025"],
            to: stage.agencies[0]
        )
        #expect((asked.rejected, asked.added) == (0, 1))
        #expect(try await stage.city.psql("select post_id from competency_standard") == "\(clerks.number)\n")
        #expect(try await rows(stage) == now)
    }

    @Test("a merger of units adds seats of equal titles, and everybody keeps the time in post")
    func merge() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let past = try await CityReading(stage, on: before)
        let scores = try await TalentMap(stage.city.database)
            .counts(
                try await TalentMap(stage.city.database).source(on: day),
                in: .city
            )
        #expect(
            try await Units(stage.city.database).apply(decision(.merge("C0", into: "B0")), to: stage.agencies[0]) == 2
        )
        #expect(try await CityReading(stage, on: before) == past)
        #expect(try await units(stage, on: day) == ["1 A0 Unit A0 1/1/1", "2 B0 Unit B0 3/8/8"])
        let holders = try await Workforce(stage.city.database, asOf: day)
            .holders(in: .agency(stage.agencies[0]), purpose: "test")
        #expect(holders.count == 9 && holders.allSatisfy { $0.since < before })
        // Nobody has come to know another unit by it.
        let after = try await TalentMap(stage.city.database)
            .counts(
                try await TalentMap(stage.city.database).source(on: day),
                in: .city
            )
        #expect(after.boxes == scores.boxes && after.unplaced == scores.unplaced)
        let old = try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            ["x,\(SampleFile.nip(7)),4,C0,A0,,01-02-2021,800/1,15-01-2021,Unit C0,Pengadministrasi"],
            to: stage.agencies[0]
        )
        #expect(old.rejections.map(\.code) == ["unit_ended"])
        // SIASN names the other unit some day, with the first day in the post.
        let new = try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            ["x,\(SampleFile.nip(7)),4,B0,A0,,01-02-2021,800/1,15-01-2021,Unit B0,Pengadministrasi"],
            to: stage.agencies[0]
        )
        #expect((new.rejected, new.changed, new.unchanged) == (0, 0, 1))
    }

    @Test("another name or place holds from its day, and what came later is not undone")
    func rename() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let units = Units(stage.city.database)
        let agency = stage.agencies[0]
        let past = try await CityReading(stage, on: before)
        #expect(try await units.apply(decision(.rename("B0", to: "Bidang Mutu")), to: agency) == 1)
        #expect(try await units.apply(decision(.rename("B0", to: "Bidang Mutu")), to: agency) == 0)
        #expect(try await units.apply(decision(.move("C0", under: "B0")), to: agency) == 1)
        #expect(try await CityReading(stage, on: before) == past)
        #expect(
            try await self.units(stage, on: day) == [
                "1 A0 Unit A0 1/1/1", "2 B0 Bidang Mutu 2/4/4", "3 C0 Unit C0 2/4/4",
            ]
        )
        await #expect(throws: CityError(.unitLaterChange, ["day": "2026-10-31"])) {
            try await units.apply(decision(.rename("B0", to: "Lain"), on: before), to: agency)
        }
        // The head above is found by the tree of the day.
        let raters = """
            select above_nip from raters(\(agency.id), '%') r join org_unit u using (org_unit_id) where u.siasn_id = 'C0'
            """
        let (then, now) = (raters.replacing("%", with: before.iso), raters.replacing("%", with: day.iso))
        #expect(try await stage.city.psql(then) == "\(SampleFile.nip(1))\n")
        #expect(try await stage.city.psql(now) == "\(SampleFile.nip(2))\n")
    }

    @Test("what cannot be is refused, and leaves nothing")
    func refused() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let units = Units(stage.city.database)
        let head = try await post("Kepala Bidang B", of: "B0", stage)
        let known = try await rows(stage)
        let cases: [(Reorganisation, CityError.Code)] = [
            (decision(.move("A0", under: "C0")), .unitCircle), (decision(.move("A0", under: "A0")), .unitCircle),
            (decision(.close("B0")), .unitPostsHeld), (decision(.rename("X", to: "Y")), .unitNotThen),
            (decision(.merge("B0", into: "B0")), .unitMergedSelf),
            (decision(.add("B0", name: "B", parent: nil)), .unitKnown),
            (decision(.split("C0", into: "D0", name: "D", parent: nil, posts: [head.number])), .unitPostForeign),
            (decision(.rename("B0", to: "Y"), on: CivilDate(daysSince2000: 60_000)), .unitDayToCome),
            (Reorganisation(.rename("B0", to: "Y"), on: day, decreeNumber: " ", recordedBy: "x"), .unitDecreeMissing),
        ]
        for (change, code) in cases {
            let error = await #expect(throws: CityError.self, "\(change)") {
                try await units.apply(change, to: stage.agencies[0])
            }
            #expect(error?.code == code, "\(change)")
        }
        #expect(try await rows(stage) == known)
        let before = decision(.add("D0", name: "D", parent: "A0"), on: self.before)
        _ = try await units.apply(before, to: stage.agencies[0])
        _ = try await units.apply(decision(.close("D0")), to: stage.agencies[0])
        #expect(try await self.units(stage, on: day).count == 3)
        #expect(try await self.units(stage, on: self.before).count == 4)
    }

    @Test("a merger of agencies changes no figure of a closed cycle and no reading of a day before")
    func agencies() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let past = try await CityReading(stage, on: before)
        let merged = try await Agencies(stage.city.database)
            .merge(stage.agencies[0].code, into: stage.agencies[1].code, on: day)
        #expect(merged.people == 9)
        let after = try await CityReading(stage, on: before)
        #expect(after == past)
        #expect(after.figures.count == 2)
        let today = try await Workforce(stage.city.database, asOf: day).vacancies(in: .city, by: day)
        #expect(today.isEmpty, "the seats of the closed agency are not vacant")
    }

    @Test("units go to another agency with their people; the rest stays, and it cannot be done twice")
    func transfer() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let past = try await CityReading(stage, on: before)
        let units = Units(stage.city.database)
        let move = { (dryRun: Bool) in
            try await units.transfer(
                ["C0"],
                of: stage.agencies[0],
                to: stage.agencies[1],
                on: day,
                decreeNumber: "9/2026",
                recordedBy: "BKPSDM",
                dryRun: dryRun
            )
        }
        let known = try await rows(stage)
        #expect(try await move(true) == 4)
        #expect(try await rows(stage) == known)
        #expect(try await move(false) == 4)
        #expect(try await CityReading(stage, on: before) == past)
        #expect(try await self.units(stage, on: day).count == 2)
        let holders = try await Workforce(stage.city.database, asOf: day)
            .holders(in: .agency(stage.agencies[1]), purpose: "test")
        #expect(holders.count == 13 && holders.allSatisfy { $0.since < before })
        let error = await #expect(throws: CityError.self) { try await move(false) }
        #expect(error?.code == .unitEnded)
        // The unit has ended in the first agency, and does not begin there again.
        let now = try await rows(stage)
        let back = await #expect(throws: CityError.self) {
            try await units.transfer(
                ["C0"],
                of: stage.agencies[1],
                to: stage.agencies[0],
                on: CivilDate(daysSince2000: 9_801),
                decreeNumber: "10/2026",
                recordedBy: "BKPSDM"
            )
        }
        #expect(back?.code == .unitEnded)
        #expect(try await rows(stage) == now)
    }
}
