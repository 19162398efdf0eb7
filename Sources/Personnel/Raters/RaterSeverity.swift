/// How much more severely, or more mildly, a rater rates than others do.
///
/// A simple model, and no rule of any regulation. Each rating is compared with the mean of its peer group: all ratings in
/// the city of people at the same level of post. A rater's mean deviation is part habit, part chance, part the people
/// rated; it is shrunk towards 0 by n / (n + k), where k is the variance of deviations within raters over that between
/// them (method of moments for a one-way random-effects model, empirical Bayes). A finding says where to look and never
/// changes a rating.
public struct RaterSeverity: Sendable, Hashable {
    /// One rating, by whom, of somebody at which level.
    public struct Observation: Sendable, Hashable {
        /// The rater's id.
        public let rater: Int
        /// The ratee's level of post: the peer group.
        public let level: PositionLevel
        public let rating: Rating

        public init(rater: Int, level: PositionLevel, rating: Rating) {
            self.rater = rater
            self.level = level
            self.rating = rating
        }
    }

    public let rater: Int
    /// The ratings that the rater gave.
    public let n: Int
    /// The mean of their raw values, 1 sangat baik ... 5 sangat kurang.
    public let rawMean: Double
    /// The mean of raw value less peer group's mean: above 0 is severe, below it mild.
    public let deviation: Double
    /// The deviation as far as it can be told from chance.
    public let severity: Double
    /// The standard error of `severity`.
    public let standardError: Double

    /// Whether the severity is more than two standard errors away from none.
    public var isNotable: Bool { abs(severity) > 2 * standardError }

    /// A rating's raw value less the rater's severity: to be shown beside the rating, never instead of it.
    public func adjusted(_ rating: Rating) -> Double { Double(rating.rawValue) - severity }

    /// Of all raters, by their ids; the order of the observations does not matter.
    ///
    /// Where nothing can be told from chance – no rater has rated twice, or raters differ no more among each other than
    /// each within – every severity is 0.
    public static func of(_ observations: [Observation]) -> [RaterSeverity] {
        let means = Dictionary(grouping: observations, by: \.level).mapValues { mean($0.map(\.rating.rawValue)) }
        let raters = Dictionary(grouping: observations, by: \.rater).sorted { $0.key < $1.key }
            .map { rater, given in
                // Sorted, so that sums of floating point come out the same whatever the order.
                let deviations = given.map { Double($0.rating.rawValue) - means[$0.level, default: 0] }.sorted()
                return (
                    rater: rater, rawMean: mean(given.map(\.rating.rawValue)), deviations: deviations,
                    deviation: deviations.reduce(0, +) / Double(deviations.count)
                )
            }
        let (within, between) = variances(raters.map { ($0.deviations, $0.deviation) })
        return raters.map { rater in
            let n = Double(rater.deviations.count)
            // n / (n + k) with k = within / between, so written that neither may be divided by.
            let share = between > 0 ? n * between / (n * between + within) : 0
            return RaterSeverity(
                rater: rater.rater,
                n: rater.deviations.count,
                rawMean: rater.rawMean,
                deviation: rater.deviation,
                severity: share * rater.deviation,
                standardError: ((1 - share) * between).squareRoot()
            )
        }
    }

    /// The variance of deviations within raters, and that of raters' true severities, 0 where there is none to be seen.
    private static func variances(_ raters: [(deviations: [Double], mean: Double)]) -> (within: Double, between: Double)
    {
        let count = Double(raters.count)
        let n = raters.reduce(0.0) { $0 + Double($1.deviations.count) }
        // Without two raters and one who has rated twice there is nothing to compare.
        guard count > 1, n > count else { return (0, 0) }
        let overall = raters.reduce(0.0) { $0 + $1.deviations.reduce(0, +) } / n
        var (inner, outer, squares) = (0.0, 0.0, 0.0)
        for rater in raters {
            let size = Double(rater.deviations.count)
            inner += rater.deviations.reduce(0.0) { $0 + ($1 - rater.mean) * ($1 - rater.mean) }
            outer += size * (rater.mean - overall) * (rater.mean - overall)
            squares += size * size
        }
        let within = inner / (n - count)
        let between = (outer / (count - 1) - within) / ((n - squares / n) / (count - 1))
        // Rounding leaves some 1e-17 where there is nothing.
        return (within, between > 1e-12 ? between : 0)
    }

    private static func mean(_ values: [Int]) -> Double {
        Double(values.reduce(0, +)) / Double(values.count)
    }
}
