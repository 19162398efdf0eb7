import Personnel
import Testing

@Suite("A tier of functional posts")
struct FunctionalTierTests {
    @Test("has SIASN's code, a coefficient, a retirement age and a level of competency")
    func table() {
        let tiers = FunctionalTier.allCases
        #expect(tiers.map(\.code) == ["PM", "TR", "MH", "PY", "PT", "MU", "MA", "UT"])
        #expect(
            tiers.map(\.annualCoefficient.thousandths) == [
                3_750, 5_000, 12_500, 25_000, 12_500, 25_000, 37_500, 50_000,
            ]
        )
        #expect(tiers.map(\.defaultRetirementAge) == [58, 58, 58, 58, 58, 58, 60, 65])
        #expect(tiers.map(\.defaultCompetencyLevel.rawValue) == [1, 1, 2, 2, 2, 3, 4, 5])
        #expect(tiers.map(\.isExpert) == [false, false, false, false, true, true, true, true])
        #expect(tiers.allSatisfy { FunctionalTier(code: $0.code) == $0 })
        #expect(FunctionalTier(code: "pm") == nil && FunctionalTier(code: "") == nil)
        #expect(Set(tiers.map(\.title)).count == 8)
    }
}

@Suite("Credit points")
struct CreditPointsTests {
    @Test(
        "are the tier's coefficient by rating and months",
        arguments: [
            (FunctionalTier.muda, Rating.sangatBaik, 12, "37.500"), (.muda, .baik, 6, "12.500"),
            (.pemula, .baik, 12, "3.750"), (.pemula, .sangatBaik, 1, "0.469"), (.utama, .sangatKurang, 12, "12.500"),
            (.madya, .butuhPerbaikan, 12, "28.125"), (.terampil, .kurang, 3, "0.625"), (.mahir, .baik, 0, "0.000"),
        ]
    )
    func earned(tier: FunctionalTier, rating: Rating, months: Int, points: String) {
        #expect(CreditPoints.earned(tier: tier, rating: rating, months: months)?.description == points)
    }

    @Test("are the whole coefficient for a year rated baik, of every tier, and no more than a year's")
    func year() {
        for tier in FunctionalTier.allCases {
            #expect(CreditPoints.earned(tier: tier, rating: .baik, months: 12) == tier.annualCoefficient)
            #expect(CreditPoints.earned(tier: tier, rating: .baik, months: 13) == nil)
            #expect(CreditPoints.earned(tier: tier, rating: .baik, months: -1) == nil)
            for rating in Rating.allCases {
                let months = (0...12).compactMap { CreditPoints.earned(tier: tier, rating: rating, months: $0) }
                #expect(months.count == 13 && months == months.sorted())
            }
        }
        #expect(Rating.allCases.map { CreditPoints.percent(of: $0) } == [150, 100, 75, 50, 25])
    }
}
