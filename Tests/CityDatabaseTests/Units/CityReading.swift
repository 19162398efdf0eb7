import CityDatabase
import Personnel
import Synchronization
import TestSupport

/// What the city reads about days and cycles that lie before a reorganisation: it is the same afterwards, to the digit.
struct CityReading: Equatable {
    let vacancies: [String]
    let holders: [String]
    let critical: [String]
    let figures: [String]
    let distributions: [String]
    let units: [String]
    let files: [String]

    /// - Parameter day: before the reorganisation.
    init(_ stage: AppraisalStage, on day: CivilDate) async throws {
        let database = stage.city.database
        let workforce = Workforce(database, asOf: day)
        vacancies = try await workforce.vacancies(in: .city, by: day).map { "\($0)" }
        holders = try await workforce.holders(in: .city, purpose: "test").map { "\($0)" }
        critical = try await Succession(database).criticalPosts(in: .city, on: day).map { "\($0)" }
        let cycle = try await Cycles(database).find(stage.code)
        figures = try await Cycles(database).figures(cycle, in: .city)
            .map { "\($0.agency.code) \($0.agency.name) \($0.figures)" }
        let quality = RatingQuality(database, cycle)
        var distributions = try await quality.distributions(in: .city).map { "\($0)" }
        var files: [String] = []
        for agency in stage.agencies {
            let agency = try await Agencies(database).find(agency.code)
            distributions += try await quality.distributions(in: .agency(agency)).map { "\($0)" }
            for kind in [ExportKind.people, .units, .posts, .ratings] {
                let text = Mutex("")
                _ = try await Exporter(database)
                    .export(kind, of: agency, on: day, cycle: kind.needsCycle ? cycle : nil) { line in
                        text.withLock { $0 += line }
                    }
                files.append(text.withLock { $0 })
            }
        }
        self.distributions = distributions
        self.files = files
        units = try await Units(database).list(in: .city, on: day).map { "\($0)" }
    }
}
