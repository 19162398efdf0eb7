public import Personnel
public import Texts

/// What an appraisal cycle came to: figures of the city and its agencies, and of the run. No person is in it.
public struct CycleReport: Sendable, Hashable {
    /// The city's name, such as "Kota Medan".
    public let title: String
    /// The cycle's code, such as "2026-Q3".
    public let cycle: String
    /// First day of the cycle's period.
    public let firstDate: CivilDate
    /// Last day of the cycle's period.
    public let lastDate: CivilDate
    /// The day whose state is shown.
    public let asOf: CivilDate
    /// The rule set that rated, scored and placed.
    public let ruleSet: String
    /// Where each box of the talent map stands: as the rule set says.
    public let boxes: BoxTable
    /// In the order of the page.
    public let agencies: [Agency]
    /// In the order of the cycle.
    public let phases: [Phase]
    /// Cycles up to this one, in the order of time; none leaves the section out.
    public let history: [CoveragePicture.Cycle]
    public let imprint: Imprint

    public init(
        title: String,
        cycle: String,
        firstDate: CivilDate,
        lastDate: CivilDate,
        asOf: CivilDate,
        ruleSet: String,
        boxes: BoxTable,
        agencies: [Agency],
        phases: [Phase],
        history: [CoveragePicture.Cycle] = [],
        imprint: Imprint = Imprint()
    ) {
        self.title = title
        self.cycle = cycle
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.asOf = asOf
        self.ruleSet = ruleSet
        self.boxes = boxes
        self.agencies = agencies
        self.phases = phases
        self.history = history
        self.imprint = imprint
    }

    /// The city is the sum of its agencies: a person has one live appraisal, at one agency.
    public var city: CycleFigures { agencies.reduce(CycleFigures()) { $0 + $1.figures } }

    func nineBox(_ figures: CycleFigures) -> NineBox {
        NineBox(counts: figures.boxes, unplaced: figures.unplaced, boxes: boxes)
    }

    /// A self-contained page, for a screen and for A4: no script, no font and no picture from elsewhere.
    public func html(language: Language = .indonesian) -> String {
        CycleReportPage(self, language: language).document.text
    }
}

extension CycleReport {
    public struct Agency: Sendable, Hashable {
        public let code: String
        public let name: String
        public let shortName: String
        public let figures: CycleFigures

        public init(code: String, name: String, shortName: String, figures: CycleFigures) {
            self.code = code
            self.name = name
            self.shortName = shortName
            self.figures = figures
        }
    }

    /// One phase of the cycle.
    public struct Phase: Sendable, Hashable {
        /// A phase's code, such as "open".
        public let name: String
        /// "waiting", "running", "done", "failed", "cancelled" or "scheduled".
        public let state: String
        /// The day on which it is due.
        public let due: CivilDate
        public let people: Int
        /// People whom it could not handle.
        public let failures: Int

        public init(name: String, state: String, due: CivilDate, people: Int, failures: Int) {
            self.name = name
            self.state = state
            self.due = due
            self.people = people
            self.failures = failures
        }
    }
}
