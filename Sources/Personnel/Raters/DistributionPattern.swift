/// How the ratings of a unit's members should be spread, given the unit's own (PermenPANRB 6/2022 arts. 24–25, SE
/// MenPANRB 3/2023).
///
/// Advice and never a constraint: a small unit cannot meet percentages, and nobody is rated down to fill a share. "Most"
/// is read as more than half.
public struct DistributionPattern: Sendable, Hashable {
    public let organisation: OrganisationRating
    public let rules: [Rule]

    /// One sentence of the pattern: what share of the members has one of these ratings.
    public struct Rule: Sendable, Hashable {
        /// A stable code for data: the ratings' codes and the bound, such as "sangat_baik_at_most_70".
        public var code: String { "\(ratings.map(\.code).joined(separator: "_or_"))_\(bound.code)_\(percent)" }
        /// Their shares are added.
        public let ratings: [Rating]
        public let bound: Bound
        /// The limit, percent of the members.
        public let percent: Int

        /// Whether so many of the members keep the rule; compared exactly, not by a rounded share.
        public func isKept(by count: Int, of members: Int) -> Bool {
            switch bound {
            case .moreThan: count * 100 > percent * members
            case .atLeast: count * 100 >= percent * members
            case .atMost: count * 100 <= percent * members
            }
        }
    }

    public enum Bound: String, Sendable, Hashable, CaseIterable {
        case moreThan = "more_than"
        case atLeast = "at_least"
        case atMost = "at_most"

        public var code: String { rawValue }
    }

    public init(for organisation: OrganisationRating) {
        self.organisation = organisation
        rules =
            switch organisation {
            case .istimewa:
                [Rule([.sangatBaik], .moreThan, 50), Rule([.sangatBaik], .atMost, 70)]
            case .baik:
                [
                    Rule([.baik], .moreThan, 50), Rule([.baik], .atMost, 70),
                    Rule([.butuhPerbaikan, .kurang], .moreThan, 0),
                ]
            case .butuhPerbaikan:
                [Rule([.butuhPerbaikan], .atLeast, 60), Rule([.sangatBaik], .atMost, 10)]
            case .kurang:
                [
                    Rule([.kurang], .atLeast, 60), Rule([.butuhPerbaikan], .atLeast, 10),
                    Rule([.sangatBaik], .atMost, 10),
                ]
            case .sangatKurang:
                [
                    Rule([.sangatKurang], .atLeast, 60), Rule([.butuhPerbaikan, .kurang], .atLeast, 10),
                    Rule([.sangatBaik], .atMost, 0),
                ]
            }
    }

    /// The rules that a unit's ratings break; none for a unit without ratings.
    ///
    /// With fewer members than `minimumMembers` the findings are marked small: to be shown, not to be asked about.
    public static func findings(
        organisation: OrganisationRating,
        ratings: [Rating: Int],
        minimumMembers: Int
    ) -> [DistributionFinding] {
        let members = ratings.values.reduce(0, +)
        guard members > 0 else { return [] }
        return DistributionPattern(for: organisation).rules
            .compactMap { rule in
                let count = rule.ratings.reduce(0) { $0 + ratings[$1, default: 0] }
                guard !rule.isKept(by: count, of: members),
                    let share = Score.mean([(Score(100), count), (Score(0), members - count)])
                else { return nil }
                return DistributionFinding(
                    rule: rule,
                    share: share,
                    members: members,
                    isSmall: members < minimumMembers
                )
            }
    }

    /// For drawing: the percent, from and to, that each rating may have. A rule on two ratings together narrows neither
    /// from below.
    public static func expected(for organisation: OrganisationRating) -> [Rating: ClosedRange<Int>] {
        let rules = DistributionPattern(for: organisation).rules
        let lower = rules.filter { $0.bound != .atMost }
        return Dictionary(
            uniqueKeysWithValues: Rating.allCases.map { rating in
                let least = lower.first { $0.ratings == [rating] }?.percent ?? 0
                // What the others must have is not there for this one.
                let left = lower.reduce(100) { $1.ratings.contains(rating) ? $0 : $0 - $1.percent }
                let most = rules.first { $0.bound == .atMost && $0.ratings == [rating] }?.percent ?? 100
                return (rating, least...min(most, left))
            }
        )
    }
}

extension DistributionPattern.Rule {
    fileprivate init(_ ratings: [Rating], _ bound: DistributionPattern.Bound, _ percent: Int) {
        self.ratings = ratings
        self.bound = bound
        self.percent = percent
    }
}
