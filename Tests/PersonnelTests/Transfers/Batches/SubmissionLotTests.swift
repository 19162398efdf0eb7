import Personnel
import Testing

@Suite("Lots for submission")
struct SubmissionLotTests {
    /// Rotations of the given sizes; a size of 1 is a move into a vacant seat.
    private func batch(_ sizes: [Int]) -> TransferBatch {
        var round = Round()
        var person = 0
        for (component, size) in sizes.enumerated() {
            let first = person + 1
            for place in 0..<size {
                person += 1
                round.post(person, Int64(person))
                let to = size == 1 ? 1_000_000 + person : place == size - 1 ? first : person + 1
                if size == 1 { round.post(to) }
                let name = String(1_000 + component).dropFirst() + "-" + String(1_000 + place).dropFirst()
                round.move(String(name), Int64(person), person, to)
            }
        }
        return round.batch
    }

    @Test("A lot has at most 50 cases and cuts nothing that belongs together")
    func fifty() {
        let batch = batch([30, 20, 20, 30, 1])
        let lots = batch.lots()
        #expect(lots.map(\.count) == [50, 50, 1] && lots.map(\.number) == [1, 2, 3])
        #expect(lots[0].components.map { $0.moves[0].caseNumber } == ["000-000", "001-000"])
        #expect(lots[1].components.map { $0.moves[0].caseNumber } == ["003-000", "002-000"])
        #expect(lots.allSatisfy { !$0.isOversized && $0.cases.count == $0.count })
    }

    @Test("A part with more than 50 cases is a lot of its own, and says so")
    func oversized() {
        let lots = batch([2, 51, 50, 120]).lots()
        #expect(lots.map(\.count) == [120, 51, 50, 2])
        #expect(lots.map(\.isOversized) == [true, true, false, false])
    }

    @Test("Each goes into the first lot that has room")
    func firstFit() {
        let lots = batch([6, 5, 4, 3, 2, 2, 1]).lots(atMost: 10)
        #expect(lots.map { $0.components.map(\.count) } == [[6, 4], [5, 3, 2], [2, 1]])
        #expect(batch([6, 5, 4, 3, 2, 2, 1]).lots(atMost: 10) == lots)
    }

    @Test("No moves make no lots")
    func empty() {
        #expect(batch([]).lots().isEmpty)
    }
}
