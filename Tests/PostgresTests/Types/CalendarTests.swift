import Postgres
import TestSupport
import Testing

@Suite("The calendar and the clock")
struct CalendarTests {
    @Test("a date's components are those of the server, from the first day to the last")
    func components() async throws {
        var generator = SeededGenerator(state: 31)
        var days = [-2_451_545, -730_486, -730_485, -730_120, -730_119, 58, 59, 60, 2_145_031_948] as [Int32]
        days += (0..<500).map { _ in max(-2_451_545, generator.integer(Int32.self) / 2) }
        let dates = days.map { PostgresDate(daysSince2000: $0) }
        try await onServer { tx in
            let rows = try tx.all(
                """
                select d, extract(year from d)::int, extract(month from d)::int, extract(day from d)::int
                from unnest(\(dates)) d
                """,
                as: (PostgresDate, Int, Int, Int).self
            )
            #expect(rows.count == dates.count)
            for (date, year, month, day) in rows {
                // The server has no year 0.
                let astronomical = year > 0 ? year : year + 1
                let found = try #require(date.components)
                #expect(found == (astronomical, month, day))
                #expect(PostgresDate(year: astronomical, month: month, day: day) == date)
            }
        }
    }

    @Test("every day of eight centuries has the successor that the calendar says")
    func succession() throws {
        var previous = try #require(PostgresDate(year: 1599, month: 12, day: 31)?.components)
        let first = try #require(PostgresDate(year: 1600, month: 1, day: 1))
        var wrong = 0
        for offset in 0..<(2 * 146_097) {
            let found = try #require(PostgresDate(daysSince2000: first.daysSince2000 + Int32(offset)).components)
            let isNextDay = found == (previous.year, previous.month, previous.day + 1)
            let isNextMonth = found == (previous.year, previous.month + 1, 1) && previous.day >= 28
            let isNextYear = found == (previous.year + 1, 1, 1) && previous.month == 12 && previous.day == 31
            if !isNextDay && !isNextMonth && !isNextYear { wrong += 1 }
            previous = found
        }
        #expect(wrong == 0)
        #expect(previous == (2399, 12, 31))
    }

    @Test("days that the calendar or the server does not have are nil")
    func absent() {
        #expect(PostgresDate(year: 2023, month: 2, day: 29) == nil)
        #expect(PostgresDate(year: 1900, month: 2, day: 29) == nil)
        #expect(PostgresDate(year: 2000, month: 2, day: 29) != nil)
        #expect(PostgresDate(year: 2000, month: 13, day: 1) == nil)
        #expect(PostgresDate(year: 2000, month: 4, day: 31) == nil)
        #expect(PostgresDate(year: 2000, month: 1, day: 0) == nil)
        #expect(PostgresDate(year: -4713, month: 11, day: 23) == nil)
        #expect(PostgresDate(year: -4713, month: 11, day: 24) != nil)
        #expect(PostgresDate(year: 5_874_898, month: 1, day: 1) == nil)
        #expect(PostgresDate(year: .max, month: 1, day: 1) == nil)
        #expect(PostgresDate.infinity.components == nil && PostgresDate.minusInfinity.components == nil)
    }

    @Test("times that no clock shows are nil")
    func clock() throws {
        #expect(PostgresTime(hour: 24, minute: 0, second: 1) == nil)
        #expect(PostgresTime(hour: 24, minute: 1) == nil)
        #expect(PostgresTime(hour: 23, minute: 60) == nil)
        #expect(PostgresTime(hour: 23, minute: 59, second: 60) == nil)
        #expect(PostgresTime(hour: 0, minute: 0, second: 0, microsecond: 1_000_000) == nil)
        #expect(PostgresTime(microsecondsSinceMidnight: -1) == nil)
        let time = try #require(PostgresTime(hour: 23, minute: 58, second: 57, microsecond: 654_321))
        #expect((time.hour, time.minute, time.second, time.microsecond) == (23, 58, 57, 654_321))
        let end = try #require(PostgresTime(hour: 24, minute: 0))
        #expect(end.hour == 24 && end.minute == 0 && time < end)
    }

    @Test("a timestamp is a date and a time")
    func timestamps() throws {
        let date = try #require(PostgresDate(year: -43, month: 3, day: 15))
        let time = try #require(PostgresTime(hour: 12, minute: 30))
        let stamp = try #require(PostgresTimestamp(date, time))
        #expect(stamp.date == date && stamp.time == time)
        #expect("\(stamp)" == "0044-03-15 12:30:00 BC")
        #expect(PostgresTimestamp(.infinity, time) == nil)
        #expect(PostgresTimestamp(PostgresDate(daysSince2000: 2_000_000_000), time) == nil)
        #expect(PostgresTimestamp.infinity.date == .infinity && PostgresTimestamp.infinity.time == nil)
        #expect(PostgresTimestamp.minusInfinity.date == .minusInfinity)
        let least = PostgresTimestamp(microsecondsSince2000: .min + 1)
        #expect(least.isFinite && least.time != nil && least < stamp)
    }

    @Test("an instant converts to seconds since 1970 and back")
    func seconds() async throws {
        try await onServer { tx in
            let moment = try tx.one("select to_timestamp(1234567890.5)", as: Instant.self)
            #expect(moment == Instant(secondsSince1970: 1_234_567_890.5))
            #expect(moment.secondsSince1970 == 1_234_567_890.5)
        }
        #expect(Instant(secondsSince1970: .infinity) == .infinity)
        #expect(Instant(secondsSince1970: -1e300) == .minusInfinity)
        #expect(Instant(secondsSince1970: .nan) == .infinity)
        #expect(Instant.infinity.secondsSince1970 == .infinity && Instant.minusInfinity.secondsSince1970 == -.infinity)
        #expect(Instant.minusInfinity < Instant(microsecondsSince2000: 0) && !Instant.infinity.isFinite)
    }

    @Test("a duration becomes an interval; an interval without months and days becomes a duration")
    func durations() async throws {
        let interval = try #require(PostgresInterval(.seconds(90) + .microseconds(5)))
        #expect(interval == PostgresInterval(microseconds: 90_000_005))
        #expect(PostgresInterval(.nanoseconds(-1_999)) == PostgresInterval(microseconds: -1))
        #expect(PostgresInterval(.seconds(Int64.max)) == nil)
        #expect(Duration(interval) == .microseconds(90_000_005))
        #expect(Duration(PostgresInterval(days: 1)) == nil && Duration(PostgresInterval(months: 1)) == nil)
        try await onServer { tx in
            let answer = try tx.one(
                "select \(interval), '2 hours'::interval",
                as: (PostgresInterval, PostgresInterval).self
            )
            #expect(answer.0 == interval)
            #expect(Duration(answer.1) == .seconds(7200))
        }
    }
}
