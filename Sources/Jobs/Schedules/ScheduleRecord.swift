import Foundation
public import Postgres

/// A schedule as it is stored, and how it stands.
public struct ScheduleRecord: Sendable, Hashable {
    let id: Int32
    /// What was planned.
    public let schedule: Schedule
    /// The next intended instant; nil when there is none.
    public let nextAt: Instant?
    /// Whether nothing is fired for now.
    public let isPaused: Bool
    /// Why it is paused.
    public let pauseNote: String?

    /// The schedules that a condition finds, and those that this program cannot read.
    static func records(
        _ condition: SQL,
        _ tx: inout Transaction
    ) throws -> (records: [ScheduleRecord], broken: [UnreadableSchedule]) {
        let rows = try tx.all(
            """
            select s.schedule_id, s.name, s.kind, s.target, s.payload, s.priority, s.rule, s.anchor, s.zone, s.shift,
                s.jitter_seconds, s.catch_up_seconds, s.missed, s.overlap, s.next_at, s.is_paused, s.pause_note
            from schedule s
            \(fragment: condition)
            """,
            as: (
                Int32, String, String, Int32?, JSONDocument, Int16, String, PostgresDate, String, String, Int32, Int32,
                String,
                String, Instant?, Bool, String?
            )
            .self
        )
        var records: [ScheduleRecord] = []
        var broken: [UnreadableSchedule] = []
        for row in rows {
            let target: Schedule.Target =
                switch row.3 {
                case nil: .everyAgency
                case 0: .city
                case let agency?: .agency(agency)
                }
            guard let priority = JobRequest.Priority(rawValue: row.5),
                let shift = Recurrence.Shift(rawValue: row.9), let missed = Schedule.Missed(rawValue: row.12),
                let overlap = Schedule.Overlap(rawValue: row.13),
                let recurrence = try? Recurrence(row.6, anchor: row.7, zone: row.8, shift: shift),
                let schedule = try? Schedule(
                    name: row.1,
                    target: target,
                    kind: row.2,
                    payload: row.4,
                    priority: priority,
                    recurrence: recurrence,
                    jitter: .seconds(row.10),
                    catchUp: .seconds(row.11),
                    missed: missed,
                    overlap: overlap
                )
            else {
                let facts = [row.6, "\(row.7)", row.8, row.9, "\(row.10) \(row.11)", row.12, row.13]
                broken.append(UnreadableSchedule(name: row.1, version: facts.joined(separator: "\n")))
                continue
            }
            records.append(
                ScheduleRecord(id: row.0, schedule: schedule, nextAt: row.14, isPaused: row.15, pauseNote: row.16)
            )
        }
        return (records, broken)
    }
}

/// What stands in the database for a schedule, and is none that this program knows.
public struct UnreadableSchedule: Sendable, Hashable {
    /// The schedule's.
    public let name: String
    /// Another text after each change.
    let version: String
}
