import Foundation
import Postgres
import Synchronization

/// Which schedules were looked at, and found to be next when their rule says.
final class SchedulesLookedAt: Sendable {
    struct Look: Sendable, Equatable {
        let next: Instant
        let at: Instant
    }

    private let looks = Mutex<[Int32: Look]>([:])

    /// Whether a look is still good: the schedule is as it was, and the clock has not gone back.
    func isGood(_ id: Int32, _ next: Instant, now: Instant) -> Bool {
        looks.withLock { looks in looks[id].map { $0.next == next && $0.at <= now } ?? false }
    }

    func note(_ id: Int32, _ next: Instant, now: Instant) {
        looks.withLock { $0[id] = Look(next: next, at: now) }
    }
}

extension ScheduleWork {
    /// Further than this the server's clock and this machine's may be apart while schedules are put right. It is no verdict on
    /// either, but one of them is wrong, and nobody knows which.
    static let tolerance = 3600.0

    /// By how much the server's clock is ahead of this machine's, in seconds.
    func clockOffset() async throws -> Double {
        let server = try await database.transaction(as: worker) { tx in
            try tx.one("select clock_timestamp()", as: Instant.self)
        }
        return server.secondsSince1970 - Date().timeIntervalSince1970
    }

    /// Puts schedules right that a clock which was ahead has moved far away: to the first occurrence that their rule gives from
    /// now on. What was fired for a time that has not come is no bar to its coming: jobs of it that nobody has begun are
    /// cancelled. What has begun stays, and is not repeated.
    ///
    /// - Returns: what was found, if anything.
    func mend() async throws -> ClockTrace? {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            let now = try tx.one("select clock_timestamp()", as: Instant.self)
            let waiting = try tx.all(
                "select schedule_id, next_at from schedule where not is_paused and next_at > clock_timestamp()",
                as: (Int32, Instant).self
            )
            let unknown = waiting.filter { !looked.isGood($0.0, $0.1, now: now) }.map(\.0)
            guard !unknown.isEmpty else { return nil }
            let found = try ScheduleRecord.records(
                "where s.schedule_id = any (\(unknown)) and not s.is_paused for update of s skip locked",
                &tx
            )
            let holidays = try holidays(&tx)
            var moved: [Instant] = []
            for record in found.records {
                guard let known = record.nextAt else { continue }
                let next = try Self.next(record, now: now, holidays, &tx)
                guard let next, known > next else {
                    looked.note(record.id, known, now: now)
                    continue
                }
                try move(record, to: next, now: now, &tx)
                looked.note(record.id, next, now: now)
                moved.append(known)
            }
            return moved.max().map { ClockTrace(.schedule, moved.count, $0) }
        }
    }

    /// The first occurrence from now on, and not before the schedule was made.
    private static func next(
        _ record: ScheduleRecord,
        now: Instant,
        _ holidays: Set<PostgresDate>,
        _ tx: inout Transaction
    ) throws -> Instant? {
        let made = try tx.one(
            "select created_at from schedule where schedule_id = \(record.id)",
            as: Instant.self
        )
        // Made under a clock that was ahead, it begins now.
        let start = made.secondsSince1970 > now.secondsSince1970 + tolerance ? now : max(now, made)
        return record.schedule.recurrence.next(after: start.date, isHoliday: holidays.contains).map { Instant($0) }
    }

    private func move(
        _ record: ScheduleRecord,
        to next: Instant,
        now: Instant,
        _ tx: inout Transaction
    ) throws {
        try tx.execute(
            "update schedule set next_at = \(next) where schedule_id = \(record.id) and next_at = \(record.nextAt)"
        )
        let key = Lane.regular.uniqueKey(record.schedule)
        let early = try tx.all(
            """
            select j.agency_id, j.job_id, j.intended_at from job j
            where j.kind = \(record.schedule.kind) and j.unique_key = \(key) and j.worker_id is null
                and j.intended_at > \(now)
            """,
            as: (Int32, Int64, Instant).self
        )
        for (agency, job, _) in early {
            try tx.execute("select cancel_jobs(\(agency), \([job]))")
        }
        try tx.execute(
            """
            update schedule_occurrence set state = 'replaced', jobs = null, fired_at = null, decided_at = clock_timestamp()
            where schedule_id = \(record.id) and not is_backfill and intended_at > \(now)
                and (state = 'waiting' or state = 'fired' and intended_at = any (\(early.map(\.2))))
            """
        )
    }
}
