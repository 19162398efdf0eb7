import Personnel
import Testing

@Suite("People by level of performance on either basis")
struct PerformanceBasesTests {
    private func group(_ rating: Rating, _ points: Int?, known: Int = 100, _ people: Int) -> PerformanceBases.Group {
        PerformanceBases.Group(
            rating: rating,
            axis: points.map { AxisScore(value: Score($0), knownWeight: known) },
            people: people
        )
    }

    @Test("counts the rating's level beside the score's, as 59.99 and 60 have it", arguments: ["2026.1", "2027.1"])
    func counts(code: String) throws {
        let rules = try ReferenceTables.rules(named: code)
        let bases = PerformanceBases(
            [
                group(.baik, 48, 111), group(.baik, 60, 305), group(.sangatBaik, 79, 65), group(.sangatBaik, 80, 43),
                group(.butuhPerbaikan, 36, 20),
                // Too little is known for the score: its level is the rating's, too.
                group(.baik, 48, known: 90, 50), group(.sangatBaik, nil, 7),
            ],
            rules: rules
        )
        #expect(bases.people == 601 && bases.byRating == [20, 466, 115] && bases.byScore == [131, 420, 50])
        #expect(bases.lower == 176 && bases.higher == 0)
        #expect(bases.inForce == (code == "2027.1" ? .rating : .score))
        #expect(bases.smallCell == 5)
    }

    @Test("hides small counts, those that would reveal them, and what could be worked out beside them")
    func hidden() throws {
        let rules = try ReferenceTables.rules()
        func bases(_ low: Int, _ high: Int) -> PerformanceBases {
            PerformanceBases(
                [group(.baik, 48, low), group(.baik, 70, 300), group(.sangatBaik, 90, high)],
                rules: rules
            )
        }
        let two = bases(2, 40)
        #expect(two.byRating == [0, 302, 40] && two.byScore == [nil, 300, nil])
        #expect(two.lower == nil && two.higher == nil)
        let both = bases(1, 2)
        #expect(both.byRating == [0, nil, nil] && both.byScore == [nil, nil, nil])
        let enough = bases(5, 5)
        #expect(enough.byRating == [0, 305, 5] && enough.byScore == [5, 300, 5] && enough.lower == 5)
    }

    @Test("counts nobody where nobody is placed")
    func nobody() throws {
        let bases = PerformanceBases([], rules: try ReferenceTables.rules())
        #expect(bases.people == 0 && bases.byRating == [0, 0, 0] && bases.lower == 0)
    }
}
