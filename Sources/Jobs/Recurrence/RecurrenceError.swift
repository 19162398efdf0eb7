/// Why a recurrence was refused.
public struct RecurrenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The part of the rule, such as BYMONTHDAY, or "zone".
    public let part: String
    /// What is wrong with it.
    public let reason: String
    /// What may stand there instead.
    public let possible: String

    public var description: String { "\(part): \(reason); possible: \(possible)" }
}
