import Personnel

/// The same questions, answered by trying out: day by day, subset by subset.
struct PlainBatch {
    let moves: [BatchMove]
    let seats: [SeatKey: SeatState]

    init(_ batch: TransferBatch) { (moves, seats) = (batch.moves, batch.seats) }

    init(moves: [BatchMove], seats: [SeatKey: SeatState]) { (self.moves, self.seats) = (moves, seats) }

    private var days: [CivilDate] { Set(moves.map(\.on)).sorted() }

    private func held(by person: Int64) -> Set<SeatKey> {
        Set(seats.filter { $0.value.holders.contains(person) }.keys)
    }

    /// Whether each move by itself says what is so and what can be.
    var saysWhatIsSo: Bool {
        Set(moves.map(\.caseNumber)).count == moves.count && Set(moves.map(\.person)).count == moves.count
            && moves.allSatisfy { move in
                guard let to = move.to, let state = seats[to] else { return false }
                return !state.isAbolished && move.to != move.from
                    && held(by: move.person) == (move.from.map { [$0] } ?? [])
            }
    }

    /// The posts to which somebody has come and which have more holders than seats, on a day or after all.
    func crowded(on day: CivilDate? = nil) -> Set<SeatKey> {
        var holders = seats.mapValues(\.holders)
        var reached: Set<SeatKey> = []
        for move in moves where day.map({ move.on <= $0 }) ?? true {
            if let from = move.from { holders[from]?.remove(move.person) }
        }
        for move in moves where day.map({ move.on <= $0 }) ?? true {
            guard let to = move.to else { continue }
            holders[to]?.insert(move.person)
            reached.insert(to)
        }
        return reached.filter { (holders[$0]?.count ?? 0) > (seats[$0]?.seats ?? 0) }
    }

    var crowdedOnSomeDay: Set<SeatKey> { days.reduce(into: []) { $0.formUnion(crowded(on: $1)) } }

    var isSound: Bool { saysWhatIsSo && crowdedOnSomeDay.isEmpty }

    /// The moves without a seat while the people of `staying` stay; the withdrawn among them do not ask for one.
    private func unseated(staying: Set<Int>, withdrawn: Set<Int>) -> Set<Int> {
        var unseated: Set<Int> = []
        var seated: [SeatKey: Int] = [:]
        var firsts: [Int64: Int] = [:]
        for (index, move) in moves.enumerated() where move.to == nil || move.to != move.from {
            if let from = move.from, seats[from]?.holders.contains(move.person) == true, firsts[move.person] == nil {
                firsts[move.person] = index
            }
        }
        let frees = Set(firsts.values)
        for (index, move) in moves.enumerated() where !withdrawn.contains(index) {
            guard let to = move.to else {
                unseated.insert(index)
                continue
            }
            guard to != move.from else { continue }
            let state = seats[to]
            let gone = moves.indices.filter {
                frees.contains($0) && !staying.contains($0) && moves[$0].from == to && moves[$0].on <= move.on
            }
            let taken = (state?.holders.count ?? 0) - gone.count + seated[to, default: 0]
            if let state, !state.isAbolished, taken < state.seats {
                seated[to, default: 0] += 1
            } else {
                unseated.insert(index)
            }
        }
        return unseated
    }

    private func withdrawn(_ cases: Set<String>) -> Set<Int> {
        Set(moves.indices.filter { cases.contains(moves[$0].caseNumber) })
    }

    /// The withdrawn and the fallen, by repeating until nothing changes.
    func staying(without cases: Set<String>) -> Set<Int> {
        let withdrawn = withdrawn(cases)
        var staying = withdrawn
        while true {
            let next = staying.union(unseated(staying: staying, withdrawn: withdrawn))
            if next == staying { return staying }
            staying = next
        }
    }

    /// The intersection of all sets of moves that hold the withdrawn and leave nobody else without a seat.
    func leastStaying(without cases: Set<String>) -> Set<Int> {
        let withdrawn = withdrawn(cases)
        var least = Set(moves.indices)
        for bits in 0..<(1 << moves.count) {
            let staying = Set(moves.indices.filter { bits & (1 << $0) != 0 })
            guard staying.isSuperset(of: withdrawn),
                unseated(staying: staying, withdrawn: withdrawn).isSubset(of: staying)
            else { continue }
            least.formIntersection(staying)
        }
        return least
    }

    /// The most moves that can go on together without some cases.
    func mostRemaining(without cases: Set<String>) -> Int {
        let others = moves.filter { !cases.contains($0.caseNumber) }
        return (0..<(1 << others.count))
            .filter { bits in
                let kept = others.indices.filter { bits & (1 << $0) != 0 }.map { others[$0] }
                return PlainBatch(moves: kept, seats: seats).isSound
            }
            .map(\.nonzeroBitCount).max() ?? 0
    }

    /// The independent parts by comparing each move with each.
    var parts: Set<Set<Int>> {
        func isTight(_ post: SeatKey) -> Bool {
            let comers = moves.filter { $0.to == post && $0.from != post }
            let state = seats[post]
            return comers.count > (state.map { $0.isAbolished ? 0 : $0.seats } ?? 0) - (state?.holders.count ?? 0)
        }
        func leaves(_ index: Int, _ post: SeatKey) -> Bool {
            let move = moves[index]
            return move.from == post && move.to != post && seats[post]?.holders.contains(move.person) == true
        }
        func belong(_ one: Int, _ other: Int) -> Bool {
            if moves[one].person == moves[other].person || moves[one].caseNumber == moves[other].caseNumber {
                return true
            }
            guard let to = moves[one].to, moves[one].from != to, isTight(to) else { return false }
            return moves[other].to == to && moves[other].from != to || leaves(other, to)
        }
        var parts: [Set<Int>] = []
        for index in moves.indices {
            let near = parts.filter { $0.contains { belong($0, index) || belong(index, $0) } }
            parts.removeAll { near.contains($0) }
            parts.append(near.reduce(into: [index]) { $0.formUnion($1) })
        }
        return Set(parts)
    }
}
