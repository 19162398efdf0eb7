/// A rule of the pattern of ratings that a unit does not keep.
public struct DistributionFinding: Sendable, Hashable {
    public let rule: DistributionPattern.Rule
    /// The percent of members who have one of the rule's ratings.
    public let share: Score
    /// The members who were rated.
    public let members: Int
    /// Whether the unit is too small for percentages to mean anything.
    public let isSmall: Bool

    /// The percent that the rule asks for.
    public var limit: Int { rule.percent }
    /// Always: no rating is refused or changed for it.
    public var isAdvisory: Bool { true }
}
