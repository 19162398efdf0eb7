/// Where a person stands on the talent map, and what that rests on.
public struct TalentPlacementScore: Sendable, Hashable {
    /// Y; nil when nothing of the axis is known.
    public let performance: AxisScore?
    /// X; nil when nothing of the axis is known.
    public let potential: AxisScore?
    public let performanceLevel: TalentLevel?
    /// Nil without a level of performance.
    public let performanceBasis: PerformanceBasis?
    /// Nil while too few of the two assessments are known.
    public let potentialLevel: TalentLevel?
    /// 1...9; nil unless both levels are there.
    public let box: Int?
    /// 0.5 Y + 0.5 X (Keputusan Kepala BKN 411/2025), of the scores as rounded; nil unless both axes have one. Read it
    /// with what is known of each.
    public let talentScore: Score?
    /// The components that were not known, in their order: they left the mean and were not counted as zero.
    public let missing: [TalentComponent]

    public init(
        performance: AxisScore?,
        potential: AxisScore?,
        performanceLevel: TalentLevel?,
        performanceBasis: PerformanceBasis?,
        potentialLevel: TalentLevel?,
        box: Int?,
        talentScore: Score?,
        missing: [TalentComponent]
    ) {
        self.performance = performance
        self.potential = potential
        self.performanceLevel = performanceLevel
        self.performanceBasis = performanceBasis
        self.potentialLevel = potentialLevel
        self.box = box
        self.talentScore = talentScore
        self.missing = missing
    }
}
