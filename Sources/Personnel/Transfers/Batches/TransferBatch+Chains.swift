extension TransferBatch {
    /// All moves as chains, swaps, rotations and single moves; each move is in exactly one. In the order of their first case.
    public var chains: [SeatChain] { chainIndices.map { chain($0) } }

    /// The moves of a chain by their places, and whether it is closed.
    typealias ChainIndices = (moves: [Int], isClosed: Bool)

    var chainIndices: [ChainIndices] {
        let (before, after) = succession
        var isTold = Array(repeating: false, count: moves.count)
        var chains: [ChainIndices] = []
        for index in moves.indices where !isTold[index] {
            var head = index
            var isClosed = false
            while let earlier = before[head] {
                if earlier == index {
                    isClosed = true
                    break
                }
                head = earlier
            }
            if isClosed { head = index }
            var chain: [Int] = []
            var next: Int? = head
            while let index = next, !isTold[index] {
                isTold[index] = true
                chain.append(index)
                next = after[index]
            }
            chains.append((chain, isClosed))
        }
        return chains
    }

    /// For each move, the one whose seat it takes, and the one that takes the seat it leaves.
    private var succession: (before: [Int?], after: [Int?]) {
        var before: [Int?] = Array(repeating: nil, count: moves.count)
        var after = before
        for post in traffic.posts {
            for (place, arrival) in post.arrivals.enumerated() {
                guard let leaver = post.predecessor(ofArrival: place) else { continue }
                before[arrival] = leaver
                after[leaver] = arrival
            }
        }
        return (before, after)
    }

    func chain(_ indices: ChainIndices) -> SeatChain {
        let count = indices.moves.count
        let form: SeatChain.Form =
            indices.isClosed ? (count == 2 ? .swap : .rotation) : (count == 1 ? .single : .chain)
        let (first, last) = (indices.moves[0], indices.moves[count - 1])
        let vacant = traffic.destinations[first].map { traffic.posts[$0].vacant } ?? 0
        return SeatChain(
            moves: indices.moves.map { moves[$0] },
            form: form,
            hasSeat: indices.isClosed || traffic.ranks[first] < vacant,
            vacated: indices.isClosed || traffic.origins[last] == nil ? nil : moves[last].from
        )
    }
}
