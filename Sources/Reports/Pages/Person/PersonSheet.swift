public import Personnel
public import Texts

/// How one person came to a box of the talent map: every component with its weight, its score and its evidence.
///
/// It is about a person: who may see it is decided before it is made.
public struct PersonSheet: Sendable, Hashable {
    public let name: String
    /// The number of the civil servant, as it is to be shown.
    public let nip: String
    public let post: String
    public let agency: String
    /// The day whose state is shown.
    public let asOf: CivilDate
    /// The cycle's code; "–" where it is of a day alone.
    public let cycle: String
    /// The rule set that scored and placed.
    public let ruleSet: String
    public let performance: Axis
    public let potential: Axis
    /// 1 to 9; nil while an axis has no level.
    public let box: Int?
    /// Where each box stands: as the rule set says.
    public let boxes: BoxTable
    /// Of each box, 0 to 1, box 1 first; nil where none were reckoned.
    public let probabilities: [Double]?
    /// The first first.
    public let versions: [Version]
    public let imprint: Imprint

    /// - Parameters:
    ///   - box: 1 to 9; nil while an axis has no level.
    ///   - probabilities: nine numbers from 0 to 1, box 1 first; nil where none were reckoned.
    ///   - versions: the first first.
    public init(
        name: String,
        nip: String,
        post: String,
        agency: String,
        asOf: CivilDate,
        cycle: String,
        ruleSet: String,
        performance: Axis,
        potential: Axis,
        box: Int?,
        boxes: BoxTable,
        probabilities: [Double]? = nil,
        versions: [Version] = [],
        imprint: Imprint = Imprint()
    ) {
        precondition(box.map { (1...9).contains($0) } ?? true, "there are nine boxes")
        precondition(probabilities.map { $0.count == 9 } ?? true, "there are nine boxes")
        self.name = name
        self.nip = nip
        self.post = post
        self.agency = agency
        self.asOf = asOf
        self.cycle = cycle
        self.ruleSet = ruleSet
        self.performance = performance
        self.potential = potential
        self.box = box
        self.boxes = boxes
        self.probabilities = probabilities
        self.versions = versions
        self.imprint = imprint
    }

    /// A self-contained page, for a screen and for A4: no script, no font and no picture from elsewhere.
    public func html(language: Language = .indonesian) -> String {
        PersonSheetPage(sheet: self, language: language).document.text
    }
}
