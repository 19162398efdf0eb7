import Personnel

/// How an agency's raters rate: the shares of the ratings, and of people who have none.
struct RatingClimate: Sendable {
    /// By `Rating.allCases`; their sum is 1.
    let shares: [Double]
    let missing: Double

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
        let praise = 0.18 * kindOfPraise * (1 + freedom * 0.4 * (2 * random.fraction() - 1))
        let blame = 0.10 * kindOfBlame * (1 + freedom * 0.4 * (2 * random.fraction() - 1))
        shares = [praise, 1 - praise - blame, blame * 0.7, blame * 0.2, blame * 0.1]
        let drawn = random.fraction()
        missing = 0.04 + freedom * (0.12 * drawn * drawn - 0.04)
    }
}
