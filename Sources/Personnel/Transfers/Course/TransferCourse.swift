/// The course of transfers as data: which step leads from which state to which, whose it is, and what must hold before.
///
/// The database keeps it, from the same rows. Here it is explored: whether each state has a way to an end, and what no path
/// to a state goes without.
public struct TransferCourse: Sendable, Hashable {
    /// One row.
    public struct Passage: Sendable, Hashable {
        public let from: TransferState
        public let step: TransferStep
        public let actor: TransferActor
        public let to: TransferState
        /// What must hold before, such as `clear`.
        public let needs: Set<String>

        public init(
            from: TransferState,
            step: TransferStep,
            actor: TransferActor,
            to: TransferState,
            needs: Set<String> = []
        ) {
            (self.from, self.step, self.actor, self.to, self.needs) = (from, step, actor, to, needs)
        }
    }

    public let passages: [Passage]

    public init(_ passages: [Passage]) {
        self.passages = passages
    }

    /// The passages out of a state, in the order of the rows.
    public func passages(from state: TransferState) -> [Passage] {
        passages.filter { $0.from == state }
    }

    /// States that no passage leaves.
    public var ends: Set<TransferState> {
        Set(TransferState.allCases).subtracting(passages.map(\.from))
    }

    /// The states that can be reached from one, itself among them.
    ///
    /// - Parameter isOpen: which passages may be taken.
    public func reachable(
        from start: TransferState,
        where isOpen: (Passage) -> Bool = { _ in true }
    ) -> Set<TransferState> {
        var reached: Set<TransferState> = [start]
        var next = [start]
        while let state = next.popLast() {
            for passage in passages where passage.from == state && isOpen(passage) {
                if reached.insert(passage.to).inserted { next.append(passage.to) }
            }
        }
        return reached
    }
}
