public import CityDatabase
public import Foundation
public import Jobs
import Personnel
import Postgres
public import Reports

/// Schedules as tables and as a document.
public struct ScheduleView {
    private let agencies: [AgencyID: String]

    public init(_ city: CityDatabase) async throws {
        let pairs = try await Agencies(city).list().map { ($0.id, $0.code.description) }
        agencies = Dictionary(pairs) { first, _ in first }
    }

    /// What somebody reads has the zone's clock, what a program reads its offset.
    public func table(of records: [ScheduleRecord], for format: OutputFormat) -> Table {
        let columns = [
            ("name", "Schedule"), ("kind", "Kind"), ("for", "For"), ("state", "State"), ("next", "Next"),
            ("zone", "Zone"),
            ("rule", "Rule"),
            ("note", "Note"),
        ]
        .map { Table.Column(key: $0, title: $1) }
        let rows: [[Table.Cell]] = records.map { record in
            let schedule = record.schedule
            return [
                .text(schedule.name), .text(schedule.kind), .text(target(schedule)), .text(state(record)),
                next(record).map { .text(format == .table ? $0.0.text($0.1) : $0.0.iso($0.1)) } ?? .missing,
                .text(schedule.recurrence.zone.identifier), .text(schedule.recurrence.description),
                record.pauseNote.map { .text($0) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    public func facts(_ record: ScheduleRecord, _ next: [Date]) -> Table {
        let schedule = record.schedule
        let time = ZonedTime(zone: schedule.recurrence.zone)
        var facts = [
            ("kind", schedule.kind), ("for", target(schedule)),
            ("payload", schedule.payload.text), ("priority", "\(schedule.priority)"),
            ("rule", schedule.recurrence.description),
            ("first day", schedule.recurrence.anchor.description),
            ("zone", schedule.recurrence.zone.identifier), ("shift", schedule.recurrence.shift.rawValue),
            ("jitter", TimeSpan(schedule.jitter).description),
            ("catch up", TimeSpan(schedule.catchUp).description), ("missed", schedule.missed.rawValue),
            ("overlap", schedule.overlap.rawValue), ("state", state(record)),
        ]
        if let note = record.pauseNote { facts.append(("note", note)) }
        facts += next.map { ("next", time.text($0)) }
        return Table(
            columns: [.init(key: "fact", title: "Schedule"), .init(key: "value", title: schedule.name)],
            rows: facts.map { [.text($0), .text($1)] }
        )
    }

    public func table(of history: [ScheduleOccurrence], in record: ScheduleRecord) -> Table {
        let time = ZonedTime(zone: record.schedule.recurrence.zone)
        let rows: [[Table.Cell]] = history.map { occurrence in
            [
                .text(time.text(occurrence.intendedAt.date)),
                .text(occurrence.state.rawValue + (occurrence.isBackfill ? " (backfill)" : "")),
                .integer(occurrence.occurrences), occurrence.jobs.map { .integer($0) } ?? .missing,
                occurrence.firedAt.map { .text(time.text($0.date)) } ?? .missing,
            ]
        }
        return Table(
            columns: [
                .init(key: "intended", title: "Intended"), .init(key: "state", title: "State"),
                .init(key: "occurrences", title: "Occurrences", alignment: .trailing),
                .init(key: "jobs", title: "Jobs", alignment: .trailing), .init(key: "fired", title: "Fired"),
            ],
            rows: rows
        )
    }

    public func document(_ record: ScheduleRecord, _ next: [Date], _ history: [ScheduleOccurrence]) -> JSONValue {
        let schedule = record.schedule
        let time = ZonedTime(zone: schedule.recurrence.zone)
        return .object([
            .init("schedule", .string(schedule.name)), .init("kind", .string(schedule.kind)),
            .init("for", .string(target(schedule))), .init("payload", .string(schedule.payload.text)),
            .init("priority", .string("\(schedule.priority)")), .init("rule", .string(schedule.recurrence.description)),
            .init("first_day", .string(schedule.recurrence.anchor.description)),
            .init("zone", .string(schedule.recurrence.zone.identifier)),
            .init("shift", .string(schedule.recurrence.shift.rawValue)),
            .init("jitter_seconds", .integer(Int(schedule.jitter / .seconds(1)))),
            .init("catch_up_seconds", .integer(Int(schedule.catchUp / .seconds(1)))),
            .init("missed", .string(schedule.missed.rawValue)), .init("overlap", .string(schedule.overlap.rawValue)),
            .init("state", .string(state(record))), .init("note", record.pauseNote.map { .string($0) } ?? .null),
            .init("next", .array(next.map { .string(time.iso($0)) })),
            .init(
                "occurrences",
                .array(
                    history.map { occurrence in
                        .object([
                            .init("intended", .string(time.iso(occurrence.intendedAt.date))),
                            .init("state", .string(occurrence.state.rawValue)),
                            .init("backfill", .boolean(occurrence.isBackfill)),
                            .init("occurrences", .integer(occurrence.occurrences)),
                            .init("jobs", occurrence.jobs.map { .integer($0) } ?? .null),
                            .init("fired", occurrence.firedAt.map { .string(time.iso($0.date)) } ?? .null),
                        ])
                    }
                )
            ),
        ])
    }

    private func target(_ schedule: Schedule) -> String {
        switch schedule.target {
        case .city: "city"
        case .agency(let id): agencies[id] ?? "agency \(id)"
        case .everyAgency: "each agency"
        }
    }

    private func state(_ record: ScheduleRecord) -> String {
        record.isPaused ? "paused" : record.nextAt == nil ? "ended" : "active"
    }

    private func next(_ record: ScheduleRecord) -> (ZonedTime, Date)? {
        guard !record.isPaused, let next = record.nextAt else { return nil }
        return (ZonedTime(zone: record.schedule.recurrence.zone), next.date)
    }
}
