import Personnel
import TestSupport
import Testing

@Suite("A rater's severity")
struct RaterSeverityTests {
    private func given(_ rater: Int, _ values: [Int], level: PositionLevel = .pelaksana) -> [RaterSeverity.Observation]
    {
        values.compactMap { Rating(rawValue: $0) }
            .map { RaterSeverity.Observation(rater: rater, level: level, rating: $0) }
    }

    @Test("is the mean deviation from the peers, shrunk by what chance may explain")
    func example() throws {
        let found = RaterSeverity.of(given(2, [3, 3, 4, 4]) + given(1, [1, 1, 2, 2]) + given(3, [2, 2, 3, 3]))
        #expect(found.map(\.rater) == [1, 2, 3])
        #expect(found.map(\.n) == [4, 4, 4])
        #expect(found.map(\.rawMean) == [1.5, 3.5, 2.5])
        #expect(found.map(\.deviation) == [-1, 1, 0])
        // Within 3 / 9, between (8 / 2 - 1/3) / 4 = 11/12, k = 4/11, share 4 / (4 + 4/11) = 11/12.
        for (severity, expected) in zip(found.map(\.severity), [-11.0 / 12, 11.0 / 12, 0]) {
            #expect(abs(severity - expected) < 1e-12)
        }
        // Within / (n + k).
        let error = (1.0 / 3 / (4 + 4.0 / 11)).squareRoot()
        #expect(found.allSatisfy { abs($0.standardError - error) < 1e-12 })
        #expect(found.map(\.isNotable) == [true, true, false])
        #expect(abs(found[1].adjusted(.kurang) - (4 - 11.0 / 12)) < 1e-12)
    }

    @Test("compares with people at the same level of post only")
    func peers() {
        // One rates leaders, who are all rated sangat baik, the other executors, who are all rated baik.
        let found = RaterSeverity.of(
            given(1, [1, 1, 1], level: .jptPratama) + given(2, [1, 1], level: .jptPratama)
                + given(3, [2, 2, 2], level: .pelaksana) + given(4, [2, 2], level: .pelaksana)
        )
        #expect(found.allSatisfy { $0.deviation == 0 && $0.severity == 0 && !$0.isNotable })
    }

    @Test("is none where nothing can be told from chance")
    func nothing() {
        #expect(RaterSeverity.of([]).isEmpty)
        // One rating each; one rater alone; all alike; raters that differ no more than they do within.
        for observations in [
            given(1, [1]) + given(2, [5]) + given(3, [3]), given(1, [1, 5, 3]), given(1, [3]),
            given(1, [2, 2]) + given(2, [2, 2]), given(1, [1, 5]) + given(2, [5, 1]) + given(3, [3, 3]),
        ] {
            let found = RaterSeverity.of(observations)
            #expect(!found.isEmpty)
            #expect(found.allSatisfy { $0.severity == 0 && $0.standardError == 0 && !$0.isNotable })
            #expect(found.allSatisfy { $0.adjusted(.baik) == 2 })
        }
    }

    @Test("is not shrunk where raters never waver, and is finite")
    func noVarianceWithin() {
        let found = RaterSeverity.of(given(1, [1, 1]) + given(2, [3, 3]) + given(3, [5]))
        #expect(found.map(\.severity) == found.map(\.deviation))
        #expect(found.allSatisfy { $0.standardError == 0 && $0.severity.isFinite })
        #expect(found[0].isNotable)
    }

    @Test("is shrunk more for one who has rated few")
    func few() {
        let crowd = given(10, [1, 2, 2, 3, 2, 2]) + given(11, [3, 3, 2, 4, 3, 3]) + given(12, [2, 3, 2, 2, 3, 2])
        let found = RaterSeverity.of(crowd + given(1, [4]) + given(2, [4, 4, 4, 4, 4, 4]))
        let (one, many) = (found[0], found[1])
        #expect(one.n == 1 && many.n == 6)
        #expect(one.deviation == many.deviation)
        #expect(one.severity > 0 && one.severity < many.severity && many.severity < many.deviation)
        #expect(one.standardError > many.standardError)
    }

    @Test("does not depend on the order, and never exceeds the deviation")
    func properties() {
        var random = SeededGenerator(state: 30)
        for _ in 0..<200 {
            var observations = (0..<Int.random(in: 1...60, using: &random))
                .flatMap { _ in
                    given(
                        .random(in: 1...8, using: &random),
                        [.random(in: 1...5, using: &random)],
                        level: PositionLevel.allCases.randomElement(using: &random) ?? .pelaksana
                    )
                }
            let found = RaterSeverity.of(observations)
            observations.shuffle(using: &random)
            #expect(RaterSeverity.of(observations) == found)
            #expect(found.reduce(0) { $0 + $1.n } == observations.count)
            for rater in found {
                #expect(abs(rater.severity) <= abs(rater.deviation) && rater.severity * rater.deviation >= 0)
                #expect(rater.severity.isFinite && rater.standardError.isFinite)
            }
        }
    }

    @Test("is found again where it was put")
    func recovered() throws {
        var random = SeededGenerator(state: 14)
        // Rater 7 rates one step lower than the others, most of the time.
        let observations = (1...20)
            .flatMap { rater in
                (0..<40)
                    .flatMap { _ in
                        let usual = Int.random(in: 1...3, using: &random)
                        return given(rater, [rater == 7 ? usual + 1 : usual])
                    }
            }
        let found = RaterSeverity.of(observations)
        let severe = try #require(found.first { $0.rater == 7 })
        #expect(severe.isNotable && severe.severity > 0.6 && severe.severity < 1.3)
        #expect(found.max { $0.severity < $1.severity } == severe)
        #expect(found.count { $0.isNotable } <= 3)
    }
}
