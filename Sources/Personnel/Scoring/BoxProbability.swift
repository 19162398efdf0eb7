#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How sure a box is: the probabilities that the true scores of a person lie in each of the nine.
///
/// A score is measured with an error, and near a threshold the box hangs on it. The model: the true score of each axis is
/// normal around the measured one, with the rule set's standard error of measurement (`performance_error`,
/// `potential_error`), the two errors independent; the thresholds cut it into levels, the outer ones open-ended. No
/// regulation asks for it, and the errors are the city's settings: they show which boxes to look at twice, and decide
/// nothing. A score on a threshold is as likely below it as above.
public struct BoxProbability: Sendable, Hashable {
    // By box number less one.
    private let probabilities: [Double]
    private let measured: Int

    /// Of both scores as measured.
    public init(performance: Score, potential: Score, rules: RuleSet) {
        self.init(
            performance: Self.levels(performance, on: .performance, rules),
            potential: Self.levels(potential, on: .potential, rules),
            measured: rules.boxes.number(
                performance: rules.level(of: performance, on: .performance),
                potential: rules.level(of: potential, on: .potential)
            ),
            boxes: rules.boxes
        )
    }

    /// Of a level of performance that the rating alone gave, which is taken as certain.
    public init(performanceLevel: TalentLevel, potential: Score, rules: RuleSet) {
        self.init(
            performance: TalentLevel.allCases.map { $0 == performanceLevel ? 1 : 0 },
            potential: Self.levels(potential, on: .potential, rules),
            measured: rules.boxes.number(
                performance: performanceLevel,
                potential: rules.level(of: potential, on: .potential)
            ),
            boxes: rules.boxes
        )
    }

    /// Of a placement, by what its level of performance rests on; nil for one without a box.
    public init?(_ placement: TalentPlacementScore, rules: RuleSet) {
        guard placement.box != nil, let level = placement.performanceLevel, let potential = placement.potential else {
            return nil
        }
        if placement.performanceBasis == .score, let performance = placement.performance {
            self.init(performance: performance.value, potential: potential.value, rules: rules)
        } else {
            self.init(performanceLevel: level, potential: potential.value, rules: rules)
        }
    }

    private init(performance: [Double], potential: [Double], measured: Int, boxes: BoxTable) {
        var probabilities = [Double](repeating: 0, count: 9)
        for cell in boxes.cells {
            probabilities[cell.number - 1] =
                performance[cell.performance.rawValue - 1] * potential[cell.potential.rawValue - 1]
        }
        self.probabilities = probabilities
        self.measured = measured
    }

    /// 0...1; 0 for a number other than 1...9. The nine add to 1.
    public func probability(of box: Int) -> Double {
        (1...9).contains(box) ? probabilities[box - 1] : 0
    }

    /// The box with the highest probability; of equal ones the measured box, then the lowest number.
    public var mostLikely: Int {
        (1...9).reduce(measured) { probability(of: $1) > probability(of: $0) ? $1 : $0 }
    }

    /// The probabilities of the three levels of an axis, from low to high.
    private static func levels(_ score: Score, on axis: TalentAxis, _ rules: RuleSet) -> [Double] {
        let error = rules[axis == .performance ? .performanceError : .potentialError]
        guard error > 0 else {
            let level = rules.level(of: score, on: axis)
            return TalentLevel.allCases.map { $0 == level ? 1 : 0 }
        }
        func below(_ level: TalentLevel) -> Double {
            let distance = rules.threshold(of: level, on: axis).hundredths - score.hundredths
            return normal(Double(distance) / Double(error))
        }
        let (medium, high) = (below(.medium), below(.high))
        return [medium, high - medium, 1 - high]
    }

    /// The distribution function of the standard normal.
    private static func normal(_ deviations: Double) -> Double {
        0.5 * erfc(-deviations / 2.0.squareRoot())
    }
}
