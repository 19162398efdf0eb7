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
}
