import CityDatabase
import Personnel
import Population
import Programs
import Texts

/// The files of one of the demo's agencies, written beside each other and imported.
struct DemoImport: Sendable {
    let agency: Agency
    let files: AgencyFiles
    let reports: [(ImportKind, ImportReport)]

    /// First the people as they are described, with all that is known of them; then who left, and who acts for them.
    ///
    /// - Parameter isPast: whether more has happened since, so that only who left is the same as then.
    init(
        _ files: AgencyFiles,
        of agency: Agency,
        _ city: CityDatabase,
        to home: String,
        isPast: Bool
    ) async throws {
        let described: [(name: String, kind: ImportKind, text: String)] = [
            ("people", .people, files.people), ("posts", .posts, files.posts),
            ("establishment", .establishment, files.establishment),
            ("assessments", .assessments, files.assessments), ("awards", .awards, files.awards),
            ("duties", .duties, files.duties), ("training", .training, files.training),
            ("discipline", .discipline, files.discipline), ("competencies", .competencies, files.competencies),
            ("standards", .standards, files.standards), ("ratings", .ratings, files.ratings),
        ]
        let left: (name: String, kind: ImportKind, text: String) = ("departures", .departures, files.departures)
        let acting: (name: String, kind: ImportKind, text: String) = ("acting", .posts, files.acting)
        for (name, _, text) in described + [left, acting] {
            try OutputFile("\(home)/\(agency.code)-\(name).csv", permissions: 0o644).write(text)
        }
        let today = try await CityClock.today(in: city)
        func run(_ name: String, _ kind: ImportKind, dryRun: Bool = false) async throws -> ImportReport {
            try await Importer(city)
                .run(
                    kind,
                    file: "\(home)/\(agency.code)-\(name).csv",
                    agency: agency.id,
                    asOf: today,
                    isComplete: kind.isRegister,
                    dryRun: dryRun
                )
        }

        // Where everybody has left who does, the files that describe them as serving are of the past.
        let departures = try await run("departures", .departures, dryRun: true)
        let haveLeft = departures.rows > 0 && departures.unchanged == departures.rows
        var reports: [(ImportKind, ImportReport)] = []
        for (name, kind, _) in isPast ? [left] : haveLeft ? [left, acting] : described + [left, acting] {
            let report = try await run(name, kind)
            if let rejection = report.rejections.first {
                throw Stop(
                    .demoImport,
                    [
                        "path": .text("\(home)/\(agency.code)-\(name).csv"), "line": "\(rejection.line)",
                        "reason": .text("\(rejection.reason(ProgramLanguage.current)) [\(rejection.code)]"),
                    ]
                )
            }
            reports.append((kind, report))
        }
        self.agency = agency
        self.files = files
        self.reports = reports
    }

    /// Over all agencies, a row for each kind of file that had rows.
    static func sum(_ imports: [DemoImport]) -> [(AgencyCode, ImportKind, ImportReport)] {
        guard let all = AgencyCode("all") else { return [] }
        return ImportKind.allCases.compactMap { kind in
            var sum = ImportReport()
            for (_, report) in imports.flatMap(\.reports).filter({ $0.0 == kind }) {
                sum.rows += report.rows
                sum.added += report.added
                sum.changed += report.changed
                sum.unchanged += report.unchanged
                sum.rejected += report.rejected
                sum.rejections.add(report.rejections)
                sum.warnings.add(report.warnings)
            }
            return sum.rows > 0 ? (all, kind, sum) : nil
        }
    }
}
