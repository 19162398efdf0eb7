/// Moves that hand seats on to each other, read from the vacancy backwards: each takes the seat that the one before it leaves.
public struct SeatChain: Sendable, Hashable {
    /// One or more.
    public let moves: [BatchMove]
    public let form: Form
    /// Whether the first move finds a seat; false only in a batch with faults.
    public let hasSeat: Bool

    /// The seat that the last move leaves and nobody takes; nil in a closed form, and where the last person comes from no seat.
    public let vacated: SeatKey?

    /// Whether the first move takes the seat that the last one leaves.
    public var isClosed: Bool { form == .swap || form == .rotation }
}

extension SeatChain {
    /// How seats are handed on.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// One move into a vacant seat, and nobody follows.
        case single
        /// Two moves or more, from a vacant seat backwards (*mutasi berantai*).
        case chain
        /// Two people take each other's seats (*tukar tempat*).
        case swap
        /// Three people or more, each of whom takes another's seat.
        case rotation

        /// A stable code for data, such as "rotation".
        public var code: String { rawValue }
    }
}
