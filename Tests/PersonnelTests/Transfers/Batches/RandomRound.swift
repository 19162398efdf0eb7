import Personnel
import TestSupport

/// Rounds drawn at random from a seed: posts of several seats, vacant, full, overfull and abolished; people with and without a seat.
struct RandomRound {
    var generator: SeededGenerator
    var posts = 6
    var people = 8
    var mostMoves = 9
    var mostSeats = 3
    var days = 3
    /// Out of a hundred moves, how many are drawn without a thought of what is right.
    var carelessness = 15

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    /// A post in ten is abolished, one in ten has too many people.
    mutating func next() -> TransferBatch {
        let keys = (0..<posts).map { Round.seat($0) }
        var seats: [SeatKey: SeatState] = [:]
        var held: [Int64: SeatKey] = [:]
        var person: Int64 = 0
        for key in keys {
            let open = chance(8) ? 0 : Int.random(in: 1...mostSeats, using: &generator)
            let room = chance(10) ? open + 1 : Int.random(in: 0...open, using: &generator)
            var holders: Set<Int64> = []
            while holders.count < room, person < people {
                holders.insert(person)
                held[person] = key
                person += 1
            }
            seats[key] = SeatState(seats: open, holders: holders, isAbolished: chance(5))
        }
        var movers = (0..<Int64(people)).shuffled(using: &generator)[...]
        var moves: [BatchMove] = []
        for number in 0..<Int.random(in: 0...mostMoves, using: &generator) {
            let isCareless = chance(carelessness)
            let mover = isCareless ? Int64.random(in: 0..<Int64(people), using: &generator) : movers.popFirst()
            guard let mover, let to = keys.randomElement(using: &generator) else { break }
            let from = isCareless && chance(50) ? keys.randomElement(using: &generator) : held[mover]
            guard isCareless || to != from else { continue }
            moves.append(
                BatchMove(
                    caseNumber: "TRF-\(isCareless && chance(20) ? 100 : 101 + number)",
                    person: mover,
                    from: from,
                    to: isCareless && chance(20) ? (chance(50) ? nil : Round.seat(posts)) : to,
                    on: Round.day + Int.random(in: 0..<days, using: &generator)
                )
            )
        }
        return TransferBatch(moves: moves.shuffled(using: &generator), seats: seats)
    }

    /// The same, without what is faulty and what falls with it.
    mutating func nextSound() -> TransferBatch {
        let batch = next()
        return TransferBatch(moves: batch.fall(of: batch.faultyCases).remaining, seats: batch.seats)
    }

    /// Posts of one seat, on one day, where nearly every move needs the seat of another: chains into a vacant post, and rings.
    mutating func nextTight() -> TransferBatch {
        var keys = (0..<posts).map { Round.seat($0) }.shuffled(using: &generator)[...]
        var names = (101...(101 + posts)).shuffled(using: &generator)[...]
        var seats: [SeatKey: SeatState] = [:]
        var moves: [BatchMove] = []
        while !keys.isEmpty {
            let row = Array(keys.prefix(Int.random(in: 2...5, using: &generator)))
            keys.removeFirst(row.count)
            let isRing = row.count > 1 && chance(40)
            for (place, key) in row.enumerated() {
                guard place > 0 || isRing, let name = names.popFirst() else {
                    seats[key] = SeatState()
                    continue
                }
                let person = Int64(name)
                seats[key] = SeatState(holders: [person])
                let to = row[place == 0 ? row.count - 1 : place - 1]
                moves.append(BatchMove(caseNumber: "TRF-\(name)", person: person, from: key, to: to, on: Round.day))
            }
        }
        return TransferBatch(moves: moves.shuffled(using: &generator), seats: seats)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
}
