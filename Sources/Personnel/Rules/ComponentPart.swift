/// One of the parts that a component's score is the weighted mean of. The parts and their weights are city defaults:
/// the decree names the component alone.
public struct ComponentPart: Sendable, Hashable {
    public let component: TalentComponent
    /// A code, such as "time_in_level".
    public let part: String
    /// Percent of the component; those of one component add to 100.
    public let weight: Int

    public init(component: TalentComponent, part: String, weight: Int) {
        self.component = component
        self.part = part
        self.weight = weight
    }

    /// The parts that a rule set must have, in their order.
    public static let required: [(component: TalentComponent, parts: [String])] = [
        (.development, ["certificates", "leadership"]),
        (.experience, ["time_in_level", "variety", "acting"]),
    ]
}
