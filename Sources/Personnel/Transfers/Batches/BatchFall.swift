/// What becomes of a batch when some of its cases are withdrawn.
public struct BatchFall: Sendable, Hashable {
    /// The moves of the withdrawn cases: their people stay where they are.
    public let withdrawn: [BatchMove]
    /// The moves that fall with them, because they no longer have a free seat; in the order of the batch.
    public let fallen: [Fallen]
    /// The moves that can go on without them; in the order of the batch.
    public let remaining: [BatchMove]
    /// Case numbers that the batch does not have.
    public let unknown: [String]

    /// The case numbers of the withdrawn and the fallen, in the order of the batch.
    public var affected: [String] { (withdrawn + fallen.map(\.move)).sorted().map(\.caseNumber) }
}

extension BatchFall {
    /// A move that has no seat any more.
    public struct Fallen: Sendable, Hashable {
        public let move: BatchMove
        /// The case whose person now stays in the seat; nil where there was no seat from the beginning.
        public let cause: String?
    }
}
