import Personnel
import TestSupport
import Testing

@Suite("A calendar of working days")
struct WorkingCalendarTests {
    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test("knows the days of the week")
    func weekdays() throws {
        for (iso, weekday) in [
            ("2000-01-01", 6), ("1999-12-31", 5), ("2026-09-28", 1), ("2026-10-04", 7), ("1900-01-01", 1),
            ("2024-02-29", 4), ("1970-01-01", 4),
        ] {
            #expect(try date(iso).weekday == weekday, "\(iso)")
        }
        for days in -3_000..<3_000 {
            let day = CivilDate(daysSince2000: Int32(days))
            #expect((1...7).contains(day.weekday) && (day + 1).weekday == day.weekday % 7 + 1)
        }
    }

    @Test("has five days or six, less the holidays of the reference data")
    func workingDays() throws {
        let holidays = try ReferenceTables.holidays()
        let five = WorkingCalendar(holidays: holidays, week: .five)
        let six = WorkingCalendar(holidays: holidays, week: .six)
        // Saturday the 15th, Sunday, Independence Day, Tuesday.
        for (iso, isFive, isSix) in [
            ("2026-08-14", true, true), ("2026-08-15", false, true), ("2026-08-16", false, false),
            ("2026-08-17", false, false), ("2026-08-18", true, true),
        ] {
            #expect(five.isWorkingDay(try date(iso)) == isFive, "\(iso)")
            #expect(six.isWorkingDay(try date(iso)) == isSix, "\(iso)")
        }
    }

    @Test(
        "counts working days from the day after",
        arguments: [
            (1, "2026-08-14", "2026-08-18"), (0, "2026-08-15", "2026-08-15"), (1, "2026-08-15", "2026-08-18"),
            (5, "2026-08-10", "2026-08-18"), (1, "2026-03-17", "2026-03-25"), (14, "2026-12-21", "2027-01-12"),
        ]
    )
    func after(n: Int, from: String, to: String) throws {
        let calendar = WorkingCalendar(holidays: try ReferenceTables.holidays(), week: .five)
        #expect(calendar.day(n, after: try date(from)).iso == to)
    }

    @Test("counts there and back")
    func thereAndBack() throws {
        let holidays = try ReferenceTables.holidays()
        var random = SeededGenerator(state: 11)
        for week in WorkingCalendar.Week.allCases {
            let calendar = WorkingCalendar(holidays: holidays, week: week)
            for _ in 0..<1_000 {
                let start = CivilDate(daysSince2000: .random(in: 9_400...9_900, using: &random))
                let n = Int.random(in: 0...60, using: &random)
                let end = calendar.day(n, after: start)
                #expect(calendar.workingDays(from: start, to: end) == n)
                #expect(n == 0 || calendar.isWorkingDay(end))
                #expect(calendar.workingDays(from: end, to: start) == 0)
            }
        }
    }
}

@Suite("A time limit")
struct TimeLimitTests {
    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test("of 14 days ends two weeks after receipt, or later when working days count")
    func lastDay() throws {
        let calendar = WorkingCalendar(holidays: try ReferenceTables.holidays(), week: .five)
        let receipt = try date("2026-08-10")
        #expect(TimeLimit.calendarDays(14).lastDay(from: receipt, calendar: calendar).iso == "2026-08-24")
        // Without the 17th and the 25th of August.
        #expect(TimeLimit.workingDays(14).lastDay(from: receipt, calendar: calendar).iso == "2026-09-01")
        #expect(TimeLimit.calendarDays(5).lastDay(from: receipt, calendar: calendar).iso == "2026-08-15")
    }

    @Test("in working days never ends before one in as many calendar days")
    func working() throws {
        let holidays = try ReferenceTables.holidays()
        for days in 0..<400 {
            let receipt = try date("2025-12-15") + days
            for week in WorkingCalendar.Week.allCases {
                let calendar = WorkingCalendar(holidays: holidays, week: week)
                let plain = TimeLimit.calendarDays(14).lastDay(from: receipt, calendar: calendar)
                let working = TimeLimit.workingDays(14).lastDay(from: receipt, calendar: calendar)
                #expect(plain - receipt == 14)
                #expect(working > plain && calendar.isWorkingDay(working))
            }
        }
    }
}

@Suite("The time for an objection")
struct ObjectionWindowTests {
    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test("is 14 days from receipt, the last of them included")
    func fourteenDays() throws {
        let calendar = WorkingCalendar(holidays: try ReferenceTables.holidays(), week: .five)
        let rules = try ReferenceTables.rules()
        let receipt = try date("2026-01-05")
        for window in [
            ObjectionWindow(receipt: receipt, calendar: calendar),
            ObjectionWindow(receipt: receipt, rules: rules, calendar: calendar),
        ] {
            #expect(window.receipt == receipt)
            #expect(window.lastDay.iso == "2026-01-19")
            for days in 0...14 { #expect(!window.isLate(filed: receipt + days)) }
            for days in 15...40 { #expect(window.isLate(filed: receipt + days)) }
        }
    }

    @Test("is counted in working days where the city says so")
    func workingDays() throws {
        let calendar = WorkingCalendar(holidays: try ReferenceTables.holidays(), week: .five)
        let rules = try ReferenceTables.rules(
            changing: .setting,
            where: ["name": "objection_working_days"],
            to: ["value": "1"]
        )
        // Isra Mikraj on Friday the 16th.
        let window = ObjectionWindow(receipt: try date("2026-01-05"), rules: rules, calendar: calendar)
        #expect(window.lastDay.iso == "2026-01-26")
        #expect(!window.isLate(filed: try date("2026-01-26")))
        #expect(window.isLate(filed: try date("2026-01-27")))
    }
}
