import Personnel
import Testing

@Suite("Independent parts of a batch")
struct BatchComponentTests {
    @Test("Who needs the seat that another leaves stands or falls with it; others do not")
    func parts() {
        var round = Round.row(6)
        round.move("A", 1, 1, 0)
        round.move("B", 2, 2, 1)
        round.move("C", 3, 3, 4)
        round.move("D", 4, 4, 3)
        round.move("E", 9, nil, 2)
        #expect(round.batch.componentCases == [["A", "B", "E"], ["C", "D"]])
        #expect(round.batch.components.map(\.count) == [3, 2])
    }

    @Test("Where vacant seats suffice for all who come, nobody needs a leaver's seat")
    func vacantSeats() {
        var round = Round.row(3)
        round.post(7, seats: 4, 71, 72)
        round.move("A", 71, 7, 0)
        round.move("B", 1, 1, 7)
        round.move("C", 2, 2, 7)
        #expect(round.batch.componentCases == [["A"], ["B"], ["C"]])
        round.move("D", 3, 3, 7)
        #expect(round.batch.componentCases == [["A", "B", "C", "D"]])
    }

    @Test("Those who compete for one seat belong together, and so do the moves of one person")
    func competing() {
        var round = Round.row(4)
        round.post(8)
        round.post(9)
        round.move("A", 1, 1, 0)
        round.move("B", 2, 2, 0)
        round.move("C", 3, 3, 8)
        round.move("D", 3, 3, 9)
        #expect(round.batch.componentCases == [["A", "B"], ["C", "D"]])
    }

    @Test("Moves stand in the order in which their seats are handed over, chain after chain")
    func order() {
        var round = Round.row(4)
        round.post(7, seats: 2, 71, 72)
        round.move("A", 2, 2, 1)
        round.move("B", 1, 1, 0)
        round.move("C", 3, 3, 7)
        round.move("D", 71, 7, 2)
        round.move("E", 72, 7, 3)
        #expect(round.batch.components.map(\.cases) == [["B", "A", "D", "C", "E"]])
    }
}
