extension TransferBatch {
    /// What becomes of the batch when cases are withdrawn: who falls with them, and who can go on.
    ///
    /// The smallest set with this property: whoever is withdrawn or falls stays in the present seat, and every other move has a seat
    /// that is free on its day. Where fewer seats are left at a post than people who come, the first in the order of day and case
    /// number keep theirs; it is not asked whose fall would do the least harm. A move without a known and open receiving post
    /// always falls. Of a person with several moves, the first frees the seat.
    ///
    /// - Parameter cases: case numbers, in any order; of faulty cases, or of those that somebody takes back.
    public func fall(of cases: some Sequence<String>) -> BatchFall {
        let wanted = Set(cases)
        let withdrawn = moves.indices.filter { wanted.contains(moves[$0].caseNumber) }
        let known = Set(withdrawn.map { moves[$0].caseNumber })
        let (stays, causes) = staying(withdrawn: withdrawn)
        let isWithdrawn = Set(withdrawn)
        return BatchFall(
            withdrawn: withdrawn.map { moves[$0] },
            fallen: moves.indices.filter { stays[$0] && !isWithdrawn.contains($0) }
                .map { BatchFall.Fallen(move: moves[$0], cause: causes[$0].map { moves[$0].caseNumber }) },
            remaining: moves.indices.filter { !stays[$0] }.map { moves[$0] },
            unknown: wanted.subtracting(known).sorted()
        )
    }

    /// For each move, whether its person stays, and the move that keeps its seat where that is why.
    private func staying(withdrawn: [Int]) -> (stays: [Bool], causes: [Int?]) {
        var stays = Array(repeating: false, count: moves.count)
        for index in withdrawn { stays[index] = true }
        var slacks: [SeatSlack] = []
        slacks.reserveCapacity(traffic.posts.count)
        var queue = withdrawn + moves.indices.filter { !stays[$0] && moves[$0].to == nil }
        for post in traffic.posts {
            let (slack, without) = SeatSlack.counted(
                arrivals: post.arrivals.filter { !stays[$0] }.map { ($0, moves[$0].on) },
                vacant: post.vacant,
                leaving: post.leavers.map { moves[$0].on }
            )
            slacks.append(slack)
            queue += without
        }
        for index in queue { stays[index] = true }
        var causes: [Int?] = Array(repeating: nil, count: moves.count)
        var next = 0
        while next < queue.count {
            let index = queue[next]
            next += 1
            guard let post = traffic.origins[index], let other = slacks[post].lose(moves[index].on) else { continue }
            stays[other] = true
            causes[other] = index
            queue.append(other)
        }
        return (stays, causes)
    }
}
