public import Texts

/// Where the talent of the city, or of one agency, stands on a day: its pictures, whether groups fare alike, how raters
/// differ, and what is to be prepared. No person is in it.
public struct TalentReport: Sendable, Hashable {
    public let frame: PictureFrame
    /// The cycle that the map and the ratings are of, such as "2026-Q3".
    public let cycle: String
    /// The rule set that rated, scored and placed.
    public let ruleSet: String
    public let nineBox: NineBox
    public let ratings: RatingDistributionPicture
    /// In the order of time; the last is shown among the first numbers.
    public let coverage: CoveragePicture
    public let ages: AgePyramidPicture
    public let tenure: TenurePicture
    /// Nil leaves its section out; so with the next three.
    public let bases: Bases?
    public let fairness: Fairness?
    public let raters: RaterSeverity?
    public let outlook: Outlook?

    public init(
        frame: PictureFrame,
        cycle: String,
        ruleSet: String,
        nineBox: NineBox,
        ratings: RatingDistributionPicture,
        coverage: CoveragePicture,
        ages: AgePyramidPicture,
        tenure: TenurePicture,
        bases: Bases? = nil,
        fairness: Fairness? = nil,
        raters: RaterSeverity? = nil,
        outlook: Outlook? = nil
    ) {
        self.frame = frame
        self.cycle = cycle
        self.ruleSet = ruleSet
        self.nineBox = nineBox
        self.ratings = ratings
        self.coverage = coverage
        self.ages = ages
        self.tenure = tenure
        self.bases = bases
        self.fairness = fairness
        self.raters = raters
        self.outlook = outlook
    }

    /// A self-contained page, for a screen and for A4: no script, no font and no picture from elsewhere.
    public func html(language: Language = .indonesian) -> String {
        TalentReportPage(report: self, language: language).document.text
    }
}
