/// A row that cannot be read, without a value of it.
public struct UnreadableRow: Sendable, Hashable, CustomStringConvertible {
    /// Where it is, as "agency dinkes, employment 17".
    public let place: String
    /// The column, and what does not fit.
    public let reason: String

    public var description: String { place.isEmpty ? reason : "\(place), \(reason)" }
}
