import Personnel
import Testing

@Suite("Chains of seats")
struct SeatChainTests {
    @Test("A move into a vacant seat that nobody follows is single")
    func single() {
        var round = Round.row(2)
        round.move("A", 1, 1, 0)
        let chain = round.batch.chains
        #expect(chain.map(\.form) == [.single] && chain[0].hasSeat && !chain[0].isClosed)
        #expect(chain[0].vacated == Round.seat(1))
    }

    @Test("A chain is read from the vacancy backwards, whatever the case numbers")
    func chain() {
        var round = Round.row(3)
        round.move("B", 1, 1, 0)
        round.move("A", 2, 2, 1)
        round.move("C", 3, 3, 2)
        let batch = round.batch
        #expect(batch.chainCases == [["B", "A", "C"]])
        #expect(batch.chains.map(\.form) == [.chain] && batch.chains[0].vacated == Round.seat(3))
    }

    @Test("Who comes from no seat ends a chain without a vacancy")
    func fromNoSeat() {
        var round = Round.row(1)
        round.move("A", 1, 1, 0)
        round.move("B", 9, nil, 1)
        #expect(round.batch.chainCases == [["A", "B"]] && round.batch.chains[0].vacated == nil)
    }

    @Test("Two who change seats swap; three rotate; each is closed and begins with its first case")
    func closed() {
        var round = Round.row(5)
        round.move("A", 1, 1, 2)
        round.move("B", 2, 2, 1)
        round.move("C", 3, 3, 4)
        round.move("D", 4, 4, 5)
        round.move("E", 5, 5, 3)
        let chains = round.batch.chains
        #expect(round.batch.chainCases == [["A", "B"], ["C", "E", "D"]])
        #expect(chains.map(\.form) == [.swap, .rotation])
        #expect(chains.allSatisfy { $0.isClosed && $0.hasSeat && $0.vacated == nil })
    }

    @Test("At a post of several seats the first take the vacant ones, the others follow the leavers in order")
    func several() {
        var round = Round.row(2)
        round.post(7, seats: 3, 71, 72)
        round.move("A", 71, 7, 1)
        round.move("B", 1, 1, 7)
        round.move("C", 72, 7, 0)
        round.move("D", 2, 2, 7)
        // One seat is vacant: B takes it. D takes that of A, the first who leaves.
        #expect(round.batch.chainCases == [["B", "A", "D"], ["C"]])
        round.move("E", 9, nil, 7)
        #expect(round.batch.chainCases == [["B", "A", "D"], ["C", "E"]])
        #expect(round.batch.faults.isEmpty)
    }

    @Test("Who follows whom goes by the day before it goes by the case number")
    func byDay() {
        var round = Round.row(3)
        round.post(7, seats: 2, 71, 72)
        round.move("A", 71, 7, 0, after: 9)
        round.move("B", 72, 7, 1)
        round.move("C", 1, 1, 2)
        round.move("D", 2, 2, 7, after: 9)
        round.move("E", 3, 3, 7)
        let chains = round.batch.chainCases
        #expect(chains.contains(["A", "D", "C", "B", "E"]))
    }

    @Test("Where more people hold a post than it has seats, the first who leaves only mends that")
    func overfull() {
        var round = Round.row(2)
        round.post(7, seats: 1, 71, 72)
        round.move("A", 71, 7, 0)
        round.move("B", 72, 7, 1)
        round.move("C", 1, 1, 7)
        #expect(round.batch.chainCases == [["A"], ["B", "C"]] && round.batch.chains.map(\.form) == [.single, .swap])
        #expect(round.batch.faults.isEmpty)
    }

    @Test("A move that finds no seat says so")
    func noSeat() {
        var round = Round.row(3)
        round.move("A", 1, 1, 0)
        round.move("B", 2, 2, 0)
        round.move("C", 3, 3, 2)
        let chains = round.batch.chains
        #expect(round.batch.chainCases == [["A"], ["B", "C"]])
        #expect(chains.map(\.hasSeat) == [true, false])
    }
}
