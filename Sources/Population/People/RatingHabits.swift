import Personnel

/// How an agency's raters rate, on the city's day and in the years before it.
struct RatingHabits: Sendable {
    /// The shares of the ratings in one cycle, and of people who have none.
    struct Shares {
        /// By `Rating.allCases`; their sum is 1.
        let ratings: [Double]
        let missing: Double
    }

    private let praise: Double
    private let blame: Double
    private let missing: Double
    /// How much the praise has grown since the ratings began, as a part of today's.
    private let improvement: Double

    /// City-wide about 18, 72, 7, 2 and 1 in a hundred, and 4 without a rating; an agency differs by its kind and by
    /// chance, the less the larger its share of the city.
    init(_ profile: AgencyProfile, seed: UInt64, shareOfCity: Double) {
        var random = RandomStream(seed: seed, "rating climate", profile.code.description)
        let (kindOfPraise, kindOfBlame) =
            switch profile.kind {
            case "hospital": (1.3, 0.8)
            case "district": (0.7, 1.4)
            default: (1.0, 1.0)
            }
        let freedom = (1 - shareOfCity) * (1 - shareOfCity)
        praise = 0.18 * kindOfPraise * (1 + freedom * 0.4 * (2 * random.fraction() - 1))
        blame = 0.10 * kindOfBlame * (1 + freedom * 0.4 * (2 * random.fraction() - 1))
        let drawn = random.fraction()
        missing = 0.04 + freedom * (0.12 * drawn * drawn - 0.04)
        // Three in ten agencies have improved much; the others a little, or the other way.
        improvement = random.chance(0.3) ? 0.5 : 0.15 * (2 * random.fraction() - 1)
    }

    /// Two and a half years ago, and before, more than one in nine of those who are rated today were not.
    func shares(in cycle: CycleCode, asOf: CivilDate) -> Shares {
        let age = min(max(Double(asOf - cycle.last) / 913, 0), 1)
        let (praise, blame) = (praise * (1 - improvement * age), blame * (1 + improvement * age))
        return Shares(
            ratings: [praise, 1 - praise - blame, blame * 0.7, blame * 0.2, blame * 0.1],
            missing: 1 - (1 - missing) * (1 - 0.115 * age)
        )
    }
}
