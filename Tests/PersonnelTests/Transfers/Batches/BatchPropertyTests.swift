import Personnel
import TestSupport
import Testing

@Suite("Random batches")
struct BatchPropertyTests {
    /// Many rounds of one kind, each from a seed of its own.
    private func rounds(_ count: UInt64, _ make: (inout RandomRound) -> TransferBatch) -> [TransferBatch] {
        (0..<count)
            .map { seed in
                var round = RandomRound(seed: seed)
                return make(&round)
            }
    }

    private func indices(_ moves: [BatchMove], in batch: TransferBatch) -> Set<Int> {
        Set(moves.compactMap { move in batch.moves.firstIndex(of: move) })
    }

    @Test("Chains, parts and lots have each move exactly once, and a chain and a lot cut nothing")
    func partition() {
        for batch in rounds(2_000, { $0.next() }) {
            let components = batch.components
            #expect(components.flatMap(\.moves).sorted() == batch.moves)
            #expect(batch.chains.flatMap(\.moves).sorted() == batch.moves)
            #expect(Set(components.flatMap(\.chains)) == Set(batch.chains))
            for limit in [1, 3, 50] {
                let lots = batch.lots(atMost: limit)
                #expect(Set(lots.flatMap(\.components)) == Set(components))
                #expect(lots.reduce(0) { $0 + $1.count } == batch.moves.count)
                #expect(lots.allSatisfy { $0.isOversized ? $0.components.count == 1 : $0.count <= limit })
                #expect(lots.filter(\.isOversized).allSatisfy { $0.count > limit })
            }
        }
    }

    @Test("Each move of a chain takes the seat that the one before it leaves")
    func succession() {
        for batch in rounds(2_000, { $0.next() }) {
            for chain in batch.chains {
                for (before, after) in zip(chain.moves, chain.moves.dropFirst()) {
                    #expect(after.to != nil && after.to == before.from)
                }
                if chain.isClosed { #expect(chain.moves.first?.to == chain.moves.last?.from) }
            }
        }
    }

    @Test("Independent parts are those that comparing each with each finds")
    func parts() {
        // Without careless moves a person leaves once, so that comparing two moves is enough.
        let batches = rounds(1_000) { round in
            round.carelessness = 0
            return round.next()
        }
        for batch in batches {
            let found = batch.components.map { indices($0.moves, in: batch) }
            #expect(Set(found) == PlainBatch(batch).parts)
        }
        #expect(batches.contains { $0.components.count > 1 && $0.components.contains { $0.count > 2 } })
    }

    @Test("The order in which the moves are given changes nothing")
    func order() {
        for seed in 0..<500 as Range<UInt64> {
            var round = RandomRound(seed: seed)
            let batch = round.next()
            let other = TransferBatch(moves: batch.moves.shuffled(using: &round.generator), seats: batch.seats)
            #expect(other.components == batch.components && other.faults == batch.faults)
            #expect(other.lots(atMost: 4) == batch.lots(atMost: 4))
        }
    }

    @Test("Faults are found if and only if trying out day by day finds one, and at the same posts")
    func faults() {
        var (sound, faulty) = (0, 0)
        let careful = rounds(3_000) { round in
            round.carelessness = 2
            return round.next()
        }
        for batch in careful + rounds(3_000, { $0.next() }) {
            let plain = PlainBatch(batch)
            #expect(batch.faults.isEmpty == plain.isSound, "\(batch.faults) \(batch.moves) \(batch.seats)")
            if plain.isSound { sound += 1 } else { faulty += 1 }
            guard plain.saysWhatIsSo else { continue }
            var tooMany: Set<SeatKey> = []
            var twice: Set<SeatKey> = []
            for fault in batch.faults {
                guard let seat = fault.seat else { continue }
                if case .tooManyArrivals = fault.kind { tooMany.insert(seat) }
                if case .heldTwice = fault.kind { twice.insert(seat) }
            }
            #expect(tooMany == plain.crowded())
            #expect(twice.subtracting(tooMany) == plain.crowdedOnSomeDay.subtracting(tooMany))
        }
        #expect(sound > 500 && faulty > 500)
    }

    @Test("A batch without faults leaves each person in one seat and no post with too many, and can be taken back")
    func outcome() {
        for batch in rounds(2_000, { $0.nextSound() }) {
            #expect(batch.faults.isEmpty)
            let after = batch.seatsAfter
            for move in batch.moves {
                #expect(after.filter { $0.value.holders.contains(move.person) }.map(\.key) == [move.to])
            }
            for (key, state) in after {
                let before = batch.seats[key]
                let isReached = batch.moves.contains { $0.to == key }
                #expect(
                    isReached ? state.holders.count <= state.seats : state.holders.isSubset(of: before?.holders ?? [])
                )
            }
            let back = batch.reversed(on: Round.day)
            #expect(back.seatsAfter == batch.seats)
            #expect(back.reversed(on: Round.day).seatsAfter == after)
        }
    }

