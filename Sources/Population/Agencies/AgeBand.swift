/// The age bands in which head counts are published.
enum AgeBand: Int, CaseIterable {
    case under20, twenties, thirties, forties, early50s, over55

    var column: String {
        switch self {
        case .under20: "age_under_20"
        case .twenties: "age_20_29"
        case .thirties: "age_30_39"
        case .forties: "age_40_49"
        case .early50s: "age_50_55"
        case .over55: "age_over_55"
        }
    }

    /// Whole years; the oldest band ends before the post's retirement age.
    func ages(retirementAge: Int) -> ClosedRange<Int> {
        switch self {
        case .under20: 18...19
        case .twenties: 20...29
        case .thirties: 30...39
        case .forties: 40...49
        case .early50s: 50...55
        case .over55: 56...(retirementAge - 1)
        }
    }

    /// Steps of rank that people of this band have usually climbed, one in four years.
    var usualPromotions: Double {
        switch self {
        case .under20: 0
        case .twenties: 1
        case .thirties: 3
        case .forties: 5
        case .early50s: 7
        case .over55: 8
        }
    }
}
