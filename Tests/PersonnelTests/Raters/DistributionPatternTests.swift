import Personnel
import TestSupport
import Testing

@Suite("The pattern of a unit's ratings")
struct DistributionPatternTests {
    /// From the best rating to the worst.
    private func codes(_ organisation: OrganisationRating, _ counts: [Int]) -> [String] {
        findings(organisation, counts).map(\.rule.code)
    }

    private func findings(
        _ organisation: OrganisationRating,
        _ counts: [Int],
        minimumMembers: Int = 10
    ) -> [DistributionFinding] {
        DistributionPattern.findings(
            organisation: organisation,
            ratings: Dictionary(uniqueKeysWithValues: zip(Rating.allCases, counts)),
            minimumMembers: minimumMembers
        )
    }

    @Test(
        "of each rating of the unit is kept or broken at its limits",
        arguments: [
            (OrganisationRating.istimewa, [70, 30, 0, 0, 0], []), (.istimewa, [51, 20, 20, 9, 0], []),
            (.istimewa, [71, 29, 0, 0, 0], ["sangat_baik_at_most_70"]),
            (.istimewa, [50, 50, 0, 0, 0], ["sangat_baik_more_than_50"]),
            (.baik, [29, 70, 1, 0, 0], []), (.baik, [29, 70, 0, 1, 0], []), (.baik, [20, 51, 15, 14, 0], []),
            (.baik, [28, 71, 1, 0, 0], ["baik_at_most_70"]),
            (.baik, [30, 70, 0, 0, 0], ["butuh_perbaikan_or_kurang_more_than_0"]),
            (.baik, [29, 70, 0, 0, 1], ["butuh_perbaikan_or_kurang_more_than_0"]),
            (.baik, [49, 50, 1, 0, 0], ["baik_more_than_50"]),
            (.butuhPerbaikan, [10, 30, 60, 0, 0], []), (.butuhPerbaikan, [0, 0, 100, 0, 0], []),
            (.butuhPerbaikan, [11, 29, 60, 0, 0], ["sangat_baik_at_most_10"]),
            (.butuhPerbaikan, [10, 31, 59, 0, 0], ["butuh_perbaikan_at_least_60"]),
            (.kurang, [10, 20, 10, 60, 0], []), (.kurang, [0, 0, 40, 60, 0], []),
            (.kurang, [11, 20, 9, 60, 0], ["butuh_perbaikan_at_least_10", "sangat_baik_at_most_10"]),
            (.kurang, [10, 21, 10, 59, 0], ["kurang_at_least_60"]),
            (.sangatKurang, [0, 30, 10, 0, 60], []), (.sangatKurang, [0, 30, 0, 10, 60], []),
            (.sangatKurang, [0, 30, 5, 5, 60], []), (.sangatKurang, [0, 0, 0, 40, 60], []),
            (.sangatKurang, [1, 29, 5, 5, 60], ["sangat_baik_at_most_0"]),
            (.sangatKurang, [0, 31, 5, 4, 60], ["butuh_perbaikan_or_kurang_at_least_10"]),
            (.sangatKurang, [0, 31, 10, 0, 59], ["sangat_kurang_at_least_60"]),
        ] as [(OrganisationRating, [Int], [String])]
    )
    func limits(organisation: OrganisationRating, counts: [Int], broken: [String]) {
        #expect(codes(organisation, counts) == broken)
    }

    @Test("is compared exactly, not by a rounded share")
    func exact() throws {
        // 70.004 percent is shown as 70.00, and breaks the limit.
        let finding = try #require(findings(.istimewa, [17_501, 7_499, 0, 0, 0]).first)
        #expect(finding.share == Score(70))
        #expect(finding.limit == 70)
        #expect(codes(.istimewa, [7, 3, 0, 0, 0]).isEmpty)
    }

    @Test("is advice, and only shown for a small unit")
    func advisory() {
        for (members, isSmall) in [(9, true), (10, false)] {
            let findings = findings(.istimewa, [members, 0, 0, 0, 0])
            #expect(findings.map(\.rule.code) == ["sangat_baik_at_most_70"])
            #expect(findings.allSatisfy { $0.isAdvisory && $0.isSmall == isSmall && $0.members == members })
            #expect(findings.first?.share == Score(100))
        }
        #expect(findings(.istimewa, [0, 0, 0, 0, 0]).isEmpty)
        #expect(DistributionPattern.findings(organisation: .baik, ratings: [:], minimumMembers: 10).isEmpty)
    }

    @Test("is drawn as a range of each rating")
    func expected() {
        func ranges(_ organisation: OrganisationRating) -> [ClosedRange<Int>?] {
            let expected = DistributionPattern.expected(for: organisation)
            return Rating.allCases.map { expected[$0] }
        }
        #expect(ranges(.istimewa) == [50...70, 0...50, 0...50, 0...50, 0...50])
        #expect(ranges(.baik) == [0...50, 50...70, 0...50, 0...50, 0...50])
        #expect(ranges(.butuhPerbaikan) == [0...10, 0...40, 60...100, 0...40, 0...40])
        #expect(ranges(.kurang) == [0...10, 0...30, 10...40, 60...90, 0...30])
        #expect(ranges(.sangatKurang) == [0...0, 0...30, 0...40, 0...40, 60...90])
    }

    @Test("that is kept lies inside the ranges, whatever the counts")
    func keptIsExpected() {
        var random = SeededGenerator(state: 25)
        var kept = 0
        for _ in 0..<40_000 {
            let counts = (0..<5).map { _ in Int.random(in: 0...(Bool.random(using: &random) ? 2 : 20), using: &random) }
            let members = counts.reduce(0, +)
            for organisation in OrganisationRating.allCases where members > 0 && codes(organisation, counts).isEmpty {
                kept += 1
                let expected = DistributionPattern.expected(for: organisation)
                for (rating, count) in zip(Rating.allCases, counts) {
                    guard let range = expected[rating], range.lowerBound * members <= count * 100,
                        count * 100 <= range.upperBound * members
                    else {
                        Issue.record("\(organisation) \(counts)")
                        return
                    }
                }
            }
        }
        #expect(kept > 1_000)
    }

    @Test("has ratings of units with codes and titles")
    func organisations() {
        #expect(
            OrganisationRating.allCases.map(\.code) == [
                "istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang",
            ]
        )
        #expect(
            OrganisationRating.allCases.map(\.title) == [
                "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang",
            ]
        )
        #expect(OrganisationRating.allCases.allSatisfy { OrganisationRating(code: $0.code) == $0 })
        #expect(OrganisationRating(code: "Baik") == nil)
    }
}
