import Personnel
import Testing

@Suite("A talent box")
struct TalentBoxTests {
    @Test(
        "has the number that the table gives to performance and potential",
        arguments: [
            (TalentLevel.high, TalentLevel.low, 4), (.high, .medium, 7), (.high, .high, 9),
            (.medium, .low, 2), (.medium, .medium, 5), (.medium, .high, 8),
            (.low, .low, 1), (.low, .medium, 3), (.low, .high, 6),
        ]
    )
    func numbers(performance: TalentLevel, potential: TalentLevel, number: Int) throws {
        let box = TalentBox(performance: performance, potential: potential)
        #expect(box.number == number)
        #expect(box.description == "\(number)")
        let same = try #require(TalentBox(number: number))
        #expect(same == box)
        #expect(same.performance == performance)
        #expect(same.potential == potential)
    }

    @Test("is one of nine")
    func nine() {
        #expect(TalentBox.all.map(\.number) == Array(1...9))
        #expect(TalentBox(number: 0) == nil)
        #expect(TalentBox(number: 10) == nil)
    }

    @Test("is drawn with performance upwards and potential rightwards")
    func grid() {
        #expect(TalentBox.grid.map { $0.map(\.number) } == [[4, 7, 9], [2, 5, 8], [1, 3, 6]])
    }

    @Test("is in the talent pool from 7 up")
    func pool() {
        #expect(TalentBox.all.filter(\.isTalentPool).map(\.number) == [7, 8, 9])
    }

    @Test("has a treatment of its own, in both languages")
    func treatments() {
        #expect(Set(TalentBox.all.map(\.treatment.indonesian)).count == 9)
        #expect(Set(TalentBox.all.map(\.treatment.english)).count == 9)
        let pool = TalentBox.all.filter(\.isTalentPool).map(\.treatment)
        #expect(pool.allSatisfy { $0.indonesian.contains("suksesi") && $0.english.contains("succession") })
        #expect(TalentBox(performance: .low, potential: .low).treatment.english == "handled under the rules")
        #expect(TalentBox(performance: .high, potential: .low).treatment.indonesian.hasPrefix("rotasi"))
    }

    @Test("stands on levels that rise from low to high")
    func levels() {
        #expect(TalentLevel.low < .medium && TalentLevel.medium < .high)
        #expect(TalentLevel.allCases.map(\.code) == ["low", "medium", "high"])
    }
}
