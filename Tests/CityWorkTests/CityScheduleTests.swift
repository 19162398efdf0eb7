import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityWork
@testable import Jobs

@Suite("Schedules of a city")
struct CityScheduleTests {
    private func daily(_ target: Schedule.Target = .city) throws -> Schedule {
        let anchor = try #require(PostgresDate(year: 2020, month: 1, day: 1))
        return try Schedule(
            name: "mark",
            target: target,
            kind: "mark",
            recurrence: try Recurrence("FREQ=DAILY", anchor: anchor, zone: "Asia/Jakarta"),
            catchUp: .seconds(86_400 * 300)
        )
    }

    @Test("one for each active agency, and none for one that is suspended")
    func everyAgency() async throws {
        let stage = try await JobStage.make(["dinkes", "dlh", "dishub"], ownRoles: true)
        _ = try await Agencies(stage.city.database).suspend(stage.agencies[2].code)
        try await CitySchedules(stage.city.database).add(try daily(.everyAgency))
        _ = try await stage.city.psql(
            "update schedule set next_at = next_at - interval '1 day' where name = 'mark'"
        )
        let fired = try await CityWorker(.medan, stage.city.connections).schedules.fire().fired
        #expect(fired == ["mark"])
        #expect(
            try await stage.city.psql("select string_agg(agency_id::text, ',' order by agency_id) from job")
                == "\(stage.agencies[0].id),\(stage.agencies[1].id)\n"
        )
    }

    @Test("an agency that is suspended is not worked for until it is resumed")
    func suspended() async throws {
        let stage = try await JobStage.make(["dinkes"], ownRoles: true)
        let (agency, agencies) = (stage.agencies[0], Agencies(stage.city.database))
        _ = try await stage.enqueue([JobRequest(agency: agency.id, kind: "mark")])
        _ = try await agencies.suspend(agency.code)
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.count("effect") == 0)
        _ = try await agencies.resume(agency.code)
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.count("effect") == 1)
    }

    @Test("what is paused already, and a kind that no worker does, are refused; a backfill counts what it makes up for")
    func refusals() async throws {
        let stage = try await JobStage.make()
        let schedules = CitySchedules(stage.city.database)
        await #expect(throws: CityError.self) { try await schedules.check(try daily()) }
        try await schedules.add(try daily())
        await #expect(throws: CityError.self) { try await schedules.add(try daily()) }
        try await schedules.pause("mark", note: "audit")
        await #expect(throws: CityError.self) { try await schedules.pause("mark", note: nil) }
        let (from, through) = (Date.now - 86_400 * 3, Date.now)
        #expect(try await schedules.backfill("mark", from: from, through: through, dryRun: true).occurrences.count == 3)
        #expect(try await schedules.backfill("mark", from: from, through: through).count == 3)
        #expect(try await schedules.backfill("mark", from: from, through: through).count == 0)
    }

    @Test("a holiday that is added moves the next occurrence to a working day")
    func holiday() async throws {
        let stage = try await JobStage.make()
        let schedules = CitySchedules(stage.city.database)
        // Monday 7 June 2100.
        let anchor = try #require(PostgresDate(year: 2100, month: 6, day: 7))
        let yearly = try Schedule(
            name: "mark",
            kind: "mark",
            recurrence: try Recurrence(
                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=7",
                anchor: anchor,
                zone: "Asia/Jakarta",
                shift: .next
            )
        )
        try await schedules.add(yearly)
        let next = "select next_at at time zone 'Asia/Jakarta' from schedule where name = 'mark'"
        #expect(try await stage.city.psql(next) == "2100-06-07 00:00:00\n")
        let days = [7, 8].compactMap { CivilDate(year: 2100, month: 6, day: $0) }
        let changed = try await schedules.set(days.map { Holiday(day: $0, name: "Uji", kind: .local) })
        #expect(changed.days == 2 && changed.schedules == 1)
        #expect(try await stage.city.psql(next) == "2100-06-09 00:00:00\n")
        #expect(try await schedules.removeHoliday(days[0]) == 1)
        #expect(try await stage.city.psql(next) == "2100-06-07 00:00:00\n")
    }

    @Test("the cycle of the quarter is added on its first day, with its runs; a cycle that is there stays")
    func addCycle() async throws {
        let stage = try await JobStage.make()
        let anchor = try #require(PostgresDate(year: 2020, month: 1, day: 1))
        let quarterly = try Schedule(
            name: "mark",
            kind: "add_cycle",
            payload: JSONDocument(text: #"{"period": "quarter"}"#),
            recurrence: try Recurrence(
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1",
                anchor: anchor,
                zone: "Asia/Jakarta"
            )
        )
        let schedules = CitySchedules(stage.city.database)
        try await schedules.add(quarterly)
        // 31 December 2025 to 1 July 2026.
        let (from, through) = (Date(timeIntervalSince1970: 1_767_139_200), Date(timeIntervalSince1970: 1_782_864_000))
        #expect(try await schedules.backfill("mark", from: from, through: through).count == 3)
        let worker = CityWorker(.medan, stage.city.connections)
            .worker(Worker.Options(name: "test"), jobs: CityWorker.jobs)
        try await worker.run(untilIdle: true)
        #expect(
            try await stage.city.psql("select string_agg(code, ',' order by code) from cycle")
                == "2026-Q1,2026-Q2,2026-Q3\n"
        )
        #expect(try await stage.count("run", "subject = '2026-Q3'") == CyclePhase.allCases.count)
        #expect(try await stage.count("job_history", "outcome = 'done'") == 3)
    }

    @Test("what ended long ago is forgotten by its outcome's days")
    func forget() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.city.psql(
            """
            insert into job_history (agency_id, job_id, kind, priority, payload, attempt, errors, losses, created_at, outcome,
                ended_at)
            select 1, n, 'mark', 2, '{}', 1, 0, 0, now(), o, now() - d * interval '1 day'
            from (values (1, 'done', 6), (2, 'done', 8), (3, 'dead', 8), (4, 'dead', 91), (5, 'cancelled', 31)) v (n, o, d)
            """
        )
        let payload = JSONDocument(text: #"{"done": 7, "cancelled": 30, "dead": 90}"#)
        _ = try await stage.enqueue([JobRequest(agency: 0, kind: "forget_jobs", payload: payload)])
        let worker = CityWorker(.medan, stage.city.connections)
            .worker(Worker.Options(name: "test"), jobs: CityWorker.jobs)
        try await worker.run(untilIdle: true)
        #expect(
            try await stage.city.psql(
                "select string_agg(job_id::text, ',' order by job_id) from job_history where agency_id = 1"
            )
                == "1,3\n"
        )
    }
}
