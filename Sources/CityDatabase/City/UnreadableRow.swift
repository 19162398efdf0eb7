/// A row that cannot be read. It holds none of the row's values.
public struct UnreadableRow: Sendable, Hashable, CustomStringConvertible {
    /// Where the row is, as "agency dinkes, employment 17".
    public let place: String
    /// The column, and why it cannot be read.
    public let reason: String

    public var description: String { place.isEmpty ? reason : "\(place), \(reason)" }
}
