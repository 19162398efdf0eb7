/// People by their level of performance on the talent map, on either basis: the rating's level beside the score's.
///
/// It shows what the choice of `performance_level_basis` means for a city. Small counts are hidden as in
/// `FairnessTable`, and with them those that would give one away.
public struct PerformanceBases: Sendable, Hashable {
    /// The rating, and the level on either basis, of some people alike.
    public struct Group: Sendable, Hashable {
        public let rating: Rating
        public let axis: AxisScore?
        public let people: Int

        public init(rating: Rating, axis: AxisScore?, people: Int) {
            self.rating = rating
            self.axis = axis
            self.people = people
        }
    }

    /// The one that the rule set goes by.
    public let inForce: PerformanceBasis
    /// Everybody with a level.
    public let people: Int
    /// People by the rating's level, from the lowest up; nil where it is hidden, as in the next three.
    public let byRating: [Int?]
    /// People by the score's level.
    public let byScore: [Int?]
    /// People whose level is lower by the score than by the rating.
    public let lower: Int?
    /// People whose level is higher by the score.
    public let higher: Int?
    /// Smaller counts are hidden.
    public let smallCell: Int

    public init(_ groups: some Sequence<Group>, rules: RuleSet) {
        var (byRating, byScore) = ([0, 0, 0], [0, 0, 0])
        var (lower, higher) = (0, 0)
        for group in groups {
            let rated = rules.performanceLevel(.rating, rating: group.rating, axis: group.axis)
            let scored = rules.performanceLevel(.score, rating: group.rating, axis: group.axis)
            byRating[rated.rawValue - 1] += group.people
            byScore[scored.rawValue - 1] += group.people
            if scored < rated { lower += group.people }
            if scored > rated { higher += group.people }
        }
        let small = rules[.smallCell]
        let isSmall = { (count: Int) in count > 0 && count < small }
        people = byRating.reduce(0, +)
        self.byRating = Self.shown(byRating, small)
        self.byScore = Self.shown(byScore, small)
        // Beside the shown counts either number could give a hidden one away.
        let isOpen = !(self.byRating + self.byScore).contains(nil) && !isSmall(lower) && !isSmall(higher)
        self.lower = isOpen ? lower : nil
        self.higher = isOpen ? higher : nil
        inForce = rules.performanceBasis
        smallCell = small
    }

    /// Counts whose sum is known: small ones are hidden, and so many others, the smallest first, that what is hidden is
    /// neither one count nor small together. That nobody has a level is on the map, too.
    private static func shown(_ counts: [Int], _ small: Int) -> [Int?] {
        var hidden = counts.indices.filter { counts[$0] > 0 && counts[$0] < small }
        guard !hidden.isEmpty else { return counts }
        while hidden.count == 1 || hidden.reduce(0, { $0 + counts[$1] }) < small {
            let others = counts.indices.filter { counts[$0] > 0 && !hidden.contains($0) }
            guard let next = others.min(by: { (counts[$0], $0) < (counts[$1], $1) }) else { break }
            hidden.append(next)
        }
        return counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
    }
}
