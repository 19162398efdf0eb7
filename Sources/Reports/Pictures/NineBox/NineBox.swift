public import Personnel

/// How many people stand in each of the nine boxes of the talent map (PermenPANRB 3/2020 as amended by 20/2025).
public struct NineBox: Sendable, Hashable {
    /// Box 1 first.
    public let counts: [Int]
    /// People with a rating but without a known potential, who stand in no box.
    public let unplaced: Int
    /// Where each box stands: as the rule set says that placed the people.
    public let boxes: BoxTable

    /// - Parameter counts: nine numbers, box 1 first.
    public init(counts: [Int], unplaced: Int = 0, boxes: BoxTable) {
        precondition(counts.count == 9, "a nine-box has nine counts")
        self.counts = counts
        self.unplaced = unplaced
        self.boxes = boxes
    }

    public subscript(box: Int) -> Int { counts[box - 1] }

    public var placed: Int { counts.reduce(0, +) }

    /// The succession group (kelompok rencana suksesi): boxes 7, 8 and 9.
    public var talentPool: Int { BoxTable.talentPool.reduce(0) { $0 + self[$1] } }
}
