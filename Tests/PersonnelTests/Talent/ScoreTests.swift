import Personnel
import TestSupport
import Testing

@Suite("A score")
struct ScoreTests {
    @Test(
        "is read with at most two decimals",
        arguments: [
            ("0", 0), ("80", 8_000), ("80.5", 8_050), ("80.56", 8_056), ("80.06", 8_006), ("0.01", 1), ("0.5", 50),
            ("100", 10_000), ("100.0", 10_000), ("100.00", 10_000), ("9.99", 999),
        ]
    )
    func read(text: String, hundredths: Int) {
        #expect(Score(text)?.hundredths == hundredths)
        #expect(Score("x\(text)".dropFirst()) == Score(hundredths: hundredths))
    }

    @Test(
        "is nothing else",
        arguments: [
            "", " ", "80 ", " 80", "+80", "-1", "-0", "80,5", "80.", ".5", "80.567", "80.5.6", "100.01", "101", "1000",
            "080", "00", "1e2", "0x10", "٨٠", "80%", "nan", "null", "99999999999999999999",
        ]
    )
    func refused(text: String) {
        #expect(Score(text) == nil)
    }

    @Test("goes round through its text, every hundredth")
    func everyHundredth() {
        for hundredths in 0...10_000 {
            let score = Score(hundredths: hundredths)
            guard let score, Score(score.description) == score, score.hundredths == hundredths,
                score.description.utf8.suffix(3).first == UInt8(ascii: ".")
            else {
                Issue.record("\(hundredths) hundredths do not come back")
                return
            }
        }
        #expect(Score(hundredths: -1) == nil)
        #expect(Score(hundredths: 10_001) == nil)
        #expect(Score(71).description == "71.00")
        #expect(Score(hundredths: 8_005)?.description == "80.05")
        #expect(Score(100) > Score(99) && Score(0) < Score(1))
    }

    @Test(
        "is averaged by weight and rounded half up",
        arguments: [
            ([("80", 1), ("80.01", 1)], "80.01"), ([("80", 3), ("80.01", 1)], "80.00"),
            ([("80.01", 1), ("80.02", 1)], "80.02"), ([("0", 2), ("100", 1)], "33.33"),
            ([("0", 1), ("100", 2)], "66.67"), ([("55.55", 7)], "55.55"), ([("10", 0), ("20", 5)], "20.00"),
            ([("100", 50), ("0", 50)], "50.00"), ([("0", 1), ("0.01", 1)], "0.01"),
        ]
    )
    func mean(parts: [(String, Int)], mean: String) throws {
        let parts = try parts.map { (score: try #require(Score($0.0)), weight: $0.1) }
        #expect(Score.mean(parts) == Score(mean))
    }

    @Test("has no mean without a weight")
    func noMean() {
        #expect(Score.mean([]) == nil)
        #expect(Score.mean([(Score(80), 0), (Score(20), 0)]) == nil)
    }

    @Test("has the mean that is nearest to the exact one, the upper of two equally near")
    func nearest() throws {
        var random = SeededGenerator(state: 3)
        for _ in 0..<20_000 {
            let parts = try (0..<Int.random(in: 1...7, using: &random))
                .map { _ in
                    (
                        score: try #require(Score(hundredths: .random(in: 0...10_000, using: &random))),
                        weight: Int.random(in: 0...60, using: &random)
                    )
                }
            let weights = parts.reduce(0) { $0 + $1.weight }
            let total = parts.reduce(0) { $0 + $1.score.hundredths * $1.weight }
            guard weights > 0 else { continue }
            let mean = try #require(Score.mean(parts)).hundredths
            // mean - 1/2 <= total / weights < mean + 1/2
            guard (2 * mean - 1) * weights <= 2 * total, 2 * total < (2 * mean + 1) * weights else {
                Issue.record("\(parts) gives \(mean)")
                return
            }
        }
    }
}
