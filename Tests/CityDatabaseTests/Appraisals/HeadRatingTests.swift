import CityDatabase
import Personnel
import TestSupport
import Testing

@Suite("The rating of a unit's head", .timeLimit(.minutes(20)))
struct HeadRatingTests {
    @Test("is the unit's own, and a difference is reported")
    func differs() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let appraisals = try await stage.appraisals
        try await appraisals.rateOrganisation(.baik, unit: "B0", documentNumber: "800/1")
        try await appraisals.rateOrganisation(.istimewa, unit: "C0", documentNumber: "800/2")
        let distributions = try await RatingQuality(stage.city.database, appraisals.cycle)
            .distributions(in: .agency(stage.agencies[0]))
        let byUnit = Dictionary(uniqueKeysWithValues: distributions.map { ($0.unit?.id ?? "", $0) })
        #expect(byUnit["B0"]?.head == .baik && byUnit["B0"]?.headDiffers == false)
        #expect(byUnit["C0"]?.head == .baik && byUnit["C0"]?.headDiffers == true)
        #expect(byUnit[""]?.headDiffers == nil, "nobody has said how the agency is")
        #expect(byUnit["B0"]?.members == 4 && byUnit["B0"]?.findings.allSatisfy(\.isSmall) == true)
    }

    @Test("has a value for each rating of the unit, from best to worst", arguments: OrganisationRating.allCases)
    func each(_ organisation: OrganisationRating) {
        let ratings = Rating.allCases
        #expect(
            ratings.firstIndex(of: organisation.headRating) == OrganisationRating.allCases.firstIndex(of: organisation)
        )
    }

    @Test("who leads the unit is the expected rater after its head has left, and the head rates no more")
    func headLeft() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .open)
        let appraisals = try await stage.appraisals
        let person = try AppraisalStage.nip(4)
        let rating = Expectations(workResult: .asExpected, workBehaviour: .asExpected)
        #expect(try await appraisals.record(person).rater == SampleFile.nip(2))
        _ = try await ServiceEvents(stage.city.database, stage.agencies[0])
            .record(
                ServiceEvent(
                    nip: try AppraisalStage.nip(2),
                    kind: .death,
                    day: try #require(CivilDate(iso: "2026-09-01")),
                    documentNumber: "882/1",
                    documentDate: nil,
                    recordedBy: "BKPSDM"
                )
            )
        #expect(try await appraisals.record(person).rater == SampleFile.nip(1), "the nearest head above")
        let acting = "x,\(SampleFile.nip(3)),1,B0,A0,31,15-09-2026,800/3,15-09-2026,Unit B0,Plt. Kepala Bidang B"
        let day = try #require(CivilDate(iso: "2026-09-15"))
        try await stage.city.importLines(.posts, SampleFile.postsHeader, [acting], to: stage.agencies[0], asOf: day)
        #expect(try await appraisals.record(person).rater == SampleFile.nip(3), "the acting head")
        let refused = await #expect(throws: CityError.self) {
            try await appraisals.rate(person, rating, rater: try AppraisalStage.nip(2))
        }
        #expect(refused?.code == .ratingRaterLeft)
        #expect(try await appraisals.rate(person, rating, rater: try AppraisalStage.nip(3)) == nil)
        #expect(try await appraisals.rate(person, rating, rater: try AppraisalStage.nip(1)) == AppraisalStage.nip(3))
    }
}
