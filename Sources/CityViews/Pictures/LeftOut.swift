public import CityDatabase

/// What a picture or a report leaves out since it cannot be read.
public enum LeftOut: Sendable, Hashable {
    /// So many people with an impossible date.
    case people(Int)
    case rows([UnreadableRow])
}
