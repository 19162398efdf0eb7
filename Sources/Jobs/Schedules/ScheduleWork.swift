import Foundation
public import Postgres

/// A worker's part in schedules: fires what is due. Any number of workers may: who decides about an occurrence moves the
/// schedule's next instant by compare-and-set, in the same transaction, by the server's clock.
public struct ScheduleWork: Sendable {
    let database: Database
    let worker: Scope
    private let agencies: ActiveAgencies
    let looked = SchedulesLookedAt()
    let holidays: @Sendable (inout Transaction) throws -> Set<PostgresDate>

    /// - Parameters:
    ///   - database: whose schedules.
    ///   - worker: the scope that may fire schedules and enqueue jobs.
    ///   - agencies: those that a schedule for every agency is for.
    ///   - holidays: days off besides Saturdays and Sundays, read in the worker's scope.
    public init(
        _ database: Database,
        worker: Scope,
        agencies: @escaping ActiveAgencies,
        holidays: @escaping @Sendable (inout Transaction) throws -> Set<PostgresDate>
    ) {
        self.database = database
        self.worker = worker
        self.agencies = agencies
        self.holidays = holidays
    }

    /// Decides about what is due and enqueues what may begin; the names of the schedules that fired, and those that cannot
    /// be read.
    func fire() async throws -> (fired: [String], broken: [UnreadableSchedule]) {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            let due = try ScheduleRecord.records(
                """
                where s.next_at <= clock_timestamp() and not s.is_paused
                order by s.next_at for update of s skip locked
                """,
                &tx
            )
            if !due.records.isEmpty {
                let now = try tx.one("select clock_timestamp()", as: Instant.self)
                let holidays = try holidays(&tx)
                for record in due.records { try decide(record, now: now, holidays, &tx) }
            }
            // What was decided now, or waited for a job to end.
            let waiting = try waiting("for update of s skip locked", &tx)
            var fired: [String] = []
            for record in waiting.records {
                for lane in Lane.allCases where try begin(record, lane, &tx) { fired.append(record.schedule.name) }
            }
            return (fired, Set(due.broken + waiting.broken).sorted { $0.name < $1.name })
        }
    }

    /// Whether an occurrence is due, or waits for a job that has ended. What is paused or cannot be read does not.
    func hasWork(_ tx: inout Transaction) throws -> Bool {
        let due = try ScheduleRecord.records("where s.next_at <= clock_timestamp() and not s.is_paused", &tx)
        if !due.records.isEmpty { return true }
        for record in try waiting("", &tx).records {
            for lane in Lane.allCases where try oldest(record, lane, &tx) != nil {
                if try !isRunning(record.schedule, lane, &tx) { return true }
            }
        }
        return false
    }

    // MARK: -

    /// What is made up for by hand goes one after another beside the regular occurrences, and neither is in the other's way.
    enum Lane: String, CaseIterable {
        case regular = ""
        case backfill = ":backfill"

        func uniqueKey(_ schedule: Schedule) -> String { "schedule:\(schedule.name)\(rawValue)" }
    }

    private func waiting(
        _ locking: SQL,
        _ tx: inout Transaction
    ) throws -> (records: [ScheduleRecord], broken: [UnreadableSchedule]) {
        try ScheduleRecord.records(
            """
            where not s.is_paused and exists (
                select from schedule_occurrence o where o.schedule_id = s.schedule_id and o.state = 'waiting'
            )
            order by s.schedule_id \(fragment: locking)
            """,
            &tx
        )
    }

    private func oldest(_ record: ScheduleRecord, _ lane: Lane, _ tx: inout Transaction) throws -> Instant? {
        try tx.optional(
            """
            select intended_at from schedule_occurrence
            where schedule_id = \(record.id) and state = 'waiting' and is_backfill = \(lane == .backfill)
            order by intended_at limit 1
            """,
            as: Instant.self
        )
    }

    private func decide(
        _ record: ScheduleRecord,
        now: Instant,
        _ holidays: Set<PostgresDate>,
        _ tx: inout Transaction
    ) throws {
        guard let next = record.nextAt else { return }
        let schedule = record.schedule
        let decision = ScheduleDecision(schedule, next: next.date, now: now.date, isHoliday: holidays.contains)
        let moved = try tx.execute(
            """
            update schedule set next_at = \(decision.next.map { Instant($0) })
            where schedule_id = \(record.id) and next_at = \(next)
            """
        )
        guard moved == 1 else { return }
        if let missed = decision.missed {
            try insert([missed.first], "missed", record, occurrences: missed.count, &tx)
        }
        guard !decision.due.isEmpty else { return }
        let runs = try isRunning(schedule, .regular, &tx)
        let waits = try oldest(record, .regular, &tx) != nil
        if runs || waits {
            switch schedule.overlap {
            case .skip:
                try insert(decision.due, "overlapped", record, &tx)
                return
            case .queue: break
            case .cancel:
                try tx.execute(
                    """
                    update schedule_occurrence set state = 'replaced', decided_at = clock_timestamp()
                    where schedule_id = \(record.id) and state = 'waiting' and not is_backfill
                    """
                )
                try cancel(schedule, &tx)
            }
        }
        try insert(decision.due, "waiting", record, &tx)
    }

    private func insert(
        _ dates: [Date],
        _ state: String,
        _ record: ScheduleRecord,
        occurrences: Int = 1,
        _ tx: inout Transaction
    ) throws {
        // What was passed over under another clock, or by another policy, may come again; what has fired may not.
        try tx.execute(
            """
            insert into schedule_occurrence (schedule_id, intended_at, state, occurrences)
            select \(record.id), intended_at, \(state), \(Int32(occurrences))
            from unnest(\(dates.map { Instant($0) })) i (intended_at)
            on conflict (schedule_id, intended_at) do update
            set state = excluded.state, is_backfill = false, occurrences = excluded.occurrences,
                decided_at = clock_timestamp()
            where schedule_occurrence.state in ('missed', 'overlapped', 'replaced')
            """
        )
    }

    /// Enqueues the oldest occurrence that waits, unless the job of one before has not ended.
    private func begin(_ record: ScheduleRecord, _ lane: Lane, _ tx: inout Transaction) throws -> Bool {
        let schedule = record.schedule
        guard let intended = try oldest(record, lane, &tx), try !isRunning(schedule, lane, &tx) else { return false }
        let now = try tx.one("select clock_timestamp()", as: Instant.self)
        let requests = try agencies(of: schedule, &tx)
            .map { agency in
                let delayed = intended.date + schedule.delay(for: agency).seconds
                var request = JobRequest(
                    agency: agency,
                    kind: schedule.kind,
                    payload: schedule.payload,
                    priority: schedule.priority,
                    dueAt: max(Instant(delayed), now),
                    uniqueKey: lane.uniqueKey(schedule)
                )
                request.intendedAt = intended
                return request
            }
        let count = try requests.enqueue(&tx)
        try tx.execute(
            """
            update schedule_occurrence
            set state = 'fired', jobs = \(Int32(count)), fired_at = clock_timestamp()
            where schedule_id = \(record.id) and intended_at = \(intended)
            """
        )
        return true
    }

    private func isRunning(_ schedule: Schedule, _ lane: Lane, _ tx: inout Transaction) throws -> Bool {
        // Of each agency's jobs the unique key lets one stand: who has one gets no other, and the others get theirs.
        if schedule.target == .everyAgency, schedule.overlap == .skip { return false }
        let agencies = try agencies(of: schedule, &tx)
        return try tx.one(
            """
            select exists (
                select from unnest(\(agencies)) a (agency_id)
                cross join lateral (
                    select from job j
                    where j.agency_id = a.agency_id and j.kind = \(schedule.kind)
                        and j.unique_key = \(lane.uniqueKey(schedule))
                    limit 1
                ) j
            )
            """,
            as: Bool.self
        )
    }

    private func cancel(_ schedule: Schedule, _ tx: inout Transaction) throws {
        let agencies = try agencies(of: schedule, &tx)
        try tx.execute(
            """
            select c.* from (
                select j.agency_id, array_agg(j.job_id) as jobs
                from unnest(\(agencies)) a (agency_id)
                join job j on j.agency_id = a.agency_id and j.kind = \(schedule.kind)
                    and j.unique_key = \(Lane.regular.uniqueKey(schedule))
                group by j.agency_id
            ) j
            cross join lateral cancel_jobs(j.agency_id, j.jobs) c
            """
        )
    }

    /// Where a schedule's jobs can be. The job of an agency that is not active is nobody's concern until it is back.
    private func agencies(of schedule: Schedule, _ tx: inout Transaction) throws -> [Int32] {
        switch schedule.target {
        case .city: [0]
        case .agency(let agency): [agency]
        case .everyAgency: try agencies(&tx)
        }
    }
}
