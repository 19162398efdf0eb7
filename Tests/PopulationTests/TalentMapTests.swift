import Personnel
import TestSupport
import Testing

@Suite("The talent map of a generated city")
struct TalentMapTests {
    /// Of all who have a place in the map.
    private static let scores = Task {
        let city = try await City.medan
        return try await BlockingWork.run {
            city.agencies.flatMap { TalentEvidence($0, asOf: city.asOf).scores() }
        }
    }

    @Test("has all nine boxes, most people in the middle and one in ten in the talent pool")
    func boxes() async throws {
        let scores = try await Self.scores.value
        #expect((Double(scores.count) / 15_000).isNear(0.85, within: 0.02))
        let shares = (1...9).map { box in share(of: scores) { $0.box == box } }
        let bounds = [
            0.01...0.05, 0.01...0.05, 0.25...0.38, 0.0002...0.005, 0.44...0.58, 0.005...0.03, 0.02...0.06, 0.04...0.09,
            0.005...0.03,
        ]
        for (index, (share, bound)) in zip(shares, bounds).enumerated() {
            #expect(bound.contains(share), "box \(index + 1): \(share)")
        }
        let pool = shares[6...].reduce(0, +)
        #expect((0.05...0.12).contains(pool), "talent pool: \(pool)")
        #expect(shares.max() == shares[4])
    }

    @Test("spreads on both axes, which go together without being one")
    func axes() async throws {
        let scores = try await Self.scores.value
        let (x, y) = (scores.map(\.potential), scores.map(\.performance))
        #expect(mean(x).isNear(71.7, within: 1.5) && mean(y).isNear(63, within: 1.5))
        #expect((0.1...0.6).contains(correlation(x, y)))
    }
}

@Suite("The talent scores that these tests reckon")
struct TalentScoresTests {
    @Test(
        "have the boxes of the published table",
        arguments: [(71, 84, 8), (59.99, 60, 3), (80, 59.99, 4), (80, 80, 9)]
    )
    func box(performance: Double, potential: Double, box: Int) {
        #expect(TalentScores(performance: performance, potential: potential).box == box)
    }
}
