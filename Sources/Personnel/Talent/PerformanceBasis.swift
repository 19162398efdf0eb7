/// What gives the level of performance on the talent map.
public enum PerformanceBasis: String, Sendable, Hashable, CaseIterable {
    /// The axis's score against the thresholds.
    case score
    /// The rating alone: the rules say so, or too little of the axis is known.
    case rating
}
