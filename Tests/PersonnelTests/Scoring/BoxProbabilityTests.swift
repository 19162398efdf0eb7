import Personnel
import Testing

@Suite("The probability of a box")
struct BoxProbabilityTests {
    private let rules: RuleSet

    init() throws {
        rules = try ReferenceTables.rules()
    }

    private func sum(_ boxes: BoxProbability, _ numbers: some Sequence<Int> = 1...9) -> Double {
        numbers.reduce(0) { $0 + boxes.probability(of: $1) }
    }

    @Test("adds to 1 and is never negative, wherever the scores lie")
    func sums() throws {
        for y in stride(from: 0, through: 10_000, by: 250) {
            for x in stride(from: 0, through: 10_000, by: 250) {
                let (y, x) = (try #require(Score(hundredths: y)), try #require(Score(hundredths: x)))
                let boxes = BoxProbability(performance: y, potential: x, rules: rules)
                let isWhole = abs(sum(boxes) - 1) < 1e-12
                guard isWhole, (1...9).allSatisfy({ (0...1).contains(boxes.probability(of: $0)) }) else {
                    Issue.record("\(y), \(x): \(sum(boxes))")
                    return
                }
            }
        }
        let boxes = BoxProbability(performance: Score(50), potential: Score(50), rules: rules)
        #expect(boxes.probability(of: 0) == 0 && boxes.probability(of: 10) == 0)
    }

    @Test("is a half on either side of a line")
    func onTheLine() {
        // Performance 80 with an error of 4: medium and high; potential 100 is high beyond doubt.
        let boxes = BoxProbability(performance: Score(80), potential: Score(100), rules: rules)
        #expect(abs(boxes.probability(of: 9) - 0.5) < 1e-4)
        #expect(abs(boxes.probability(of: 8) - 0.5) < 1e-4)
        // On both lines: a quarter each, of the boxes 5, 7, 8 and 9.
        let corner = BoxProbability(performance: Score(80), potential: Score(80), rules: rules)
        for box in [5, 7, 8, 9] { #expect(abs(corner.probability(of: box) - 0.25) < 1e-4) }
    }

    @Test(
        "is the normal distribution's",
        arguments: [(84, 0.841344746), (88, 0.977249868), (76, 0.158655254), (72, 0.022750132), (80, 0.5)]
    )
    func normal(points: Int, high: Double) {
        let boxes = BoxProbability(performance: Score(points), potential: Score(100), rules: rules)
        let found = sum(boxes, [4, 7, 9])
        #expect(abs(found - high) < 1e-9)
    }

    @Test("is highest in the box where the scores lie, when they lie away from the lines")
    func mostLikely() {
        for y in [30, 70, 95] {
            for x in [30, 70, 95] {
                let boxes = BoxProbability(performance: Score(y), potential: Score(x), rules: rules)
                let box = rules.boxes.number(
                    performance: rules.level(of: Score(y), on: .performance),
                    potential: rules.level(of: Score(x), on: .potential)
                )
                #expect(boxes.mostLikely == box)
                #expect(boxes.probability(of: box) > 0.9)
            }
        }
    }

    @Test("rises with the score: of the top box, with either")
    func rises() {
        var last = 0.0
        for points in 0...100 {
            let boxes = BoxProbability(performance: Score(points), potential: Score(points), rules: rules)
            #expect(boxes.probability(of: 9) >= last)
            last = boxes.probability(of: 9)
        }
        #expect(last > 0.99)
    }

    @Test("takes a level that the rating alone gave as certain")
    func certain() throws {
        for level in TalentLevel.allCases {
            let boxes = BoxProbability(performanceLevel: level, potential: Score(80), rules: rules)
            let row = TalentLevel.allCases.map { rules.boxes.number(performance: level, potential: $0) }
            #expect(abs(sum(boxes, row) - 1) < 1e-12)
            #expect(abs(boxes.probability(of: row[2]) - 0.5) < 1e-12)
        }
        let scoring = TalentScoring(rules)
        let scores = Dictionary(uniqueKeysWithValues: TalentAxis.potential.components.map { ($0, Score(80)) })
        let byRating = try #require(BoxProbability(scoring.place(scores, rating: .baik), rules: rules))
        #expect(abs(sum(byRating, [2, 5, 8]) - 1) < 1e-12)
        let all = Dictionary(uniqueKeysWithValues: TalentComponent.allCases.map { ($0, Score(80)) })
        let byScore = try #require(BoxProbability(scoring.place(all), rules: rules))
        #expect(byScore == BoxProbability(performance: Score(80), potential: Score(80), rules: rules))
        #expect(BoxProbability(scoring.place([:]), rules: rules) == nil)
    }

    @Test("is all in one box when the city says that there is no error")
    func noError() throws {
        var tables = try ReferenceTables.load()
        for name in ["performance_error", "potential_error"] {
            tables.change(.setting, where: ["name": name], to: ["value": "0"])
        }
        let rules = try RuleSet(tables: tables, code: ReferenceTables.code)
        for (y, x, box) in [("80", "80", 9), ("79.99", "60", 5), ("59.99", "80", 6)] {
            let (y, x) = (try #require(Score(y)), try #require(Score(x)))
            let boxes = BoxProbability(performance: y, potential: x, rules: rules)
            #expect(boxes.probability(of: box) == 1 && boxes.mostLikely == box)
        }
    }
}
