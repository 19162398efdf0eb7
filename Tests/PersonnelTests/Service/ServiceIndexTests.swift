import Personnel
import TestSupport
import Testing

@Suite("A satisfaction index")
struct ServiceIndexTests {
    /// The worked example: 29 answers to each of the nine.
    private let example = Dictionary(
        uniqueKeysWithValues: zip(ServiceElement.allCases, [105, 101, 100, 116, 102, 105, 106, 105, 115])
            .map { ($0, ServiceIndex.Answers(total: $1, count: 29)) }
    )

    /// The same answers to all nine.
    private func answers(_ total: Int, _ count: Int) -> [ServiceElement: ServiceIndex.Answers] {
        Dictionary(
            uniqueKeysWithValues: ServiceElement.allCases.map { ($0, ServiceIndex.Answers(total: total, count: count)) }
        )
    }

    @Test(
        "of the worked example is 91.48, and something else with a rounded weight",
        arguments: [
            (ServiceIndex.Weight.ninth, "91.48"), (.millionths(110_000), "90.56"), (.millionths(111_000), "91.38"),
        ]
    )
    func vector(weight: ServiceIndex.Weight, value: String) throws {
        let index = try ServiceIndex(example, weight: weight)
        #expect(index.value.description == value)
        #expect(index.weight == weight)
        #expect(index.grade == .a && index.grade.title == "Sangat Baik")
    }

    @Test("has the elements' means of the worked example")
    func means() {
        #expect(
            ServiceElement.allCases.map { example[$0]?.meanTenThousandths } == [
                36_207, 34_828, 34_483, 40_000, 35_172, 36_207, 36_552, 36_207, 39_655,
            ]
        )
        #expect(ServiceIndex.Answers(total: 0, count: 0).meanTenThousandths == nil)
    }

    @Test("goes from 25 to 100, and tops out at 99 with a weight of 0.11")
    func range() throws {
        #expect(try ServiceIndex(answers(29, 29)).value == Score(25))
        #expect(try ServiceIndex(answers(116, 29)).value == Score(100))
        #expect(try ServiceIndex(answers(116, 29), weight: .millionths(110_000)).value == Score(99))
        #expect(throws: ServiceIndex.Invalid.weight) {
            try ServiceIndex(answers(116, 29), weight: .millionths(120_000))
        }
        for millionths in [0, -1, 1_000_001, .max] {
            #expect(throws: ServiceIndex.Invalid.weight) {
                try ServiceIndex(answers(116, 29), weight: .millionths(millionths))
            }
        }
    }

    @Test(
        "is graded by lower bounds after rounding half up, without gaps",
        arguments: [
            (35_324, "88.31", ServiceIndex.Grade.a), (35_320, "88.30", .b), (35_322, "88.31", .a),
            (35_321, "88.30", .b), (30_644, "76.61", .b), (30_640, "76.60", .c), (30_642, "76.61", .b),
            (26_000, "65.00", .c), (25_998, "65.00", .c), (25_997, "64.99", .d), (10_000, "25.00", .d),
            (40_000, "100.00", .a),
        ]
    )
    func grades(total: Int, value: String, grade: ServiceIndex.Grade) throws {
        // 88.305, 76.605 and 64.995 lie in the gaps of the published ranges.
        let index = try ServiceIndex(answers(total, 10_000))
        #expect(index.value.description == value)
        #expect(index.grade == grade)
    }

    @Test("divides each element by the answers that it got")
    func missing() throws {
        var answers = answers(30, 10)
        answers[.cost] = ServiceIndex.Answers(total: 8, count: 2)
        // Eight means of 3 and one of 4: 28 / 9 · 25.
        #expect(try ServiceIndex(answers).value.description == "77.78")
        answers[.cost] = ServiceIndex.Answers(total: 0, count: 0)
        #expect(throws: ServiceIndex.Invalid.unanswered(.cost)) { try ServiceIndex(answers) }
        answers[.cost] = nil
        #expect(throws: ServiceIndex.Invalid.unanswered(.cost)) { try ServiceIndex(answers) }
        for (total, count) in [(1, 2), (9, 2), (2, -2), (40_000_004, 10_000_001)] {
            answers[.cost] = ServiceIndex.Answers(total: total, count: count)
            #expect(throws: ServiceIndex.Invalid.answers(.cost)) { try ServiceIndex(answers) }
        }
        #expect(ServiceIndex.Invalid.unanswered(.cost).reason == "no answer to the element cost")
    }

    @Test("is the nearest to the exact one, the upper of two, with any numbers of answers")
    func nearest() throws {
        var random = SeededGenerator(state: 14)
        for _ in 0..<2_000 {
            let counts = ServiceElement.allCases.map { _ in [3, 7, 40, 300].randomElement(using: &random) ?? 3 }
            let totals = counts.map { Int.random(in: $0...4 * $0, using: &random) }
            let answers = zip(totals, counts).map { ServiceIndex.Answers(total: $0, count: $1) }
            let index = try ServiceIndex(Dictionary(uniqueKeysWithValues: zip(ServiceElement.allCases, answers)))
            // Everything times 9 · 4,200: 4,200 is a multiple of each number of answers.
            let exact = zip(totals, counts).reduce(0) { $0 + $1.0 * (4_200 / $1.1) * 2_500 }
            let whole = 9 * 4_200
            guard (2 * index.value.hundredths - 1) * whole <= 2 * exact,
                2 * exact < (2 * index.value.hundredths + 1) * whole
            else {
                Issue.record("\(totals) of \(counts): \(index.value)")
                return
            }
        }
    }

    @Test("knows its elements by code, not by number")
    func elements() {
        #expect(ServiceElement.allCases.count == 9)
        #expect(ServiceElement.allCases.allSatisfy { ServiceElement(code: $0.code) == $0 })
        for text in ["U8", "8", "9", ""] { #expect(ServiceElement(code: text) == nil) }
        #expect(Set(ServiceElement.allCases.map(\.title)).count == 9)
        #expect(Set(ServiceElement.allCases.map(\.englishTitle)).count == 9)
        #expect(ServiceIndex.Grade.allCases.map(\.title) == ["Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik"])
        #expect(ServiceIndex.Grade.allCases.map(\.code) == ["A", "B", "C", "D"])
    }
}
