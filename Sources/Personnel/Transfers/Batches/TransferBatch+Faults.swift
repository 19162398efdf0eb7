extension TransferBatch {
    /// Everything that keeps cases of the batch from taking effect together, in the order of the first case concerned; empty when
    /// the batch can be carried out. No case is left out: one may stand in several faults.
    ///
    /// What was wrong before and does not come from a move is not a fault of the batch: a post with more holders than seats, or a
    /// holder of an abolished post.
    public var faults: [BatchFault] {
        var found: [(first: Int, fault: BatchFault)] = []
        func add(_ kind: BatchFault.Kind, _ seat: SeatKey? = nil, _ indices: [Int]) {
            guard let first = indices.min() else { return }
            found.append((first, BatchFault(kind: kind, seat: seat, cases: cases(indices))))
        }
        for (kind, groups) in [
            (
                BatchFault.Kind.caseTwice,
                Dictionary(grouping: moves.indices) { moves[$0].caseNumber }.values.map(\.self)
            ),
            (.personTwice, Dictionary(grouping: moves.indices) { moves[$0].person }.values.map(\.self)),
        ] {
            for indices in groups where indices.count > 1 { add(kind, nil, indices) }
        }
        let held = seatsHeld
        for (index, move) in moves.enumerated() {
            for fault in faults(of: move, held: held[move.person] ?? []) { add(fault.kind, fault.seat, [index]) }
        }
        for post in traffic.posts {
            if let state = seats[post.key], !state.isAbolished, post.arrivals.count > post.seats - post.staying,
                !post.arrivals.isEmpty
            {
                add(
                    .tooManyArrivals(free: max(0, post.seats - post.staying), staying: post.staying),
                    post.key,
                    post.arrivals
                )
            }
            for (place, arrival) in post.arrivals.enumerated() {
                guard let leaver = post.predecessor(ofArrival: place), moves[arrival].on < moves[leaver].on else {
                    continue
                }
                add(.heldTwice(from: moves[arrival].on, until: moves[leaver].on), post.key, [arrival, leaver])
            }
        }
        // Dictionaries have no order: of one first case, the kinds stand by their codes, and then by seat and cases.
        return
            found.sorted { left, right in
                if left.first != right.first { return left.first < right.first }
                let codes = (left.fault.kind.code, right.fault.kind.code)
                if codes.0 != codes.1 { return codes.0 < codes.1 }
                if let (one, other) = pair(left.fault.seat, right.fault.seat), one != other { return one < other }
                return left.fault.cases.lexicographicallyPrecedes(right.fault.cases)
            }
            .map(\.fault)
    }

    private func pair(_ left: SeatKey?, _ right: SeatKey?) -> (SeatKey, SeatKey)? {
        if let left, let right { (left, right) } else { nil }
    }

    /// The seats that the people of the moves hold before the batch.
    private var seatsHeld: [Int64: [SeatKey]] {
        let people = Set(moves.map(\.person))
        var held: [Int64: [SeatKey]] = [:]
        for (key, state) in seats {
            for person in state.holders where people.contains(person) { held[person, default: []].append(key) }
        }
        return held
    }

    /// What is wrong with one move by itself.
    private func faults(of move: BatchMove, held: [SeatKey]) -> [(kind: BatchFault.Kind, seat: SeatKey?)] {
        var faults: [(kind: BatchFault.Kind, seat: SeatKey?)] = []
        if let from = move.from, !held.contains(from) { faults.append((.seatNotHeld, from)) }
        for other in held where other != move.from { faults.append((.otherSeatHeld, other)) }
        guard let to = move.to else { return faults + [(.withoutSeat, nil)] }
        if move.isIntoOwnSeat { faults.append((.intoOwnSeat, to)) }
        if let state = seats[to] {
            if state.isAbolished { faults.append((.abolishedSeat, to)) }
        } else {
            faults.append((.unknownSeat, to))
        }
        return faults
    }

    /// The numbers of all cases that some fault concerns, in the order of the moves.
    public var faultyCases: [String] {
        let faulty = Set(faults.flatMap(\.cases))
        return cases(moves.indices.filter { faulty.contains(moves[$0].caseNumber) })
    }
}
