import Foundation
import Jobs
import Postgres
import Testing

/// Asks a team how it is.
private struct Question: JobHandler {
    let kind = JobKind("ask")

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        // The intended occurrence, however late it is.
        guard let day = job.intendedAt else { throw JobRefusal("it is asked by a schedule") }
        try tx.execute("insert into effect values (\(job.agency), \(job.id), \(day.description))")
        return .done
    }
}

@Suite("Example: a recurring job")
struct ScheduleExample {
    @Test("a rule says when, a schedule says what, and each team gets a job of its own")
    func schedule() async throws {
        let yard = try await JobStage.make()

        // 1 October 2026 is a Thursday; the first working day of the month, at seven.
        let start = try #require(PostgresDate(year: 2026, month: 10, day: 1))
        let rule = try Recurrence(
            "FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=7",
            anchor: start,
            zone: "Asia/Jakarta",
            shift: .next
        )
        let schedule = try Schedule(
            name: "ask-all",
            target: .everyAgency,
            kind: "ask",
            recurrence: rule,
            missed: .one,
            overlap: .skip
        )
        let added = try await yard.database.transaction(as: yard.office) { tx in
            try Schedules(holidays: []).add(schedule, &tx)
        }
        #expect(added)

        // Sunday 1 November 2026 is a day off.
        let october = Date(timeIntervalSince1970: 1_790_985_600)
        let monday = try #require(rule.next(after: october, isHoliday: { _ in false }))
        #expect(Instant(monday).description == "2026-11-02 00:00:00+00")

        _ = try await yard.psql("update schedule set next_at = date_trunc('minute', now())")
        try await yard.worker(Question()).run(untilIdle: true)
        #expect(try await yard.psql("select agency_id from effect order by agency_id") == "1\n2\n")
    }
}
