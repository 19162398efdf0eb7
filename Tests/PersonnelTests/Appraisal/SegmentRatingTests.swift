import Personnel
import TestSupport
import Testing

// Testing has an `Expectation` too.
private typealias Expectation = Personnel.Expectation

@Suite("The ratings of a period's segments")
struct SegmentRatingTests {
    private func segment(_ days: Int, _ result: Int?, _ behaviour: Int? = 2) -> SegmentRating {
        SegmentRating(
            days: days,
            result: result.flatMap { Expectation(rawValue: $0) },
            behaviour: behaviour.flatMap { Expectation(rawValue: $0) }
        )
    }

    @Test("make the mean by days, a half towards the worse")
    func mean() {
        for (first, second, result) in [
            ((100, 1), (100, 1), Expectation.above), ((101, 1), (100, 2), .above), ((100, 1), (100, 2), .asExpected),
            ((100, 2), (100, 3), .below), ((101, 2), (100, 3), .asExpected), ((100, 1), (100, 3), .asExpected),
            ((301, 1), (100, 3), .above), ((300, 1), (100, 3), .asExpected), ((100, 1), (300, 3), .below),
            ((101, 1), (300, 3), .asExpected),
        ] {
            let segments = [segment(first.0, first.1), segment(second.0, second.1)]
            let combined = SegmentRating.combined(segments, minimumShare: 50)
            #expect(combined?.result == result, "\(first), \(second)")
            #expect(combined?.behaviour == .asExpected)
            let turned = segments.map {
                SegmentRating(days: $0.days, result: $0.behaviour, behaviour: $0.result)
            }
            #expect(SegmentRating.combined(turned, minimumShare: 50)?.behaviour == result)
        }
    }

    @Test("make nothing when too few of the days were rated")
    func minimumShare() {
        #expect(SegmentRating.combined([segment(182, 1), segment(182, nil)], minimumShare: 50)?.result == .above)
        #expect(SegmentRating.combined([segment(182, 1), segment(183, nil)], minimumShare: 50) == nil)
        #expect(SegmentRating.combined([segment(1, 1), segment(364, nil)], minimumShare: 0)?.result == .above)
        #expect(SegmentRating.combined([segment(364, 1), segment(1, nil)], minimumShare: 100) == nil)
        for segments in [[], [segment(10, nil)], [segment(0, 1)]] {
            #expect(SegmentRating.combined(segments, minimumShare: 0) == nil)
        }
    }

    @Test("count for none when only one side was rated")
    func halfRated() {
        #expect(!segment(10, 1, nil).isRated && !segment(10, nil).isRated && segment(10, 1).isRated)
        #expect(SegmentRating.combined([segment(100, 1, nil), segment(100, 3)], minimumShare: 50)?.result == .below)
        #expect(SegmentRating.combined([segment(101, 1, nil), segment(100, 3)], minimumShare: 50) == nil)
    }

    @Test("make the value nearest to the exact mean, whatever the segments")
    func nearest() {
        var random = SeededGenerator(state: 24)
        for _ in 0..<5_000 {
            let values = (0..<Int.random(in: 1...5, using: &random))
                .map { _ in (Int.random(in: 1...366, using: &random), Int.random(in: 1...3, using: &random)) }
            let days = values.reduce(0) { $0 + $1.0 }
            let total = values.reduce(0) { $0 + $1.0 * $1.1 }
            let combined = SegmentRating.combined(values.map { segment($0.0, $0.1) }, minimumShare: 100)
            guard let value = combined?.result.rawValue, (2 * value - 1) * days <= 2 * total,
                2 * total < (2 * value + 1) * days
            else {
                Issue.record("\(values)")
                return
            }
        }
    }

    @Test("lead to a rating through the matrix, not through a mean of ratings")
    func matrix() throws {
        // Half a year above and half a year as expected: as expected, which is Baik.
        let combined = try #require(
            SegmentRating.combined([segment(181, 1, 1), segment(181, 2, 1)], minimumShare: 50)
        )
        #expect(RatingMatrix.national.rating(result: combined.result, behaviour: combined.behaviour) == .baik)
    }
}
