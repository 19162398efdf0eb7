public import CityDatabase
public import Foundation
public import Jobs
import Personnel
import Postgres
public import Reports
import Texts

/// Schedules as tables and as a document.
public struct ScheduleView {
    private let agencies: [AgencyID: String]

    public init(_ city: CityDatabase) async throws {
        let pairs = try await Agencies(city).list().map { ($0.id, $0.code.description) }
        agencies = Dictionary(pairs) { first, _ in first }
    }

    /// What somebody reads has the zone's clock, what a program reads its offset.
    public func table(of records: [ScheduleRecord]) -> Table {
        let columns =
            [
                Table.Column("name", title: "name.schedule", room: .whole), Table.Column("kind"),
                Table.Column("for", codes: .words("owner")), Table.Column("state", codes: .words("schedule")),
            ] + Table.Column.list("next", "zone", "rule", "note")
        let rows: [[Table.Cell]] = records.map { record in
            let schedule = record.schedule
            return [
                .text(schedule.name), .text(schedule.kind), .text(target(schedule)), .text(state(record)),
                next(record).map { .code($0.0.iso($0.1), $0.0.words($0.1)) } ?? .missing,
                .text(schedule.recurrence.zone.identifier), .text(schedule.recurrence.description),
                record.pauseNote.map { .text($0) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    public func facts(_ record: ScheduleRecord, _ next: [Date]) -> Table {
        let schedule = record.schedule
        let time = ZonedTime(zone: schedule.recurrence.zone)
        func word(_ kind: String, _ code: String) -> Table.Cell {
            .code(code, Table.Codes.words(kind).wording(of: code) ?? Wording(code))
        }
        var facts: [(String, Table.Cell)] = [
            ("kind", .text(schedule.kind)), ("for", word("owner", target(schedule))),
            ("payload", .text(schedule.payload.text)), ("priority", word("priority", "\(schedule.priority)")),
            ("rule", .text(schedule.recurrence.description)),
            ("first_day", .text(schedule.recurrence.anchor.description)),
            ("zone", .text(schedule.recurrence.zone.identifier)),
            ("shift", word("shift", schedule.recurrence.shift.rawValue)),
            ("jitter", .text(TimeSpan(schedule.jitter).description)),
            ("catch_up", .text(TimeSpan(schedule.catchUp).description)),
            ("missed", word("missed", schedule.missed.rawValue)),
            ("overlap", word("overlap", schedule.overlap.rawValue)), ("state", word("schedule", state(record))),
        ]
        if let note = record.pauseNote { facts.append(("note", .text(note))) }
        facts += next.map { ("next", .code(time.iso($0), time.words($0))) }
        return Table(
            columns: [
                Table.Column("fact", title: "name.schedule", codes: .key),
                Table.Column(key: "value", title: Wording(schedule.name)),
            ],
            rows: facts.map { [.text($0), $1] }
        )
    }

    public func table(of history: [ScheduleOccurrence], in record: ScheduleRecord) -> Table {
        let time = ZonedTime(zone: record.schedule.recurrence.zone)
        let rows: [[Table.Cell]] = history.map { occurrence in
            [
                .code(time.text(occurrence.intendedAt.date, .english), time.words(occurrence.intendedAt.date)),
                state(of: occurrence), .integer(occurrence.occurrences), .optional(occurrence.jobs),
                occurrence.firedAt.map { .code(time.text($0.date, .english), time.words($0.date)) } ?? .missing,
            ]
        }
        return Table(
            columns: Table.Column.list("intended", "state")
                + Table.Column.list("occurrences", "jobs", alignment: .trailing) + [Table.Column("fired")],
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

    private func state(of occurrence: ScheduleOccurrence) -> Table.Cell {
        let state = TextCatalogue.words.wording("occurrence.\(occurrence.state.rawValue)")
        guard occurrence.isBackfill else { return .code(occurrence.state.rawValue, state) }
        return .code("\(occurrence.state.rawValue) (backfill)", Message.scheduleBackfill(["state": .wording(state)]))
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
