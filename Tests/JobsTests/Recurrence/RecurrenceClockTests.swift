import Foundation
import Jobs
import Postgres
import Testing

@Suite("A recurrence, where the clock changes")
struct RecurrenceClockTests {
    private func days(
        _ text: String,
        _ zone: String,
        _ from: Date,
        _ through: Date
    ) throws -> [Date] {
        let anchor = try #require(PostgresDate(year: 2000, month: 1, day: 1))
        let rule = try Recurrence(text, anchor: anchor, zone: zone)
        let dates = rule.occurrences(from: from, through: through, isHoliday: noHoliday)
        var next = rule.next(after: from - 1, isHoliday: noHoliday)
        for date in dates {
            #expect(next == date)
            next = rule.next(after: date, isHoliday: noHoliday)
        }
        return dates
    }

    @Test("moves a time in a gap to the gap's end: Berlin, New York, Lord Howe")
    func gaps() throws {
        // 29 March 2026, 2:00 to 3:00.
        let berlin = try days("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "Europe/Berlin", utc(2026, 3, 28), utc(2026, 3, 31))
        #expect(berlin == [utc(2026, 3, 28, 1, 30), utc(2026, 3, 29, 1), utc(2026, 3, 30, 0, 30)])
        // 8 March 2026, 2:00 to 3:00.
        let york = try days("FREQ=DAILY;BYHOUR=2;BYMINUTE=59", "America/New_York", utc(2026, 3, 7), utc(2026, 3, 10))
        #expect(york == [utc(2026, 3, 7, 7, 59), utc(2026, 3, 8, 7), utc(2026, 3, 9, 6, 59)])
        // 4 October 2026, 2:00 to 2:30.
        let howe = try days(
            "FREQ=DAILY;BYHOUR=2;BYMINUTE=15",
            "Australia/Lord_Howe",
            utc(2026, 10, 2, 12),
            utc(2026, 10, 5)
        )
        #expect(howe == [utc(2026, 10, 2, 15, 45), utc(2026, 10, 3, 15, 30), utc(2026, 10, 4, 15, 15)])
    }

    @Test("occurs once at a time that comes twice, at the first: Berlin, New York, Lord Howe")
    func folds() throws {
        // 25 October 2026, 3:00 to 2:00.
        let berlin = try days("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "Europe/Berlin", utc(2026, 10, 24), utc(2026, 10, 27))
        #expect(berlin == [utc(2026, 10, 24, 0, 30), utc(2026, 10, 25, 0, 30), utc(2026, 10, 26, 1, 30)])
        // 1 November 2026, 2:00 to 1:00.
        let york = try days("FREQ=DAILY;BYHOUR=1;BYMINUTE=0", "America/New_York", utc(2026, 10, 31), utc(2026, 11, 3))
        #expect(york == [utc(2026, 10, 31, 5), utc(2026, 11, 1, 5), utc(2026, 11, 2, 6)])
        // 5 April 2026, 2:00 to 1:30.
        let howe = try days(
            "FREQ=DAILY;BYHOUR=1;BYMINUTE=45",
            "Australia/Lord_Howe",
            utc(2026, 4, 3, 12),
            utc(2026, 4, 6)
        )
        #expect(howe == [utc(2026, 4, 3, 14, 45), utc(2026, 4, 4, 14, 45), utc(2026, 4, 5, 15, 15)])
    }

    @Test("keeps the times around a change: the gap's ends, and 3:00 after the fold")
    func edges() throws {
        let gap = try days(
            "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,59",
            "Europe/Berlin",
            utc(2026, 3, 29),
            utc(2026, 3, 29, 3)
        )
        #expect(gap == [utc(2026, 3, 29, 0), utc(2026, 3, 29, 0, 59), utc(2026, 3, 29, 1), utc(2026, 3, 29, 1, 59)])
        let fold = try days("FREQ=DAILY;BYHOUR=2,3", "Europe/Berlin", utc(2026, 10, 25), utc(2026, 10, 25, 3))
        #expect(fold == [utc(2026, 10, 25, 0), utc(2026, 10, 25, 2)])
    }

    @Test("begins at the second time when asked after the first")
    func betweenTheTwo() throws {
        let anchor = try #require(PostgresDate(year: 2026, month: 1, day: 1))
        let rule = try Recurrence("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", anchor: anchor, zone: "Europe/Berlin")
        // 2:10 for the second time: this day's 2:30 is already over.
        #expect(rule.next(after: utc(2026, 10, 25, 1, 10), isHoliday: noHoliday) == utc(2026, 10, 26, 1, 30))
    }

    @Test("has no change in Jakarta")
    func jakarta() throws {
        let dates = try days("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", "Asia/Jakarta", utc(2026, 1, 1), utc(2026, 12, 31))
        #expect(dates.count == 364)
        #expect(zip(dates, dates.dropFirst()).allSatisfy { $1.timeIntervalSince($0) == 86_400 })
        #expect(dates.first == utc(2026, 1, 1, 19, 30))
    }

    @Test("puts the day that Apia left out on the first instant of the next, once")
    func apia() throws {
        // 29 December 2011 at UTC-10 was followed by 31 December at UTC+14.
        let hourly = try days("FREQ=DAILY;BYHOUR=9", "Pacific/Apia", utc(2011, 12, 29), utc(2012, 1, 1))
        #expect(hourly == [utc(2011, 12, 29, 19), utc(2011, 12, 30, 10), utc(2011, 12, 30, 19), utc(2011, 12, 31, 19)])
        let midnight = try days("FREQ=DAILY", "Pacific/Apia", utc(2011, 12, 29), utc(2011, 12, 31, 12))
        #expect(midnight == [utc(2011, 12, 29, 10), utc(2011, 12, 30, 10), utc(2011, 12, 31, 10)])
        let thirtieth = try days("FREQ=MONTHLY;BYMONTHDAY=30", "Pacific/Apia", utc(2011, 12, 1), utc(2012, 1, 31, 12))
        #expect(thirtieth == [utc(2011, 12, 30, 10), utc(2012, 1, 29, 10)])
    }
}
