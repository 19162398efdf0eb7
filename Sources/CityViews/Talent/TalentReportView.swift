public import CityDatabase
import CityWork
public import Personnel
public import Reports
import Texts

/// Reads from the database what the talent report says. Nobody is named in it.
public struct TalentReportView {
    private let city: CityDatabase
    private let cycle: Cycle
    private let reach: Reach
    private let title: String?
    private let today: CivilDate
    private let imprint: Imprint
    private let leavesOut: @Sendable (LeftOut) -> Void

    /// - Parameter leavesOut: called with what the report leaves out since it cannot be read.
    public init(
        _ city: CityDatabase,
        _ cycle: Cycle,
        in reach: Reach,
        title: String?,
        today: CivilDate,
        imprint: Imprint = Imprint(),
        leavesOut: @escaping @Sendable (LeftOut) -> Void
    ) {
        self.city = city
        self.cycle = cycle
        self.reach = reach
        self.title = title
        self.today = today
        self.imprint = imprint
        self.leavesOut = leavesOut
    }

    public func report() async throws -> TalentReport {
        let day = min(try await Cycles(city).days(cycle)[.place] ?? cycle.code.last, today)
        let pictures = CityPictures(
            city,
            in: reach,
            day: day,
            title: title,
            imprint: imprint,
            leavesOut: leavesOut
        )
        let nineBox = try await pictures.nineBox(cycle.code)
        return TalentReport(
            frame: try await pictures.frame(of: cycle),
            cycle: cycle.code.description,
            ruleSet: cycle.ruleSet,
            nineBox: nineBox.nineBox,
            ratings: try await pictures.distribution(cycle.code),
            coverage: CoveragePicture(frame: pictures.frame, cycles: try await pictures.history(through: cycle)),
            ages: try await pictures.ages(),
            tenure: try await pictures.tenure(),
            bases: try await bases(),
            fairness: try await fairness(),
            raters: try await raters(),
            outlook: try await outlook(on: day)
        )
    }

    private func bases() async throws -> TalentReport.Bases? {
        let bases = try await RatingQuality(city, cycle).performanceBases(in: reach)
        guard bases.people > 0 else { return nil }
        return TalentReport.Bases(
            isRating: bases.inForce == .rating,
            byRating: bases.byRating,
            byScore: bases.byScore,
            lower: bases.lower,
            higher: bases.higher,
            smallestGroup: bases.smallCell
        )
    }

    private func fairness() async throws -> TalentReport.Fairness {
        let tables = try await RatingQuality(city, cycle).fairness(in: reach)
        let rules = try await RuleSets(city).find(cycle.ruleSet)
        let names = Dictionary(
            try await Agencies(city).list().map { ($0.code.description, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [TalentReport.Fairness.Row] = []
        for dimension in FairnessTable.Dimension.allCases {
            let own = tables.filter { $0.table.dimension == dimension }
            guard let performance = own.first(where: { $0.axis == .performance })?.table else { continue }
            let potential = own.first { $0.axis == .potential }?.table
            for row in performance.rows {
                rows.append(
                    TalentReport.Fairness.Row(
                        kind: Wording(indonesian: dimension.title, english: dimension.englishTitle),
                        group: Self.group(row.name, dimension, names),
                        people: row.n,
                        highPerformance: Self.high(row),
                        highPotential: potential?.rows.first { $0.name == row.name }.flatMap(Self.high)
                    )
                )
            }
        }
        return TalentReport.Fairness(rows: rows, smallestGroup: rules[.smallCell])
    }

    private static func group(
        _ name: String,
        _ dimension: FairnessTable.Dimension,
        _ agencies: [String: String]
    ) -> Wording {
        switch dimension {
        case .sex:
            name == "male"
                ? Wording(indonesian: "Laki-laki", english: "Men") : Wording(indonesian: "Perempuan", english: "Women")
        case .age: Wording(AgeGroup.allCases.first { $0.code == name }?.title ?? name)
        case .agency: Wording(agencies[name] ?? name)
        }
    }

    /// The share of the highest level, 0 to 1; nil where it is hidden.
    private static func high(_ row: FairnessTable.Row) -> Double? {
        row.cells.last?.share.map { Double($0.hundredths) / 10_000 }
    }

    private func raters() async throws -> TalentReport.RaterSeverity {
        let severities = try await RatingQuality(city, cycle).raters(in: reach).map(\.severity)
        let edges = [-0.5, -0.25, -0.1, 0.1, 0.25, 0.5]
        let bounds = zip([nil] + edges.map { Optional($0) }, edges.map { Optional($0) } + [nil])
        return TalentReport.RaterSeverity(
            raters: severities.count,
            notable: severities.count(where: \.isNotable),
            bins: bounds.map { from, to in
                TalentReport.RaterSeverity.Bin(
                    from: from,
                    to: to,
                    raters: severities.count { severity in
                        // Milder ratings lie to the right, with a smaller severity.
                        let mildness = -severity.severity
                        return (from.map { mildness >= $0 } ?? true) && (to.map { mildness < $0 } ?? true)
                    }
                )
            }
        )
    }

    private func outlook(on day: CivilDate) async throws -> TalentReport.Outlook {
        let rules = try await RuleSets(city).find(on: day)
        let workforce = Workforce(city, asOf: day)
        let holders = try await workforce.holders(in: reach, purpose: "report talent")
        if !holders.unreadable.isEmpty { leavesOut(.rows(holders.unreadable)) }
        let months = rules[.retirementWarningMonths]
        let end = day.adding(months: months)
        let vacancies = try await workforce.vacancies(in: reach, by: day)
            .filter { $0.positionLevel != "pelaksana" && $0.positionLevel != "fungsional" }
        return TalentReport.Outlook(
            due: holders.count { $0.since.completedMonths(until: day) >= rules[.maximumMonthsInPost] },
            retiring: holders.count { holder in holder.retiresOn.map { $0 > day && $0 <= end } ?? false },
            retiringMonths: months,
            vacant: vacancies.reduce(0) { $0 + $1.seats - $1.held }
        )
    }
}
