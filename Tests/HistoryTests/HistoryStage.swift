import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport
import Testing
import Texts

/// A real city in which the history happens, year by year, and what differs from what it should know.
final class HistoryStage {
    /// Rules are in force from then on.
    private static let firstAppraised = 2023

    let city: TestCity
    let runs: CycleRuns
    var history = HistoricCity()
    var differences: [String] = []
    private var records: [(year: Int, record: HistoryRecord)] = []

    init() async throws {
        city = try await TestCity.make(ownRoles: true)
        runs = CycleRuns(.medan, city.connections)
        _ = try await Agencies(city.database)
            .add(
                HistoricCity.agencies.compactMap { code in
                    AgencyCode(code)
                        .map { AgencyDefinition(code: $0, name: "Dinas \(code)", shortName: code, kind: "dinas") }
                }
            )
    }

    func agency(_ code: String) async throws -> Agency {
        try await Agencies(city.database).find(try #require(AgencyCode(code)))
    }

    // MARK: - A year

    func live(_ year: Int) async throws {
        let files = history.live(year)
        let november = history.date(year, 11, 30)
        for code in history.posts.keys.sorted() {
            let agency = try await agency(code)
            let texts = HistoryFiles(city: history, agency: code, year: year)
            try await load(.establishment, texts.establishment(files), agency, november)
            try await load(.leave, texts.leave(files), agency, november)
            try await load(.departures, texts.departures(files), agency, november)
            try await load(.people, texts.people, agency, november)
            try await load(.posts, texts.posts, agency, november)
        }
        try await december(year)
        if year >= Self.firstAppraised { try await appraise(year) }
        try await compare(year)
    }

    /// Imports a file; every rejected row is a difference.
    @discardableResult
    func load(_ kind: ImportKind, _ text: String, _ agency: Agency, _ day: CivilDate) async throws -> ImportReport? {
        guard !text.isEmpty else { return nil }
        let path = try SampleFile.write(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let report = try await Importer(city.database).run(kind, file: path, agency: agency.id, asOf: day)
        let lines = text.split(separator: "\r\n")
        for finding in report.rejections {
            let line = finding.line <= lines.count ? lines[finding.line - 1] : ""
            differences.append("\(day.year) \(agency.code) \(kind): \(finding.reason(.english)): \(line)")
        }
        return report
    }

    /// The cycle of the year, from its opening to its final results.
    private func appraise(_ year: Int) async throws {
        let code = try #require(CycleCode("\(year)"))
        _ = try await runs.add(code, CycleCalendar(code))
        for agency in history.posts.keys.sorted() {
            let ratings = HistoryFiles(city: history, agency: agency, year: year).ratings
            try await load(.ratings, ratings, agency: agency, history.date(year, 12, 31))
        }
        _ = try await city.psql("update run set intended_at = '2199-01-01' where state = 'scheduled'")
        try await runs.makeDue(code, through: .final)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "history")).run(untilIdle: true)
        try #require(try await runs.progress(code).allSatisfy { $0.state == .done })
        history.events += 1
    }

    private func load(_ kind: ImportKind, _ text: String, agency code: String, _ day: CivilDate) async throws {
        try await load(kind, text, agency(code), day)
    }

    // MARK: - What is compared

    private func compare(_ year: Int) async throws {
        let day = history.date(year, 12, 31)
        let reading = HistoryReading(city: city)
        let known = try await reading.explanations(on: day)
        for person in history.people {
            let expected = "\(person.name), \(person.explanation)"
            let found = known[person.nip.text] ?? "unknown"
            if found != expected { differences.append("\(year) \(person.nip.text): \(found), not \(expected)") }
        }
        let strangers = Set(known.keys).subtracting(history.people.map(\.nip.text))
        differences += strangers.sorted().map { "\(year) \($0): a person of no file" }
        differences += try await reading.unexplainedGaps().map { "\(year) without a post and a reason: \($0)" }
        differences += try await reading.holdersBeyondFormasi().map { "\(year) beyond formasi: \($0)" }
        let acting = try await reading.acting(on: day)
        let expected = history.acting.map { "\(history.people[$0.person].nip.text) \($0.post.unit)/\($0.post.title)" }
        if acting != expected.sorted() { differences.append("\(year) acting: \(acting), not \(expected.sorted())") }
        for (former, record) in records {
            let now = try await HistoryRecord(former, isAppraised: former >= Self.firstAppraised, city)
            differences += record.differences(from: now).map { "\(former) as seen after \(year): \($0)" }
        }
        records.append((year, try await HistoryRecord(year, isAppraised: year >= Self.firstAppraised, city)))
        try await comeBackUnchanged(year)
    }

    /// What is exported and imported again changes nothing.
    private func comeBackUnchanged(_ year: Int) async throws {
        let day = history.date(year, 12, 31)
        let kinds: [(ExportKind, ImportKind)] = [
            (.units, .units), (.people, .people), (.departures, .departures),
            (.leave, .leave), (.establishment, .establishment), (.posts, .posts),
        ]
        for code in history.posts.keys.sorted() {
            let agency = try await agency(code)
            for (kind, imported) in kinds {
                let text = Mutex("")
                _ = try await Exporter(city.database)
                    .export(kind, of: agency, on: day, cycle: nil) { line in text.withLock { $0 += line } }
                guard let report = try await load(imported, text.withLock { $0 }, agency, day) else { continue }
                if report.added + report.changed > 0 {
                    differences.append(
                        "\(year) \(code) \(kind) exported and imported: \(report.added) added, \(report.changed) changed"
                    )
                }
            }
        }
    }
}
