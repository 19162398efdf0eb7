/// The score of one axis of the talent map, and how much of the axis it is made of.
public struct AxisScore: Sendable, Hashable {
    /// The weighted mean over the components that are known.
    public let value: Score
    /// Percent of the axis that is known, 1...100.
    public let knownWeight: Int

    public init(value: Score, knownWeight: Int) {
        self.value = value
        self.knownWeight = knownWeight
    }
}
