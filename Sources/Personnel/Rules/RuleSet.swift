/// The rules of appraisal and talent work that hold from one day on, as data.
///
/// Made of the reference tables and checked as a whole: a value of this type has no hole, no overlap and no weight too
/// many, so that what is computed with it needs no second look. Every result keeps the code of its rule set.
public struct RuleSet: Sendable, Hashable {
    /// A name, such as "2026.1".
    public let code: String
    /// The first day on which it holds; it holds until the next one does.
    public let validFrom: CivilDate
    /// The regulations and decrees behind it, in words.
    public let basis: String
    public let matrix: RatingMatrix
    /// The level of performance that the rating alone gives.
    public let performanceLevels: [Rating: TalentLevel]
    public let boxes: BoxTable
    /// Percent of its axis that each component makes up; those of an axis add to 100.
    public let weights: [TalentComponent: Int]
    /// By component, in the order of the table.
    public let parts: [ComponentPart]
    /// By component or part, then rising.
    public let steps: [ScoreStep]
    public let levelScores: [LevelScore]
    /// The lowest score, in whole points, of each level of each axis; the lowest level begins at 0.
    public let thresholds: [TalentAxis: [TalentLevel: Int]]
    /// By name: each of `RuleSetting.Name`.
    public let settings: [String: RuleSetting]

    /// Reads the rule set of one name out of the tables; throws everything that is wrong with it, not only the first.
    public init(tables: RuleTables, code: String) throws(Invalid) {
        var reader = RuleSetReader(tables: tables, code: code)
        reader.checkNames()
        let identity = reader.identity()
        let matrix = reader.matrix()
        performanceLevels = reader.performanceLevels()
        let boxes = reader.boxes()
        weights = reader.weights()
        parts = reader.parts()
        steps = reader.steps()
        levelScores = reader.levelScores()
        thresholds = reader.thresholds()
        settings = reader.settings()
        guard reader.problems.isEmpty, let identity, let matrix, let boxes else {
            throw Invalid(problems: reader.problems)
        }
        self.code = code
        validFrom = identity.validFrom
        basis = identity.basis
        self.matrix = matrix
        self.boxes = boxes
    }

    /// The value of a setting.
    public subscript(name: RuleSetting.Name) -> Int {
        // Every setting is there, or there would be no rule set.
        settings[name.rawValue]?.value ?? name.range.lowerBound
    }

    /// The level of an axis in which a score falls: a score on a threshold has reached it.
    public func level(of score: Score, on axis: TalentAxis) -> TalentLevel {
        let reached = TalentLevel.allCases.last { score.hundredths >= threshold(of: $0, on: axis).hundredths }
        return reached ?? .low
    }

    /// What the set says gives the level of performance.
    public var performanceBasis: PerformanceBasis { self[.performanceLevelBasis] == 1 ? .rating : .score }

    /// What gives the level of performance of a person of whom so many percent of the axis are known: the score only
    /// where the set says so and `minimum_performance_weight` percent are known.
    public func performanceBasis(known: Int) -> PerformanceBasis {
        known < self[.minimumPerformanceWeight] ? .rating : performanceBasis
    }

    /// The level of performance on either basis, whichever the set has.
    public func performanceLevel(_ basis: PerformanceBasis, rating: Rating, axis: AxisScore?) -> TalentLevel {
        // Every rating has a level, or there would be no rule set.
        let ofRating = performanceLevels[rating] ?? .low
        guard basis == .score, let axis, axis.knownWeight >= self[.minimumPerformanceWeight] else { return ofRating }
        return level(of: axis.value, on: .performance)
    }

    /// The lowest score of a level.
    public func threshold(of level: TalentLevel, on axis: TalentAxis) -> Score {
        Score(thresholds[axis]?[level] ?? 0)
    }
}

extension RuleSet {
    /// Everything that keeps some rows from being a rule set.
    public struct Invalid: Error, Sendable, Hashable {
        /// At least one: first the names of rule sets, then by table in the order of `RuleTable`.
        public let problems: [Problem]

        public init(problems: [Problem]) {
            self.problems = problems
        }
    }

    /// One thing that is wrong, and where.
    public struct Problem: Sendable, Hashable {
        /// The table's name.
        public let table: String
        /// The row, or where one should be, by the columns of its key: "axis=performance, level=2".
        public let row: String
        /// Why, in words that go on after the row.
        public let reason: String

        public init(table: String, row: String, reason: String) {
            self.table = table
            self.row = row
            self.reason = reason
        }
    }
}

extension RuleSet.Problem: CustomStringConvertible {
    public var description: String { row.isEmpty ? "\(table): \(reason)" : "\(table): \(row): \(reason)" }
}

extension RuleSet.Invalid: CustomStringConvertible {
    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
