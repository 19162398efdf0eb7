import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Jobs

@Suite("Schedules")
struct ScheduleTests {
    private func schedule(
        _ name: String = "mark",
        _ rule: String = "FREQ=DAILY",
        target: Schedule.Target = .city,
        jitter: Duration = .zero,
        catchUp: Duration = .seconds(86_400 * 300),
        missed: Schedule.Missed = .one,
        overlap: Schedule.Overlap = .skip,
        shift: Recurrence.Shift = .none
    ) throws -> Schedule {
        let anchor = try #require(PostgresDate(year: 2020, month: 1, day: 1))
        return try Schedule(
            name: name,
            target: target,
            kind: "mark",
            recurrence: try Recurrence(rule, anchor: anchor, zone: "Asia/Jakarta", shift: shift),
            jitter: jitter,
            catchUp: catchUp,
            missed: missed,
            overlap: overlap
        )
    }

    private func add(_ schedule: Schedule, _ stage: JobStage) async throws {
        let isNew = try await stage.database.transaction(as: stage.office) { tx in
            try Schedules(holidays: []).add(schedule, &tx)
        }
        #expect(isNew)
    }

    /// A change that somebody makes to the schedule `mark`.
    private func change<Output: Sendable>(
        _ stage: JobStage,
        _ body: @Sendable (Schedules, ScheduleRecord, inout Transaction) throws -> Output
    ) async throws -> Output {
        try await stage.database.transaction(as: stage.office) { tx in
            try body(Schedules(holidays: []), try #require(try Schedules.find("mark", &tx)), &tx)
        }
    }

    /// As if the clock had gone on by some days since the schedule was last checked.
    private func miss(_ days: Int, _ stage: JobStage) async throws {
        _ = try await stage.psql(
            "update schedule set next_at = next_at - interval '\(days) days' where name = 'mark'"
        )
    }

    private func occurrences(_ stage: JobStage) async throws -> [String] {
        try await stage
            .psql(
                """
                select state, occurrences, coalesce(jobs::text, '-') from schedule_occurrence o join schedule s using (schedule_id)
                where name = 'mark' order by intended_at
                """
            )
            .split(separator: "\n").map(String.init)
    }

    @Test("an occurrence fires once, however many workers look at once, and its instant goes to the job")
    func once() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(), stage)
        try await miss(1, stage)
        let work = stage.schedules
        let fired = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 { group.addTask { try await work.fire().fired.count } }
            return try await group.reduce(0, +)
        }
        #expect(fired == 1)
        #expect(try await stage.count("job") == 1)
        let seen = Mutex<[Instant?]>([])
        let handler = TestHandler(.eager("mark")) { job, _ in
            seen.withLock { $0.append(job.intendedAt) }
            return .done
        }
        try await stage.worker(handler).run(untilIdle: true)
        let intended = try await stage.database.transaction(as: stage.scope) { tx in
            try tx.one("select max(intended_at) from schedule_occurrence", as: Instant.self)
        }
        #expect(seen.withLock { $0 } == [intended])
        #expect(try await stage.count("effect") == 1)
        #expect(try await work.fire().fired.isEmpty)
        #expect(try await occurrences(stage) == ["fired|1|1"])
    }

    @Test("a server's clock that goes back fires nothing again; one that was ahead is corrected by a resume")
    func clock() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(), stage)
        // Fired under a clock that was two days ahead.
        _ = try await stage.psql("update schedule set next_at = next_at + interval '2 days' where name = 'mark'")
        #expect(try await stage.schedules.fire().fired.isEmpty)
        try await change(stage) { schedules, record, tx in try schedules.resume(record, &tx) }
        #expect(
            try await stage.psql(
                "select next_at <= now() + interval '1 day' and next_at > now() from schedule where name = 'mark'"
            )
                == "t\n"
        )
    }

    @Test("all missed occurrences are made up for one after another, in their order")
    func all() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(missed: .all), stage)
        try await miss(5, stage)
        let seen = Mutex<[Instant]>([])
        let handler = TestHandler(.eager("mark")) { job, _ in
            seen.withLock { $0.append(job.intendedAt ?? .infinity) }
            return .done
        }
        try await stage.worker(handler, options: Worker.Options(name: "test", parallelism: 4)).run(untilIdle: true)
        let order = seen.withLock { $0 }
        #expect(order.count == 5 && order == order.sorted())
        #expect(try await occurrences(stage) == Array(repeating: "fired|1|1", count: 5))
    }

    @Test("one missed occurrence is made up for, or none")
    func missed() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(), stage)
        try await miss(5, stage)
        #expect(try await stage.schedules.fire().fired == ["mark"])
        #expect(try await occurrences(stage) == ["missed|4|-", "fired|1|1"])

        let other = try await JobStage.make()
        // Half a day away from now, whenever that is: no occurrence is on time.
        let hour = (Int(Date.now.timeIntervalSince1970) / 3_600 + 7 + 12) % 24
        try await add(try schedule("mark", "FREQ=DAILY;BYHOUR=\(hour)", missed: .skip), other)
        try await miss(5, other)
        #expect(try await other.schedules.fire().fired.isEmpty)
        #expect(try await occurrences(other) == ["missed|5|-"])
        #expect(try await other.count("job") == 0)
    }

    @Test("an overlapping occurrence is left out, waits, or cancels the job before it and begins when that has ended")
    func overlap() async throws {
        for (policy, during, after) in [
            (Schedule.Overlap.skip, ["fired|1|1", "overlapped|1|-"], ["fired|1|1", "overlapped|1|-"]),
            (.queue, ["fired|1|1", "waiting|1|-"], ["fired|1|1", "fired|1|1"]),
            (.cancel, ["fired|1|1", "waiting|1|-"], ["fired|1|1", "fired|1|1"]),
        ] {
            let stage = try await JobStage.make()
            try await add(try schedule(overlap: policy), stage)
            try await miss(1, stage)
            #expect(try await stage.schedules.fire().fired == ["mark"])
            _ = try await stage.psql("update schedule_occurrence set intended_at = intended_at - interval '1 day'")
            let (gate, count) = (Gate(), Tally())
            defer { gate.open() }
            let handler = TestHandler(.eager("mark")) { _, _ in
                if count.add() == 1 {
                    await gate.pass()
                    try Task.checkCancellation()
                }
                return .done
            }
            let options = Worker.Options(name: "test", pollInterval: .milliseconds(20))
            let worker = stage.worker(handler, options: options)
            let task = Task { try await worker.run() }
            try await stage.until("exists (select from job where worker_id is not null)")
            // The next occurrence, while the job of the one before is running.
            try await miss(1, stage)
            try await stage.until("(select count(*) from schedule_occurrence) = 2")
            if policy == .cancel {
                try await stage.until("exists (select from job_history where outcome = 'cancelled')")
            } else {
                #expect(try await occurrences(stage) == during)
                gate.open()
            }
            try await stage.until(
                "not exists (select from job) and not exists (select from schedule_occurrence where state = 'waiting')"
            )
            worker.drain()
            try await task.value
            #expect(try await occurrences(stage) == after)
            #expect(try await stage.count("job_history", "outcome = 'done'") == (policy == .queue ? 2 : 1))
        }
    }

    @Test("one for each active agency, spread by the same delay each time")
    func everyAgency() async throws {
        let stage = try await JobStage.make(agencies: 3)
        _ = try await stage.psql("update team set state = 'suspended' where team_id = 3")
        let jitter = try schedule(target: .everyAgency, jitter: .seconds(3_600))
        let delays = stage.agencies.map { jitter.delay(for: $0) }
        #expect(Set(delays).count == 3 && delays.allSatisfy { $0 >= .zero && $0 <= .seconds(3_600) })
        try await add(jitter, stage)
        _ = try await stage.psql(
            "update schedule set next_at = date_trunc('day', now()) + interval '1 minute' where name = 'mark'"
        )
        _ = try await stage.psql(
            "update schedule set rule = 'FREQ=DAILY', anchor = current_date where name = 'mark'"
        )
        try await miss(1, stage)
        _ = try await stage.schedules.fire()
        #expect(
            try await stage.psql("select string_agg(agency_id::text, ',' order by agency_id) from job")
                == "1,2\n"
        )
        #expect(try await stage.psql("select bool_and(due_at >= intended_at) from job") == "t\n")
    }

    @Test(
        "a pause fires nothing, and its occurrences do not count as missed; a backfill makes up for them in order, once"
    )
    func pauseAndBackfill() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(), stage)
        #expect(try await change(stage) { schedules, record, tx in try schedules.pause(record, note: "audit", &tx) })
        #expect(try await !change(stage) { schedules, record, tx in try schedules.pause(record, note: nil, &tx) })
        try await miss(3, stage)
        #expect(try await stage.schedules.fire().fired.isEmpty)
        try await change(stage) { schedules, record, tx in try schedules.resume(record, &tx) }
        #expect(try await stage.schedules.fire().fired.isEmpty)
        #expect(try await occurrences(stage).isEmpty)

        let backfill = { @Sendable (schedules: Schedules, record: ScheduleRecord, tx: inout Transaction) in
            let rule = record.schedule.recurrence
            let dates = schedules.occurrences(of: rule, from: Date.now - 86_400 * 3, count: 3)
            return try schedules.backfill(record, dates, &tx)
        }
        #expect(try await change(stage, backfill) == 3)
        #expect(try await change(stage, backfill) == 0)
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await occurrences(stage) == Array(repeating: "fired|1|1", count: 3))
        #expect(try await change(stage, backfill) == 0)
        #expect(try await stage.count("job_history") == 3)
    }

    @Test("a holiday moves the next occurrence to a working day, when the calendar is read")
    func holiday() async throws {
        let stage = try await JobStage.make()
        // Monday 7 June 2100.
        let day = try #require(PostgresDate(year: 2100, month: 6, day: 7))
        let rule = try Recurrence("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=7", anchor: day, zone: "GMT", shift: .next)
        try await add(try Schedule(name: "mark", kind: "mark", recurrence: rule), stage)
        let next = "select next_at at time zone 'GMT' from schedule where name = 'mark'"
        #expect(try await stage.psql(next) == "2100-06-07 00:00:00\n")
        let moved = try await stage.database.transaction(as: stage.office) { tx in
            try Schedules(holidays: [day]).moveToCalendar(&tx)
        }
        #expect(moved == 1)
        #expect(try await stage.psql(next) == "2100-06-08 00:00:00\n")
    }

    @Test("a schedule that no program can read stops no other")
    func unreadable() async throws {
        let stage = try await JobStage.make()
        try await add(try schedule(), stage)
        try await add(try schedule("other"), stage)
        try await miss(1, stage)
        _ = try await stage.psql(
            "update schedule set rule = 'FREQ=SECONDLY', next_at = now() - interval '1 hour' where name = 'other'"
        )
        let (fired, broken) = try await stage.schedules.fire()
        #expect(fired == ["mark"] && broken.map(\.name) == ["other"])
    }
}
