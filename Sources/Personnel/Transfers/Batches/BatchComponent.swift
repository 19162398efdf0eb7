/// Moves of a batch that stand or fall together, and that no other move has to do with.
public struct BatchComponent: Sendable, Hashable {
    /// In the order of their first case; at least one.
    public let chains: [SeatChain]

    /// Chain after chain, each from the vacancy backwards: the order in which the hand-over of seats reads well. All take
    /// effect together.
    public var moves: [BatchMove] { chains.flatMap(\.moves) }
    /// The case numbers in the order of the moves.
    public var cases: [String] { chains.flatMap { $0.moves.map(\.caseNumber) } }
    /// How many moves it has.
    public var count: Int { chains.reduce(0) { $0 + $1.moves.count } }
}

extension TransferBatch {
    /// The moves in parts that are independent of each other, in the order of their first case; each move is in exactly one.
    ///
    /// Two moves belong together when one comes to a post that the other comes to or leaves, and the seats vacant there before the
    /// batch do not suffice for all who come; and when they are of one person or have one case number. Where the vacant seats
    /// suffice, nobody needs the seat that somebody leaves.
    public var components: [BatchComponent] {
        var sets = MoveSets(count: moves.count)
        for post in traffic.posts where post.isTight { sets.join(post.arrivals + post.leavers) }
        for indices in Dictionary(grouping: moves.indices, by: { moves[$0].person }).values { sets.join(indices) }
        for indices in Dictionary(grouping: moves.indices, by: { moves[$0].caseNumber }).values { sets.join(indices) }

        var places: [Int: Int] = [:]
        var components: [[SeatChain]] = []
        for indices in chainIndices {
            let root = sets.root(indices.moves[0])
            if let place = places[root] {
                components[place].append(chain(indices))
            } else {
                places[root] = components.count
                components.append([chain(indices)])
            }
        }
        return components.map { BatchComponent(chains: $0) }
    }
}
