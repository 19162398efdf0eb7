import Personnel
import Testing

@Suite("A civil date")
struct CivilDateTests {
    @Test(
        "counts days from 2000-01-01, as PostgreSQL does",
        arguments: [
            ("2000-01-01", 0), ("1999-12-31", -1), ("2000-02-29", 59), ("2000-03-01", 60), ("1970-01-01", -10_957),
            ("1900-02-28", -36_466), ("1900-03-01", -36_465), ("2026-09-30", 9_769), ("0001-01-01", -730_119),
            ("9999-12-31", 2_921_939),
        ]
    )
    func epoch(iso: String, days: Int32) throws {
        let date = try #require(CivilDate(iso: iso))
        #expect(date.daysSince2000 == days)
        #expect(CivilDate(daysSince2000: days).iso == iso)
        #expect("\(date)" == iso)
    }

    @Test("goes round, day by day, through 800 years")
    func everyDay() throws {
        var next = try #require(CivilDate(year: 1600, month: 1, day: 1))
        let end = try #require(CivilDate(year: 2400, month: 1, day: 1))
        var days = 0
        while next < end {
            let (year, month, day) = (next.year, next.month, next.day)
            guard CivilDate(year: year, month: month, day: day) == next, CivilDate(iso: next.iso) == next,
                CivilDate(siasn: next.siasn) == next
            else {
                Issue.record("\(next) does not come back")
                return
            }
            let tomorrow = next + 1
            let isNextDay = tomorrow.day == day + 1 && tomorrow.month == month && tomorrow.year == year
            let isNextMonth = tomorrow.day == 1 && day >= 28 && tomorrow.month == month % 12 + 1
            guard isNextDay || isNextMonth else {
                Issue.record("\(tomorrow) does not follow \(next)")
                return
            }
            next = tomorrow
            days += 1
        }
        #expect(days == 2 * 146_097)
    }

    @Test("exists for real days only")
    func realDays() {
        #expect(CivilDate(year: 2024, month: 2, day: 29)?.iso == "2024-02-29")
        #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
        for (year, month, day) in [
            (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 2, 31), (2026, 4, 31), (2026, 6, 31), (2026, 9, 31),
            (2026, 11, 31), (2026, 1, 32), (2026, 1, 0), (2026, 0, 1), (2026, 13, 1), (0, 1, 1), (10_000, 1, 1),
            (2026, 1, -1), (2026, -1, 1), (Int.min, 1, 1), (2026, Int.max, 1), (2026, 1, Int.max),
        ] {
            #expect(CivilDate(year: year, month: month, day: day) == nil, "\(year) \(month) \(day)")
        }
    }

    @Test("reads SIASN's form exactly")
    func siasn() {
        #expect(CivilDate(siasn: "07-03-1985")?.iso == "1985-03-07")
        #expect(CivilDate(siasn: "x07-03-1985".dropFirst())?.siasn == "07-03-1985")
        for text in [
            "", "7-3-1985", "07/03/1985", "1985-03-07", "07-03-85", "07-03-1985 ", " 07-03-1985", "31-02-2026",
            "29-02-2023", "00-01-2020", "01-00-2020", "01-01-0000", "+7-03-1985", "07-03-198a", "07--3-1985", "null",
            "٠٧-٠٣-١٩٨٥", "0703198500",
        ] {
            #expect(CivilDate(siasn: text) == nil, "\(text)")
        }
    }

    @Test("reads ISO's form exactly")
    func iso() {
        #expect(CivilDate(iso: "1985-03-07")?.siasn == "07-03-1985")
        for text in ["", "1985-3-7", "1985/03/07", "07-03-1985", "1985-02-30", "19850307", "1985-03-07T", "-985-03-07"]
        {
            #expect(CivilDate(iso: text) == nil, "\(text)")
        }
    }

    @Test(
        "adds months and stays inside the month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-05-31", -3, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"),
            ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"),
            ("2026-08-31", 0, "2026-08-31"), ("2024-09-01", 24, "2026-09-01"), ("2000-02-29", -1200, "1900-02-28"),
        ]
    )
    func months(from: String, months: Int, to: String) throws {
        #expect(try #require(CivilDate(iso: from)).adding(months: months).iso == to)
    }

    @Test(
        "completes a year when the day has come round",
        arguments: [
            ("1990-05-17", "2026-05-16", 35), ("1990-05-17", "2026-05-17", 36), ("1990-05-17", "1990-05-17", 0),
            ("2004-02-29", "2026-02-28", 21), ("2004-02-29", "2026-03-01", 22), ("2004-02-29", "2024-02-29", 20),
            ("1990-12-31", "2026-01-01", 35), ("2026-05-17", "2026-05-16", -1), ("2026-05-17", "2025-05-17", -1),
        ]
    )
    func years(from: String, to: String, years: Int) throws {
        let from = try #require(CivilDate(iso: from))
        #expect(from.completedYears(until: try #require(CivilDate(iso: to))) == years)
    }

    @Test("keeps order and distance")
    func distance() throws {
        let early = try #require(CivilDate(iso: "2024-02-28"))
        let late = try #require(CivilDate(iso: "2024-03-01"))
        #expect(early < late)
        #expect(late - early == 2)
        #expect(early - late == -2)
        #expect(late + -2 == early)
    }
}
