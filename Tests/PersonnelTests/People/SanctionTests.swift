import Personnel
import Testing

@Suite("A disciplinary sanction")
struct SanctionTests {
    @Test("is one of nine, three at each level")
    func nine() {
        for level in Sanction.Level.allCases { #expect(Sanction.allCases.count { $0.level == level } == 3) }
        #expect(Sanction.Level.allCases.map(\.siasn) == ["R", "S", "B"])
        #expect(Sanction.Level.allCases.map(\.title) == ["Ringan", "Sedang", "Berat"])
        #expect(Sanction.Level.allCases.allSatisfy { Sanction.Level(siasn: $0.siasn) == $0 })
        for text in ["", "r", "X", "light"] { #expect(Sanction.Level(siasn: text) == nil) }
        #expect(Sanction.allCases.allSatisfy { Sanction(code: $0.code) == $0 })
        #expect(Set(Sanction.allCases.map(\.title)).count == 9)
    }

    @Test("has a duration at the middle level and, but for dismissal, at the heavy one")
    func durations() {
        #expect(Sanction.allCases.map(\.months) == [nil, nil, nil, 6, 9, 12, 12, 12, nil])
        #expect(Sanction.allCases.map(\.allowanceCut) == [0, 0, 0, 25, 25, 25, 0, 0, 0])
        #expect(Sanction.allCases.filter(\.isPermanent) == [.dismissal])
    }

    @Test("is served from its day until its months are over")
    func served() throws {
        let start = try #require(CivilDate(iso: "2026-03-15"))
        #expect(Sanction.demotion.lastDay(from: start)?.iso == "2027-03-14")
        #expect(Sanction.allowanceCut6.lastDay(from: start)?.iso == "2026-09-14")
        for sanction in Sanction.allCases {
            #expect(!sanction.isServed(on: start + -1, from: start))
            #expect(sanction.isServed(on: start, from: start) == (sanction.level != .light))
            if let last = sanction.lastDay(from: start) {
                #expect(sanction.isServed(on: last, from: start) && !sanction.isServed(on: last + 1, from: start))
            }
        }
        #expect(Sanction.dismissal.isServed(on: start + 10_000, from: start))
    }

    @Test("has a level that the discipline record's score knows, and so has one that is served")
    func scores() throws {
        let scoring = TalentScoring(try ReferenceTables.rules())
        #expect(
            Sanction.Level.allCases.map { scoring.score("discipline", level: $0.code) } == [
                Score(75), Score(50), Score(25),
            ]
        )
        #expect(scoring.score("discipline", level: "serving") == Score(0))
    }
}