    @Test("What falls is the least set that leaves nobody else without a seat")
    func leastFixedPoint() {
        for seed in 0..<400 as Range<UInt64> {
            var round = RandomRound(seed: seed)
            let batch = round.next()
            let cases = Set(batch.moves.map(\.caseNumber).filter { _ in round.chance(25) })
            let fall = batch.fall(of: cases)
            let staying = PlainBatch(batch).leastStaying(without: cases)
            #expect(Set(batch.moves.indices.filter { !fall.remaining.contains(batch.moves[$0]) }) == staying)
            #expect((fall.withdrawn + fall.fallen.map(\.move) + fall.remaining).sorted() == batch.moves)
        }
    }

    @Test("The same at posts of many seats and over many days")
    func largePosts() {
        for seed in 0..<60 as Range<UInt64> {
            var round = RandomRound(seed: seed)
            (round.posts, round.people, round.mostMoves, round.mostSeats) = (4, 90, 80, 30)
            round.days = seed % 2 == 0 ? 6 : 1
            let batch = seed % 3 == 0 ? round.nextSound() : round.next()
            let cases = Set(batch.moves.map(\.caseNumber).filter { _ in round.chance(15) })
            let fall = batch.fall(of: cases)
            let staying = PlainBatch(batch).staying(without: cases)
            #expect(indices(fall.remaining, in: batch) == Set(batch.moves.indices).subtracting(staying))
            #expect(fall.fallen.allSatisfy { $0.cause == nil || $0.cause != $0.move.caseNumber })
        }
    }

    @Test(
        "What remains has no faults, falls only within its part, and is the most that can go on where posts have one seat"
    )
    func remaining() {
        var fell = 0
        for seed in 0..<400 as Range<UInt64> {
            var round = RandomRound(seed: seed)
            (round.mostSeats, round.carelessness, round.days) = (1, 0, 1)
            round.posts = seed % 4 == 0 ? 6 : 9
            let batch = seed % 4 == 0 ? round.nextSound() : round.nextTight()
            #expect(batch.faults.isEmpty)
            let cases = Set(batch.moves.map(\.caseNumber).filter { _ in round.chance(25) })
            let fall = batch.fall(of: cases)
            let plain = PlainBatch(moves: fall.remaining, seats: batch.seats)
            #expect(plain.isSound && fall.remaining.count == PlainBatch(batch).mostRemaining(without: cases))
            let touched = batch.components.filter { !cases.isDisjoint(with: $0.cases) }.flatMap(\.cases)
            #expect(Set(fall.affected).isSubset(of: touched))
            fell += fall.fallen.count
        }
        #expect(fell > 500)
    }

    @Test("A city's round of 20,000 moves: one chain, one ring, one post of all, and pairs")
    func large() {
        let count = 20_000
        var (chain, ring, pairs) = (Round.row(count), Round.row(count), Round.row(count))
        for post in 1...count {
            let name = "TRF-\(1_000_000 + post)"
            chain.move(name, Int64(post), post, post - 1)
            ring.move(name, Int64(post), post, post == count ? 1 : post + 1)
            pairs.move(name, Int64(post), post, post % 2 == 0 ? post - 1 : post + 1)
        }
        #expect(chain.batch.components.map(\.count) == [count] && chain.batch.faults.isEmpty)
        #expect(chain.batch.fall(of: ["TRF-1000001"]).fallen.count == count - 1)
        #expect(ring.batch.chains.map(\.form) == [.rotation] && ring.batch.lots().map(\.isOversized) == [true])
        #expect(pairs.batch.components.count == count / 2 && pairs.batch.lots().count == count / 50)

        // Half of the people leave one post for another, and the other half come.
        var pool = Round()
        let half = Int64(count / 2)
        let (first, second) = (Set(1...half), Set((half + 1)...Int64(count)))
        for (post, holders) in [(1, first), (2, second)] {
            pool.post(post, seats: count / 2, holders)
            for person in holders { pool.move("TRF-\(1_000_000 + person)", person, post, 3 - post) }
        }
        let batch = pool.batch
        #expect(batch.faults.isEmpty && batch.components.map(\.count) == [count])
        #expect(batch.fall(of: ["TRF-1000001"]).affected.count == 2)
        #expect(batch.fall(of: (1...half).map { "TRF-\(1_000_000 + $0)" }).affected.count == count)
    }
}
