extension TransferBatch {
    /// The seats after all moves as they stand; people whose receiving post is not known are in none.
    ///
    /// In a batch without faults each person who moves is in exactly one seat, and no post has more holders than seats unless it had
    /// before and nobody comes to it.
    public var seatsAfter: [SeatKey: SeatState] {
        var holders: [SeatKey: Set<Int64>] = [:]
        func change(_ key: SeatKey?, _ change: (inout Set<Int64>) -> Void) {
            guard let key, let state = seats[key] else { return }
            change(&holders[key, default: state.holders])
        }
        for move in moves { change(move.from) { $0.remove(move.person) } }
        for move in moves { change(move.to) { $0.insert(move.person) } }
        return seats.merging(
            holders.map { key, holders in
                let state = seats[key]
                return (
                    key,
                    SeatState(seats: state?.seats ?? 0, holders: holders, isAbolished: state?.isAbolished ?? false)
                )
            }
        ) { _, after in after }
    }

    /// The batch that leads back to the seats before, on one day; who came from no seat goes back to none.
    public func reversed(on day: CivilDate) -> TransferBatch {
        TransferBatch(moves: moves.map { $0.reversed(on: day) }, seats: seatsAfter)
    }
}
