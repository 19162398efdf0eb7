/// How far a person's competencies meet a post's standard (JPM): achieved levels over standard levels, in percent.
///
/// Rounded half up to two decimals and compared then. Filling a post and mapping people have cut-offs of their own; the
/// basis usually named is Peraturan BKN 26/2019.
public struct JobPersonMatch: Sendable, Hashable {
    /// Where surplus in one competency may make up for lack in another. Implementations differ: a setting,
    /// `match_cap_total`.
    public enum Cap: Sendable, Hashable, CaseIterable {
        /// The sum may make up, to 100 at most.
        case total
        /// Each level counts up to its standard only.
        case each

        /// As the rule set says.
        public init(rules: RuleSet) {
            self = rules[.matchCapTotal] == 1 ? .total : .each
        }
    }

    public enum Invalid: Error, Sendable, Hashable {
        /// There is no competency.
        case empty
        /// Not as many levels achieved as asked.
        case counts(standard: Int, achieved: Int)
        /// A standard outside 1...5, by its position from 0.
        case standard(Int, at: Int)
        /// An achieved level outside 0...5, by its position from 0.
        case achieved(Int, at: Int)

        public var reason: String {
            switch self {
            case .empty: "a match needs at least one competency"
            case .counts(let standard, let achieved): "\(achieved) levels achieved for a standard of \(standard)"
            case .standard(let level, let index): "standard level \(level) of competency \(index + 1) is not 1 to 5"
            case .achieved(let level, let index): "achieved level \(level) of competency \(index + 1) is not 0 to 5"
            }
        }
    }

    /// 0.00...100.00.
    public let value: Score

    /// One level for each competency, in the same order on both sides. An achieved level of 0 is one that was assessed
    /// and not shown.
    public init(standard: [Int], achieved: [Int], cap: Cap) throws(Invalid) {
        guard !standard.isEmpty || !achieved.isEmpty else { throw .empty }
        guard standard.count == achieved.count else {
            throw .counts(standard: standard.count, achieved: achieved.count)
        }
        for (index, level) in standard.enumerated() where !(1...5).contains(level) {
            throw .standard(level, at: index)
        }
        for (index, level) in achieved.enumerated() where !(0...5).contains(level) {
            throw .achieved(level, at: index)
        }
        let asked = standard.reduce(0, +)
        let met =
            switch cap {
            case .total: min(achieved.reduce(0, +), asked)
            case .each: zip(standard, achieved).reduce(0) { $0 + min($1.0, $1.1) }
            }
        value = Score.mean([(Score(100), met), (Score(0), asked - met)]) ?? Score(0)
    }

    /// The grade for filling a post or a selection.
    public var filling: Filling {
        switch value {
        case Score(80)...: .meets
        case Score(68)...: .stillMeets
        default: .doesNotMeet
        }
    }

    /// The grade for a mapping of people.
    public var mapping: Mapping {
        switch value {
        case Score(90)...: .optimal
        case Score(78)...: .fairlyOptimal
        default: .lessOptimal
        }
    }

    /// 80 and above, 68 and above, below.
    public enum Filling: String, Sendable, Hashable, CaseIterable {
        case meets = "MS"
        case stillMeets = "MMS"
        case doesNotMeet = "KMS"

        /// "MS", "MMS" or "KMS".
        public var code: String { rawValue }

        public var title: String {
            switch self {
            case .meets: "Memenuhi Syarat"
            case .stillMeets: "Masih Memenuhi Syarat"
            case .doesNotMeet: "Kurang Memenuhi Syarat"
            }
        }
    }

    /// 90 and above, 78 and above, below.
    public enum Mapping: String, Sendable, Hashable, CaseIterable {
        case optimal
        case fairlyOptimal = "fairly_optimal"
        case lessOptimal = "less_optimal"

        /// A stable code for data, such as "fairly_optimal".
        public var code: String { rawValue }

        public var title: String {
            switch self {
            case .optimal: "Optimal"
            case .fairlyOptimal: "Cukup Optimal"
            case .lessOptimal: "Kurang Optimal"
            }
        }
    }
}
