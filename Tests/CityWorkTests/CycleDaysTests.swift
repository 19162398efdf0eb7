import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

@Suite("The days of a cycle", .serialized, .timeLimit(.minutes(20)))
struct CycleDaysTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test(
        "phases that are ahead get other days, kept in order and audited; begun, past and impossible ones are refused"
    )
    func reschedule() async throws {
        let city = try await TestCity.make()
        let runs = CycleRuns(.medan, city.connections, actor: "siti")
        let code = try #require(CycleCode("2100-Q3"))
        _ = try await runs.add(code, CycleCalendar(code))
        let today = try #require(CivilDate(iso: "2026-12-02"))
        let rehearsed = try await runs.reschedule(code, [.close: day("2100-10-15")], today: today, dryRun: true)
        #expect(rehearsed.before[.close]?.iso == "2100-10-14" && rehearsed.after[.close]?.iso == "2100-10-15")
        let stored =
            "select city_day(due_at) || ' ' || city_day(intended_at) from cycle_phase p join run r on r.step = p.phase "
        let close = stored + "where phase = 'close'"
        #expect(try await city.psql(close) == "2100-10-14 2100-10-14\n")
        _ = try await runs.reschedule(code, [.close: day("2100-10-15"), .final: day("2101-01-05")], today: today)
        #expect(try await city.psql(close) == "2100-10-15 2100-10-15\n")
        let events =
            "select count(*) from audit_event where table_name in ('cycle_phase', 'run') and operation = 'update' and actor = 'siti'"
        #expect(try await city.psql(events) == "4\n")
        await #expect(throws: CycleCalendar.InvalidDates.self) {
            _ = try await runs.reschedule(code, [.close: day("2101-03-01")], today: today)
        }
        let refusals: [(CyclePhase, String, CityError.Code)] = [
            (.close, "2100-09-30", .cycleClosesEarly), (.open, "2100-06-30", .cycleOpensEarly),
            (.final, "2199-01-01", .cycleEndsLate),
        ]
        for (phase, text, expected) in refusals {
            let chosen =
                phase == .close ? [.remind: try day("2100-09-01"), phase: try day(text)] : [phase: try day(text)]
            let refused = await #expect(throws: CityError.self) {
                _ = try await runs.reschedule(code, chosen, today: today)
            }
            #expect(refused?.code == expected)
        }
        let past = await #expect(throws: CityError.self) {
            _ = try await runs.reschedule(code, [.final: day("2101-01-06")], today: try day("2101-01-07"))
        }
        #expect(past?.code == .phasePast)
        _ = try await city.psql("update run set state = 'waiting' where step = 'open'")
        let begun = await #expect(throws: CityError.self) {
            _ = try await runs.reschedule(code, [.open: day("2100-07-02")], today: today)
        }
        #expect(begun?.code == .phaseBegun)
        #expect(try await city.psql(close) == "2100-10-15 2100-10-15\n")
    }

    @Test("phases that wait for a later day are early; their reason is in the audit trail")
    func early() async throws {
        let city = try await TestCity.make()
        let runs = CycleRuns(.medan, city.connections)
        let code = try #require(CycleCode("2100-Q3"))
        _ = try await runs.add(code, CycleCalendar(code))
        let cycle = try await Cycles(city.database).find(code)
        let opened = try #require(CivilDate(iso: "2100-07-01"))
        let early = try await runs.early(cycle, through: .close, today: opened)
        #expect(early.map(\.phase) == [.remind, .close] && early.map(\.day.iso) == ["2100-10-07", "2100-10-14"])
        #expect(try await Cycles(city.database).concerned(cycle, on: opened) == (0, 0))
        try await runs.makeDue(code, through: .close, reason: "letter 800/7")
        let events = "select count(*) from audit_event where table_name = 'run' and purpose = 'letter 800/7'"
        #expect(try await city.psql(events) == "3\n")
    }

    @Test("a cycle neither opens before its period nor closes within it, and ends within the year after it")
    func impossibleDates() throws {
        let code = try #require(CycleCode("2027-Q3"))
        #expect(throws: CityError(.cycleOpensEarly, ["first": "2027-07-01"])) {
            try CycleCalendar(code, chosen: [.open: code.first + -1])
        }
        for close in [code.first + 3, code.last] {
            #expect(throws: CityError(.cycleClosesEarly, ["last": "2027-09-30"])) {
                try CycleCalendar(code, chosen: [.close: close, .remind: code.first])
            }
        }
        #expect(try CycleCalendar(code, chosen: [.close: code.last + 1]).days[.close] == code.last + 1)
        #expect(throws: CityError(.cycleEndsLate, ["last": "2027-09-30"])) {
            try CycleCalendar(code, chosen: [.final: code.last + 367])
        }
        #expect(try CycleCalendar(code, chosen: [.final: code.last + 366]).days[.final] == code.last + 366)
    }
}
