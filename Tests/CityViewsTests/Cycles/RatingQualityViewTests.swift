import CityViews
import Personnel
import Reports
import Testing

@testable import CityDatabase

@Suite("Rating quality view")
struct RatingQualityViewTests {
    private let dinkes = Literal.agency("dinkes")

    @Test("a distribution has its counts and what was found")
    func distributions() {
        let ratings: [Rating: Int] = [.sangatBaik: 9, .baik: 1]
        let findings = DistributionPattern.findings(organisation: .baik, ratings: ratings, minimumMembers: 20)
        let distribution = RatingQuality.Distribution(
            agency: dinkes,
            unit: ("u1", "Bidang"),
            ratings: ratings,
            organisation: .baik,
            findings: findings,
            head: .sangatKurang
        )
        let row = RatingQualityView.table([distribution]).rows[0]
        #expect(row.prefix(5) == [.text("dinkes"), .text("Bidang"), .integer(10), .integer(9), .integer(1)])
        #expect(row[8] == .text("baik"))
        let words = findings.map { "\($0.rule.code): \($0.share)% (small)" } + ["head_differs: sangat_kurang"]
        #expect(findings.count > 0 && row[9] == .text(words.joined(separator: "; ")))
    }

    @Test("a rater has the severity in two decimals")
    func raters() {
        let severities = RaterSeverity.of(
            (1...2)
                .flatMap { rater in
                    (0..<10)
                        .map { _ in
                            RaterSeverity.Observation(
                                rater: rater,
                                level: .pelaksana,
                                rating: rater == 1 ? .baik : .kurang
                            )
                        }
                }
        )
        let raters = severities.map { RatingQuality.Rater(nip: "1", name: nil, agency: dinkes, severity: $0) }
        let row = RatingQualityView.table(raters).rows[0]
        #expect(row.prefix(4) == [.text("1"), .missing, .text("dinkes"), .integer(10)])
        #expect(row[4] == .decimal("2.00") && row[5] == .decimal("-1.00"))
    }

    @Test("what is said of a small group is hidden, and not how many people it has")
    func fairness() {
        let table = FairnessTable(
            dimension: .sex,
            levels: TalentLevel.allCases.map(\.code),
            groups: [
                FairnessTable.Group(name: "female", counts: [10, 20, 30]),
                FairnessTable.Group(name: "male", counts: [1, 1, 0]),
            ],
            smallCell: 5
        )
        let view = RatingQualityView.table([(.performance, table)])
        #expect(
            view.columns.map(\.key).suffix(4) == ["low_percent", "medium_percent", "high_percent", "mean_difference"]
        )
        let male = view.rows.first { $0[2] == .text("male") }
        #expect(male?[3] == .integer(2))
        #expect(male?.dropFirst(4).allSatisfy { $0 == .missing } == true)
    }
}
