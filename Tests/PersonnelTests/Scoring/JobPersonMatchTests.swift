import Personnel
import TestSupport
import Testing

@Suite("A job-person match")
struct JobPersonMatchTests {
    private let standard = [Int](repeating: 4, count: 9)

    @Test("of the worked examples is 80.56 and 77.78, to the digit")
    func vectors() throws {
        let first = try JobPersonMatch(standard: standard, achieved: [4, 4, 3, 3, 3, 3, 3, 3, 3], cap: .total)
        #expect(first.value.description == "80.56")
        #expect(first.filling == .meets && first.filling.code == "MS")
        #expect(first.mapping == .fairlyOptimal && first.mapping.title == "Cukup Optimal")
        let second = try JobPersonMatch(standard: standard, achieved: [4, 4, 3, 3, 3, 3, 3, 3, 2], cap: .total)
        #expect(second.value.description == "77.78")
        #expect(second.filling == .stillMeets && second.filling.code == "MMS")
        #expect(second.mapping == .lessOptimal && second.mapping.title == "Kurang Optimal")
    }

    @Test("caps the total at 100, or each competency at its standard, as the city says")
    func caps() throws {
        let (standard, achieved) = ([3, 3, 3], [5, 2, 2])
        #expect(try JobPersonMatch(standard: standard, achieved: achieved, cap: .total).value == Score(100))
        #expect(
            try JobPersonMatch(standard: standard, achieved: achieved, cap: .each).value.description == "77.78"
        )
        let over = try JobPersonMatch(standard: [1, 1], achieved: [5, 5], cap: .total)
        #expect(over.value == Score(100))
        #expect(JobPersonMatch.Cap(rules: try ReferenceTables.rules()) == .total)
        let each = try ReferenceTables.rules(
            changing: .setting,
            where: ["name": "match_cap_total"],
            to: ["value": "0"]
        )
        #expect(JobPersonMatch.Cap(rules: each) == .each)
    }

    @Test("is graded at 80 and 68 for filling, at 90 and 78 for mapping")
    func grades() throws {
        // Levels of 1 to 5 that add to a hundred, and then to what is asked.
        let standard = [Int](repeating: 4, count: 25)
        for met in 0...100 {
            let achieved = (0..<25).map { min(4, max(0, met - 4 * $0)) }
            let match = try JobPersonMatch(standard: standard, achieved: achieved, cap: .each)
            #expect(match.value == Score(met))
            #expect(match.filling == (met >= 80 ? .meets : met >= 68 ? .stillMeets : .doesNotMeet))
            #expect(match.mapping == (met >= 90 ? .optimal : met >= 78 ? .fairlyOptimal : .lessOptimal))
        }
        #expect(JobPersonMatch.Filling.allCases.map(\.code) == ["MS", "MMS", "KMS"])
        #expect(JobPersonMatch.Mapping.allCases.map(\.title) == ["Optimal", "Cukup Optimal", "Kurang Optimal"])
    }

    @Test("is rounded half up before it is compared")
    func rounding() throws {
        // 20,000 of standard 5 make 0.001 points a level: 67,995 of 100,000 are 67.995.
        let count = 20_000
        for (met, value, grade) in [
            (67_995, "68.00", JobPersonMatch.Filling.stillMeets), (67_994, "67.99", .doesNotMeet),
        ] {
            let achieved = (0..<count).map { min(5, max(0, met - 5 * $0)) }
            let match = try JobPersonMatch(standard: .init(repeating: 5, count: count), achieved: achieved, cap: .total)
            #expect(match.value.description == value)
            #expect(match.filling == grade)
        }
    }

    @Test("is never more with a cap on each, and never less when more is achieved")
    func properties() throws {
        var random = SeededGenerator(state: 43)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...9, using: &random)
            let standard = (0..<count).map { _ in Int.random(in: 1...5, using: &random) }
            var achieved = (0..<count).map { _ in Int.random(in: 0...5, using: &random) }
            let total = try JobPersonMatch(standard: standard, achieved: achieved, cap: .total)
            let each = try JobPersonMatch(standard: standard, achieved: achieved, cap: .each)
            #expect(each.value <= total.value)
            let index = Int.random(in: 0..<count, using: &random)
            achieved[index] = min(5, achieved[index] + 1)
            for (cap, before) in [(JobPersonMatch.Cap.total, total), (.each, each)] {
                #expect(try JobPersonMatch(standard: standard, achieved: achieved, cap: cap).value >= before.value)
            }
        }
    }

    @Test("refuses nothing, different counts and levels that there are not")
    func refused() {
        func match(_ standard: [Int], _ achieved: [Int]) throws(JobPersonMatch.Invalid) -> JobPersonMatch {
            try JobPersonMatch(standard: standard, achieved: achieved, cap: .total)
        }
        #expect(throws: JobPersonMatch.Invalid.empty) { try match([], []) }
        #expect(throws: JobPersonMatch.Invalid.counts(standard: 2, achieved: 1)) { try match([4, 4], [4]) }
        #expect(throws: JobPersonMatch.Invalid.counts(standard: 0, achieved: 1)) { try match([], [4]) }
        for level in [0, 6, -1] {
            #expect(throws: JobPersonMatch.Invalid.standard(level, at: 1)) { try match([4, level], [4, 4]) }
        }
        for level in [6, -1] {
            #expect(throws: JobPersonMatch.Invalid.achieved(level, at: 0)) { try match([4, 4], [level, 4]) }
        }
        #expect(throws: Never.self) { try match([4], [0]) }
        #expect(JobPersonMatch.Invalid.standard(6, at: 1).reason == "standard level 6 of competency 2 is not 1 to 5")
    }
}
