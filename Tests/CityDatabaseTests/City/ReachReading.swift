import CityDatabase
import Personnel

/// Readings of the city or of one of its agencies.
enum ReachReading: CaseIterable, Sendable {
    case counts, countsOfDay, placements, placementsOfDay
    case missing, cycleFigures, distributions, raters, fairness
    case criticalPosts, holders, vacancies, workforce
    case quality, noRating, logins, audit

    /// Whether an agency reads it as itself, and so without the role of the personnel agency.
    var isAgencysOwn: Bool {
        switch self {
        case .raters, .noRating, .audit: false
        default: true
        }
    }

    /// The result of a reading.
    struct Answer: Equatable {
        /// Rows by their agency.
        var rows: [AgencyCode: [String]] = [:]
        /// Counts of people in rows that name no agency.
        var counts: [String: Int] = [:]
        var isEmpty: Bool { rows.values.allSatisfy(\.isEmpty) && counts.values.allSatisfy { $0 == 0 } }

        fileprivate static func rows<Row>(
            _ rows: some Sequence<Row>,
            of agency: (Row) -> AgencyCode?,
            _ text: (Row) -> String = { "\($0)" }
        ) -> Answer {
            var answer = Answer()
            for row in rows {
                guard let agency = agency(row) else { continue }
                answer.rows[agency, default: []].append(text(row))
            }
            return answer
        }

        fileprivate static func counts(_ counts: some Sequence<(String, Int)>) -> Answer {
            Answer(counts: Dictionary(counts.map { ($0.0, $0.1) }, uniquingKeysWith: +))
        }
    }

    func answer(_ city: CityDatabase, _ cycle: Cycle, on day: CivilDate, in reach: Reach) async throws -> Answer {
        let source: TalentSource =
            switch self {
            case .countsOfDay, .placementsOfDay: .day(day, ruleSet: cycle.ruleSet, knownOn: nil)
            default: .cycle(cycle)
            }
        switch self {
        case .counts, .countsOfDay:
            let (boxes, unplaced) = try await TalentMap(city).counts(source, in: reach)
            return .counts(boxes.enumerated().map { ("box \($0.offset + 1)", $0.element) } + [("unplaced", unplaced)])
        case .placements, .placementsOfDay:
            let placements = try await TalentMap(city).placements(source, in: reach, purpose: "test")
            return .rows(placements, of: \.agency) { row in
                "\(row.nip) \(row.name) \(row.unit) \(row.post) \(row.box ?? 0) \(row.components.count) \(row.inputs)"
            }
        case .missing:
            return .rows(try await Cycles(city).missing(cycle, in: reach), of: \.agency)
        case .cycleFigures:
            return .rows(try await Cycles(city).figures(cycle, in: reach), of: { $0.agency.code }) { "\($0.figures)" }
        case .distributions:
            // With an agency its units follow, which are not in the city's list.
            let whole = try await RatingQuality(city, cycle).distributions(in: reach).filter { $0.unit == nil }
            return .rows(whole, of: \.agency) { row in
                "\(Rating.allCases.map { row.ratings[$0] ?? 0 }) \(row.findings) \(String(describing: row.head))"
            }
        case .raters:
            return .rows(try await RatingQuality(city, cycle).raters(in: reach), of: \.agency)
        case .fairness:
            return .counts(
                try await RatingQuality(city, cycle).fairness(in: reach)
                    .filter { $0.table.dimension != .agency }
                    .flatMap { axis, table in table.rows.map { ("\(axis) \(table.dimension) \($0.name)", $0.n) } }
            )
        case .criticalPosts:
            return .rows(try await Succession(city).criticalPosts(in: reach, on: day), of: \.agency)
        case .holders:
            return .rows(try await Workforce(city, asOf: day).holders(in: reach, purpose: "test"), of: \.agency)
        case .vacancies:
            return .rows(try await Workforce(city, asOf: day).vacancies(in: reach, by: day), of: \.agency)
        case .workforce:
            return .counts(Self.counts(of: try await Workforce(city, asOf: day).figures(in: reach)))
        case .quality, .noRating:
            let indicators =
                self == .noRating ? [.noRating] : DataQuality.Indicator.allCases.filter { $0 != .noRating }
            let found = try await DataQuality(city).offenders(in: reach, on: day, only: indicators)
            return .rows(found.flatMap { found in found.offenders.map { (found.indicator, $0) } }, of: { $0.1.agency })
        case .logins:
            return .rows(try await AgencyLogins(city).list(in: reach), of: \.agency)
        case .audit:
            // Only events that other tests of the stage leave alone.
            var filter = AuditTrail.Filter()
            (filter.reach, filter.table, filter.operation, filter.limit) = (reach, "person", "insert", 10_000)
            return .rows(try await AuditTrail(city).list(filter), of: { $0.agency.flatMap { AgencyCode($0) } })
        }
    }

    private static func counts(of figures: Workforce.Figures) -> [(String, Int)] {
        [("people", figures.people), ("held", figures.held)]
            + figures.men.map { ("men \($0.key)", $0.value) } + figures.women.map { ("women \($0.key)", $0.value) }
            + figures.tenure.map { ("tenure \($0.key)", $0.value) }
            + figures.retirements.map { ("retire \($0.key)", $0.value) }
    }
}
