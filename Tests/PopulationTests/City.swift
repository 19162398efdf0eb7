import Personnel
import Population
import TestSupport
import Testing

/// A generated city with its files read.
struct City: Sendable {
    struct Agency: Sendable {
        let agency: GeneratedAgency
        let people: Table
        let posts: Table
        let establishment: Table
        let ratings: Table
        let assessments: Table
        let awards: Table
        let duties: Table
        let training: Table
        let discipline: Table
        let competencies: Table
        let standards: Table
        let departures: Table
        let acting: Table
        let mistyped: MistypedDay?
    }

    let agencies: [Agency]
    let asOf: CivilDate
    let cycle: CycleCode

    /// - Parameter last: until when people leave, as YYYY-MM-DD.
    init(people: Int, seed: UInt64 = 1, asOf day: String = "2026-10-15", until last: String? = nil) throws {
        asOf = try #require(CivilDate(iso: day))
        cycle = try #require(CycleCode("2026-Q3"))
        let last = try last.map { try #require(CivilDate(iso: $0)) }
        let (population, cycle) = (Population(people: people, seed: seed, asOf: asOf), cycle)
        agencies = try population.agencies
            .map { agency in
                let files = population.files(for: agency, cycles: [cycle], until: last)
                return Agency(
                    agency: agency,
                    people: try Table(files.people),
                    posts: try Table(files.posts),
                    establishment: try Table(files.establishment),
                    ratings: try Table(files.ratings),
                    assessments: try Table(files.assessments),
                    awards: try Table(files.awards),
                    duties: try Table(files.duties),
                    training: try Table(files.training),
                    discipline: try Table(files.discipline),
                    competencies: try Table(files.competencies),
                    standards: try Table(files.standards),
                    departures: try Table(files.departures),
                    acting: try Table(files.acting),
                    mistyped: files.mistyped
                )
            }
    }

    /// By person's number.
    func people() throws -> [String: Table.Row] {
        Dictionary(uniqueKeysWithValues: rows(\.people).map { (String(($0["nip_baru"] ?? "").dropFirst()), $0) })
    }

    func rows(_ table: KeyPath<Agency, Table>) -> [Table.Row] { agencies.flatMap { $0[keyPath: table].rows } }

    /// As large as Medan; made once for all tests.
    static var medan: City { get async throws { try await made.value } }

    // On a thread of its own: the tests' few threads would wait for the one that generates.
    private static let made = Task { try await BlockingWork.run { try City(people: 15_000) } }
}
