import Personnel
import Testing

@Suite("What falls with withdrawn cases")
struct BatchFallTests {
    /// A chain of four into post 0, a swap, a single move, another swap, and a move from no seat.
    private var batch: TransferBatch {
        var round = Round.row(10)
        round.post(20)
        round.post(21)
        round.move("01", 1, 1, 0)
        round.move("02", 2, 2, 1)
        round.move("03", 3, 3, 2)
        round.move("04", 4, 4, 3)
        round.move("05", 5, 5, 6)
        round.move("06", 6, 6, 5)
        round.move("07", 7, 7, 20)
        round.move("08", 8, 8, 9)
        round.move("09", 9, 9, 8)
        round.move("10", 99, nil, 21)
        return round.batch
    }

    @Test("Three faulty cases concern seven: four fall, and the others go on")
    func threeAndFour() {
        let fall = batch.fall(of: ["07", "01", "05"])
        #expect(fall.withdrawn.map(\.caseNumber) == ["01", "05", "07"])
        #expect(fall.fallen.map(\.move.caseNumber) == ["02", "03", "04", "06"])
        #expect(fall.fallen.map(\.cause) == ["01", "02", "03", "05"])
        #expect(fall.affected == ["01", "02", "03", "04", "05", "06", "07"])
        #expect(fall.remaining.map(\.caseNumber) == ["08", "09", "10"])
        #expect(fall.unknown.isEmpty)
    }

    @Test("The last of a chain takes nobody with it, and the first takes all")
    func ends() {
        #expect(batch.fall(of: ["04"]).fallen.isEmpty)
        #expect(batch.fall(of: ["02"]).fallen.map(\.move.caseNumber) == ["03", "04"])
    }

    @Test("What remains is a batch without faults")
    func remainder() {
        let fall = batch.fall(of: ["02", "09"])
        let rest = TransferBatch(moves: fall.remaining, seats: batch.seats)
        #expect(rest.faults.isEmpty && rest.moves.map(\.caseNumber) == ["01", "05", "06", "07", "10"])
        #expect(rest.fall(of: []).fallen.isEmpty)
    }

    @Test("At a post of several seats as many fall as seats are lost, the last who come")
    func several() {
        var round = Round.row(4)
        round.post(7, seats: 3, 71, 72)
        round.post(8)
        round.move("A", 71, 7, 0)
        round.move("B", 72, 7, 8)
        round.move("C", 1, 1, 7)
        round.move("D", 2, 2, 7)
        round.move("E", 3, 3, 7)
        #expect(round.batch.fall(of: ["B"]).fallen.map(\.move.caseNumber) == ["E"])
        #expect(round.batch.fall(of: ["A", "B"]).fallen.map(\.move.caseNumber) == ["D", "E"])
        #expect(round.batch.fall(of: ["A", "C"]).fallen.isEmpty)
        #expect(round.batch.fall(of: ["C"]).fallen.isEmpty)
    }

    @Test("A seat that is freed too late does not keep a move from falling")
    func days() {
        var round = Round.row(3)
        round.post(7, seats: 2, 71, 72)
        round.post(8)
        round.move("A", 71, 7, 0)
        round.move("B", 72, 7, 8, after: 9)
        round.move("C", 1, 1, 7, after: 4)
        round.move("D", 2, 2, 7, after: 9)
        #expect(round.batch.faults.isEmpty)
        // With A in the seat, B's is free for D only.
        let fall = round.batch.fall(of: ["A"])
        #expect(fall.fallen.map(\.move.caseNumber) == ["C"] && fall.fallen.map(\.cause) == ["A"])
    }

    @Test("In a batch with faults, who has no seat falls by itself, and takes others with it")
    func faulty() {
        var round = Round.row(4)
        round.move("A", 1, 1, 0)
        round.move("B", 2, 2, 0)
        round.move("C", 3, 3, 2)
        round.move("D", 4, 4, nil)
        let fall = round.batch.fall(of: [])
        #expect(fall.fallen.map(\.move.caseNumber) == ["B", "C", "D"])
        #expect(fall.fallen.map(\.cause) == [nil, "B", nil])
    }

    @Test("Cases that the batch does not have are told")
    func unknown() {
        let fall = batch.fall(of: ["99", "07", "98"])
        #expect(fall.unknown == ["98", "99"] && fall.affected == ["07"])
    }
}
