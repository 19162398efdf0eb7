import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Population
import TestSupport
import Testing

/// Generated agencies with all their files imported, and the cycle 2026-Q3 with their ratings, placed on 2026-10-16.
struct TalentStage {
    let city: TestCity
    let agencies: [Agency]
    /// In the order of the agencies.
    let files: [AgencyFiles]
    private let runs: CycleRuns

    static let day = CivilDate(daysSince2000: 9_785)  // 2026-10-16

    static var code: CycleCode { get throws { try #require(CycleCode("2026-Q3")) } }

    var cycle: Cycle { get async throws { try await Cycles(city.database).find(Self.code) } }

    /// The largest agencies of a city of `people`.
    ///
    /// - Parameter registers: for each agency, whether its registers are declared complete.
    static func make(people: Int = 400, registers: [Bool] = [true]) async throws -> TalentStage {
        let population = Population(people: people, seed: 7, asOf: day + -1)
        let chosen = population.agencies.sorted { $0.people > $1.people }.prefix(registers.count)
        let stage = TalentStage(
            city: try await TestCity.make(ownRoles: true),
            agencies: [],
            files: try chosen.map { population.files(for: $0, cycle: try code) },
            definitions: chosen.map {
                AgencyDefinition(code: $0.code, name: $0.name, shortName: $0.shortName, kind: $0.kind)
            }
        )
        let made = try await stage.provision()
        for (index, isComplete) in registers.enumerated() {
            let (agency, files) = (made.agencies[index], made.files[index])
            for (kind, text) in [
                (ImportKind.people, files.people), (.posts, files.posts), (.establishment, files.establishment),
                (.ratings, files.ratings),
                (.assessments, files.assessments), (.awards, files.awards), (.duties, files.duties),
                (.training, files.training), (.discipline, files.discipline), (.competencies, files.competencies),
                (.standards, files.standards),
            ] {
                let report = try await made.load(kind, text, agency, isComplete: isComplete && kind.isRegister)
                try #require(report.rejected == 0, "\(kind): \(report.rejections.prefix(3))")
            }
        }
        return made
    }

    private let definitions: [AgencyDefinition]

    private init(city: TestCity, agencies: [Agency], files: [AgencyFiles], definitions: [AgencyDefinition]) {
        self.city = city
        self.agencies = agencies
        self.files = files
        self.definitions = definitions
        runs = CycleRuns(.medan, city.connections)
    }

    private func provision() async throws -> TalentStage {
        _ = try await Agencies(city.database).add(definitions)
        var agencies: [Agency] = []
        for definition in definitions { agencies.append(try await Agencies(city.database).find(definition.code)) }
        let code = try Self.code
        _ = try await runs.add(code, CycleCalendar(code))
        return TalentStage(city: city, agencies: agencies, files: files, definitions: definitions)
    }

    /// Another city with agencies of the same names, without people.
    func empty() async throws -> TalentStage {
        let city = try await TestCity.make(ownRoles: true)
        return try await TalentStage(city: city, agencies: [], files: files, definitions: definitions).provision()
    }

    @discardableResult
    func load(
        _ kind: ImportKind,
        _ text: String,
        _ agency: Agency,
        isComplete: Bool = false,
        on day: CivilDate = day
    ) async throws -> ImportReport {
        try await city.importText(kind, text, to: agency, isComplete: isComplete, on: day)
    }

    func run(through phase: CyclePhase = .place) async throws {
        _ = try await city.psql("update run set intended_at = '2199-01-01' where state = 'scheduled'")
        let code = try Self.code
        try await runs.makeDue(code, through: phase)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "stage")).run(untilIdle: true)
        try #require(try await runs.progress(code).allSatisfy { $0.state != .failed })
    }

    func placements(_ agency: Int = 0) async throws -> [TalentPlacement] {
        Array(
            try await TalentMap(city.database).placements(.cycle(cycle), in: .agency(agencies[agency]), purpose: "test")
        )
    }

    /// Box by NIP; nil for a person who is rated and in no box.
    func boxes(_ agency: Int = 0) async throws -> [String: Int?] {
        Dictionary(uniqueKeysWithValues: try await placements(agency).map { ($0.nip, $0.box) })
    }
}

extension TestCity {
    @discardableResult
    func importText(
        _ kind: ImportKind,
        _ text: String,
        to agency: Agency,
        isComplete: Bool = false,
        on day: CivilDate
    ) async throws -> ImportReport {
        let path = try SampleFile.write(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Importer(database).run(kind, file: path, agency: agency.id, asOf: day, isComplete: isComplete)
    }
}
