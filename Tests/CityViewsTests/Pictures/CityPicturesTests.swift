import CityDatabase
import CityViews
import CityWork
import Jobs
import Personnel
import Reports
import Synchronization
import TestSupport
import Testing

/// Pictures of a small city with a cycle that was placed.
@Suite("Pictures of a city", .timeLimit(.minutes(10)))
struct CityPicturesTests {
    private let code = Literal.cycle("2026-Q3")
    private let day = Literal.day(2026, 10, 31)

    /// Six people of one agency, five of them rated.
    private func city() async throws -> (city: TestCity, agency: Agency) {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let runs = CycleRuns(.medan, city.connections)
        _ = try await runs.add(code, CycleCalendar(code))
        try await city.importLines(.people, SampleFile.peopleHeader, (1...6).map { SampleFile.person($0) }, to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, (1...6).map { SampleFile.post($0) }, to: agency)
        let ratings = (1...5).map { SampleFile.rating($0, 2, 2) }
        try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
        try await runs.makeDue(code, through: .place)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "pictures")).run(untilIdle: true)
        return (city, agency)
    }

    @Test("show the people, their ratings and their boxes, as the talent report does")
    func pictures() async throws {
        let (city, agency) = try await city()
        let pictures = CityPictures(city.database, in: .agency(agency), day: day) { Issue.record("left out: \($0)") }
        #expect(pictures.frame == PictureFrame(scope: "Dinas dinkes", asOf: day))
        let map = try await pictures.nineBox(code)
        #expect(map.nineBox.placed + map.nineBox.unplaced == 5)
        let placed = try #require(try await Cycles(city.database).days(Cycles(city.database).find(code))[.place])
        #expect(map.frame == PictureFrame(scope: "Dinas dinkes", asOf: min(placed, day), cycle: "2026-Q3"))
        #expect(try await pictures.distribution(code).ratings == [0, 5, 0, 0, 0])
        let ages = try await pictures.ages()
        #expect(ages.bands.reduce(0) { $0 + $1.men } == 6 && ages.retirements.map(\.year) == Array(2026...2035))
        #expect(try await pictures.tenure().years[5] == 6)
        let cycle = try await Cycles(city.database).find(code)
        let history = try await pictures.history(through: cycle)
        #expect(history.map(\.code) == ["2026-Q3"] && history[0].people == 6 && history[0].rated == 5)

        let report = try await TalentReportView(city.database, cycle, in: .agency(agency), title: nil, today: day) {
            _ in
        }
        .report()
        #expect(report.cycle == "2026-Q3" && report.ratings.ratings == [0, 5, 0, 0, 0])
        #expect(report.coverage.cycles == history && report.outlook?.due == 6)
    }

    @Test("without an agency they are the city's, and without a scored cycle there is no distribution")
    func empty() async throws {
        let city = try await TestCity.make()
        let pictures = CityPictures(city.database, in: .city, day: day) { Issue.record("left out: \($0)") }
        #expect(pictures.frame.scope == "Kota Medan")
        #expect(try await pictures.coverage().cycles.isEmpty)
        await #expect(throws: CityError.self) { try await pictures.distribution(nil) }
    }

    @Test("the map and its table have the boxes of the cycle's rule set")
    func boxesOfRuleSet() async throws {
        let city = try await TestCity.make()
        _ = try await CycleRuns(.medan, city.connections).add(code, CycleCalendar(code))
        let cycle = try await Cycles(city.database).find(code)
        _ = try await city.psql(
            """
            set session_replication_role = replica;
            delete from talent_box where rule_set = '\(cycle.ruleSet)' and box in (4, 7);
            insert into talent_box (rule_set, performance_level, potential_level, box)
            values ('\(cycle.ruleSet)', 3, 1, 7), ('\(cycle.ruleSet)', 3, 2, 4)
            """
        )
        let map = try await CityPictures(city.database, in: .city, day: day) { _ in }.nineBox(code)
        #expect(map.nineBox.boxes.grid == [[7, 4, 9], [2, 5, 8], [1, 3, 6]])
        #expect(TalentMapView.table(map.nineBox).rows[6].prefix(3) == [.integer(7), .text("high"), .text("low")])
    }

    @Test("tell of the people whom they leave out")
    func leftOut() async throws {
        let (city, agency) = try await city()
        // What a database without these checks may hold.
        _ = try await city.psql(
            """
            alter table person drop constraint person_appointed_check, drop constraint person_birth_date_bounds_check;
            set session_replication_role = replica;
            update person set birth_date = 'infinity' where nip = '\(SampleFile.nip(1))'
            """
        )
        let said = Mutex<[LeftOut]>([])
        let pictures = CityPictures(city.database, in: .agency(agency), day: day) { leftOut in
            said.withLock { $0.append(leftOut) }
        }
        let ages = try await pictures.ages()
        #expect(ages.bands.reduce(0) { $0 + $1.men } == 5)
        #expect(said.withLock { $0 } == [.people(2)])
    }
}
