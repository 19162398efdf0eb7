/// When a civil servant retires (batas usia pensiun).
///
/// The age is that of the post: UU 20/2023 art. 55 for managerial posts and executors, each functional post's own
/// reference row otherwise. Retirement takes effect on the first day of the month after the birthday.
public enum Retirement {
    /// By level of post; of functional posts the age that most have, for a row that is silent.
    public static let ages = Dictionary(
        uniqueKeysWithValues: PositionLevel.allCases.map { ($0, $0.defaultRetirementAge) }
    )

    /// By tier, for functional posts whose reference row is silent.
    public static let tierAges = Dictionary(
        uniqueKeysWithValues: FunctionalTier.allCases.map { ($0, $0.defaultRetirementAge) }
    )

    /// The age for a post: the reference row's, then the tier's, then the level's. A reference of 0, which two rows of
    /// SIASN hold, is not an age.
    public static func age(level: PositionLevel, tier: FunctionalTier? = nil, reference: Int? = nil) -> Int {
        if let reference, isAge(reference) { return reference }
        return tier?.defaultRetirementAge ?? level.defaultRetirementAge
    }

    /// The day from which the person is retired. Nil when the age is 0 or otherwise none.
    public static func date(birth: CivilDate, age: Int) -> CivilDate? {
        guard isAge(age) else { return nil }
        let next = birth.adding(months: age * 12 + 1)
        return CivilDate(year: next.year, month: next.month, day: 1)
    }

    /// The first day on which the year of preparation (masa persiapan pensiun) may begin, of a retirement on a day
    /// (PP 11/2017 art. 350).
    public static func preparation(before retirement: CivilDate) -> CivilDate { retirement.adding(months: -12) }

    /// The last day to tell the person, and to ask for the whole year of preparation, a month before it begins (Peraturan
    /// BKN 2/2019).
    public static func notice(before retirement: CivilDate) -> CivilDate { retirement.adding(months: -13) }

    private static func isAge(_ age: Int) -> Bool { (1...100).contains(age) }
}
