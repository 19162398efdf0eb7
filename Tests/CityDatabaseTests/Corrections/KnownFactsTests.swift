import CityDatabase
import Personnel
import TestSupport
import Testing

/// Facts as of one day, as they were known on another.
@Suite("Facts as they were known", .timeLimit(.minutes(20)))
struct KnownFactsTests {
    private let ground = CorrectionGround(reason: "typing error", documentNumber: nil, correctedBy: "BKPSDM")

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// Makes what happened until now happen a day earlier.
    private func aDayPasses(_ city: TestCity) async throws {
        _ = try await city.psql(
            """
            set session_replication_role = replica;
            update fact_history set replaced_at = replaced_at - interval '1 day';
            update person_history set replaced_at = replaced_at - interval '1 day';
            update assignment set recorded_at = recorded_at - interval '1 day';
            """
        )
    }

    @Test("a corrected day, title and name read as they are, and as they were known before each correction")
    func asKnown() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(1)], to: agency)
        let lines = [
            SampleFile.post(1, title: "Pengelola Data", since: "01-07-2019"),
            SampleFile.post(1, title: "Analis Kepegawaan", since: "01-02-2021"),
        ]
        try await city.importLines(.posts, SampleFile.postsHeader, lines, to: agency)
        try await aDayPasses(city)
        let corrections = Corrections(city.database, agency)
        let nip = try NIP(SampleFile.nip(1))
        var day = AssignmentCorrection()
        day.since = try date("2020-03-01")
        _ = try await corrections.correct(RecordedAssignment(), of: nip, day, ground)
        try await aDayPasses(city)
        var title = PostCorrection()
        title.title = "Analis Kepegawaian"
        let post = try await city.psql("select post_id from post where title like 'Analis%'").trimmingLine
        _ = try await corrections.correct(post: try #require(Int64(post)), title, ground)
        var person = PersonCorrection()
        person.name = "Budi Lumbantoruan"
        _ = try await corrections.correct(nip, person, ground)

        let today = try #require(
            CivilDate(iso: try await city.psql("select city_day(now())").trimmingLine)
        )
        func facts(_ daysAgo: Int) async throws -> [String] {
            try await KnownFacts(city.database, agency)
                .facts(of: nip, on: date("2020-06-30"), known: today + -daysAgo)
                .filter { ["name", "definitive"].contains($0.name) }
                .map { "\($0.value) \($0.since?.iso ?? "") \($0.lastDay?.iso ?? "")" }
        }
        #expect(
            try await facts(0) == ["Budi Lumbantoruan  ", "Analis Kepegawaian, Bidang U1 2020-03-01 "]
        )
        // Yesterday the day was put right, and neither title nor name.
        #expect(try await facts(1) == ["Budi Sihombing  ", "Analis Kepegawaan, Bidang U1 2020-03-01 "])
        // Before that the person was in the former post on that day.
        #expect(try await facts(2) == ["Budi Sihombing  ", "Pengelola Data, Bidang U1 2019-07-01 2021-01-31"])
        // A former number leads to the person.
        var number = PersonCorrection()
        number.nip = try NIP("198002022005031001")
        number.birthDate = try date("1980-02-02")
        _ = try await corrections.correct(nip, number, ground)
        #expect(try await facts(0).count == 2)
    }
}
