/// How many people stand in each of the nine boxes of the talent map (PermenPANRB 3/2020 as amended by 20/2025).
public struct NineBox: Sendable, Hashable {
    /// Box 1 first.
    public let counts: [Int]
    /// People with a rating but without a known potential, who stand in no box.
    public let unplaced: Int

    /// - Parameter counts: nine numbers, box 1 first.
    public init(counts: [Int], unplaced: Int = 0) {
        precondition(counts.count == 9, "a nine-box has nine counts")
        self.counts = counts
        self.unplaced = unplaced
    }

    public subscript(box: Int) -> Int { counts[box - 1] }

    public var placed: Int { counts.reduce(0, +) }

    /// The succession group (kelompok rencana suksesi): boxes 7, 8 and 9.
    public var talentPool: Int { counts[6...].reduce(0, +) }

    /// Box numbers as they are drawn: kinerja from above to below expectation downwards, potensial from low to high
    /// rightwards.
    static let grid = [[4, 7, 9], [2, 5, 8], [1, 3, 6]]
}
