public import Foundation
public import Postgres

/// The city's schedules. Each call is part of the caller's transaction, in a scope that may change schedules.
public struct Schedules: Sendable {
    private let holidays: Set<PostgresDate>

    /// - Parameter holidays: days off besides Saturdays and Sundays.
    public init(holidays: Set<PostgresDate>) {
        self.holidays = holidays
    }

    /// The occurrences of a rule from an instant on.
    public func occurrences(of recurrence: Recurrence, from date: Date, count: Int) -> [Date] {
        let before = Date(timeIntervalSinceReferenceDate: date.timeIntervalSinceReferenceDate.nextDown)
        return recurrence.instants(after: before, through: .distantFuture, limit: count, holidays.contains)
    }

    // MARK: - Changing

    /// Stores a schedule. Its first occurrence is the first from now on.
    ///
    /// - Returns: false when there is one of the name; nothing is changed then.
    public func add(_ schedule: Schedule, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        let target: Int32? =
            switch schedule.target {
            case .city: 0
            case .agency(let agency): agency
            case .everyAgency: nil
            }
        let rule = schedule.recurrence
        let next = try next(rule, &tx)
        return try tx.execute(
            """
            insert into schedule (
                name, kind, target, payload, priority, rule, anchor, zone, shift, jitter_seconds, catch_up_seconds, missed,
                overlap, next_at
            )
            values (
                \(schedule.name), \(schedule.kind), \(target), \(schedule.payload), \(schedule.priority.rawValue),
                \(rule.description), \(rule.anchor), \(rule.zone.identifier), \(rule.shift.rawValue),
                \(Int32(schedule.jitter.seconds)), \(Int32(schedule.catchUp.seconds)), \(schedule.missed.rawValue),
                \(schedule.overlap.rawValue), \(next)
            )
            on conflict (name) do nothing
            """
        ) == 1
    }

    /// Nothing is fired until it is resumed; false when it was paused already.
    public func pause(_ record: ScheduleRecord, note: String?, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute(
            """
            update schedule set is_paused = true, pause_note = \(note)
            where schedule_id = \(record.id) and not is_paused
            """
        ) == 1
    }

    /// Goes on with the first occurrence from now on: what fell into the pause is no miss. Also sets a schedule right whose
    /// next occurrence a wrong clock has put far away. One that is active and due is left to the workers.
    public func resume(_ record: ScheduleRecord, _ tx: inout Transaction) throws(PostgresError) {
        let next = try next(record.schedule.recurrence, &tx)
        try tx.execute(
            """
            update schedule set is_paused = false, pause_note = null, next_at = \(next)
            where schedule_id = \(record.id) and (is_paused or next_at > clock_timestamp())
            """
        )
    }

    /// Removes a schedule with what is known of its occurrences, also one that this program cannot read. Jobs that it enqueued
    /// stay. False when there is none.
    public static func remove(_ name: String, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute(
            "delete from schedule_occurrence where schedule_id in (select schedule_id from schedule where name = \(name))"
        )
        return try tx.execute("delete from schedule where name = \(name)") == 1
    }

    /// Makes up for occurrences that have not fired, one after another, in their order.
    ///
    /// - Returns: how many will be made up for; the others had fired, or wait already.
    public func backfill(
        _ record: ScheduleRecord,
        _ dates: [Date],
        _ tx: inout Transaction
    ) throws(PostgresError) -> Int {
        try tx.execute(
            """
            insert into schedule_occurrence (schedule_id, intended_at, is_backfill)
            select \(record.id), intended_at, true from unnest(\(dates.map { Instant($0) })) i (intended_at)
            on conflict (schedule_id, intended_at) do update
            set state = 'waiting', is_backfill = true, occurrences = 1, decided_at = clock_timestamp()
            where schedule_occurrence.state in ('missed', 'overlapped', 'replaced')
            """
        )
    }

    /// Looks for the next occurrence of the schedules that avoid days off, after the calendar has changed; how many moved.
    public func moveToCalendar(_ tx: inout Transaction) throws -> Int {
        var moved = 0
        let shifted = try ScheduleRecord.records(
            "where s.shift <> 'none' and s.next_at > clock_timestamp() for update",
            &tx
        )
        for record in shifted.records {
            let next = try next(record.schedule.recurrence, &tx)
            guard next != record.nextAt else { continue }
            try tx.execute("update schedule set next_at = \(next) where schedule_id = \(record.id)")
            moved += 1
        }
        return moved
    }

    // MARK: - Reading

    /// All schedules by name, and the names of those that cannot be read.
    public static func list(_ tx: inout Transaction) throws -> (records: [ScheduleRecord], broken: [String]) {
        let (records, broken) = try ScheduleRecord.records("order by s.name", &tx)
        return (records, broken.map(\.name))
    }

    /// Schedules whose stored next occurrence is later than the next one by their rule and the server's clock: they would
    /// leave occurrences out.
    public func farAhead(_ records: [ScheduleRecord], _ tx: inout Transaction) throws(PostgresError) -> [ScheduleRecord]
    {
        var found: [ScheduleRecord] = []
        for record in records where !record.isPaused {
            guard let known = record.nextAt, let next = try next(record.schedule.recurrence, &tx) else { continue }
            if known > next { found.append(record) }
        }
        return found
    }

    /// Nil when there is none of the name, or it cannot be read.
    public static func find(_ name: String, _ tx: inout Transaction) throws -> ScheduleRecord? {
        try ScheduleRecord.records("where s.name = \(name)", &tx).records.first
    }

    /// The newest occurrences, the last first.
    public static func history(
        _ record: ScheduleRecord,
        limit: Int,
        _ tx: inout Transaction
    ) throws(PostgresError) -> [ScheduleOccurrence] {
        try tx.all(
            """
            select intended_at, state, is_backfill, occurrences, jobs, fired_at from schedule_occurrence
            where schedule_id = \(record.id) order by intended_at desc limit \(limit)
            """
        )
    }

    // MARK: -

    /// By the server's clock.
    private func next(_ recurrence: Recurrence, _ tx: inout Transaction) throws(PostgresError) -> Instant? {
        let now = try tx.one("select clock_timestamp()", as: Instant.self)
        return recurrence.next(after: now.date, isHoliday: holidays.contains).map { Instant($0) }
    }
}
