import Foundation
import Jobs
import Postgres
import Testing

@Suite("A recurrence, far away or never")
struct RecurrenceReachTests {
    private static let anchor = (year: 2026, month: 1, day: 6)

    private func rule(_ text: String) throws -> Recurrence {
        let anchor = try #require(
            PostgresDate(year: Self.anchor.year, month: Self.anchor.month, day: Self.anchor.day)
        )
        return try Recurrence(text, anchor: anchor, zone: "Asia/Jakarta")
    }

    @Test(
        "never comes",
        arguments: [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,31,-30",
            "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO,TU,WE,TH,FR,SU,1SA",
            "FREQ=DAILY;INTERVAL=7;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO,-2TU",
            "FREQ=MONTHLY;BYMONTHDAY=1,2;BYDAY=2MO",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31,-31",
            "FREQ=DAILY;INTERVAL=146097;BYDAY=MO", "FREQ=DAILY;UNTIL=20250101T000000Z",
        ]
    )
    func never(text: String) throws {
        // 2026, 2028, ... has leap years; 2026, 2030, ... has none.
        let rule = try rule(text)
        let isLeap = text.contains("INTERVAL=2;")
        let next = rule.next(after: utc(2026, 1, 1), isHoliday: noHoliday)
        #expect(isLeap ? next == utc(2028, 2, 28, 17) : next == nil)
    }

    @Test("is found centuries after the anchor, and centuries apart")
    func far() throws {
        #expect(
            try rule("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1;BYHOUR=7").next(after: utc(2526, 1, 1), isHoliday: noHoliday)
                == utc(2526, 3, 1)
        )
        #expect(
            try rule("FREQ=DAILY;BYHOUR=7").next(after: utc(9998, 1, 1), isHoliday: noHoliday) == utc(9998, 1, 2)
        )
        // 2096 is followed by 2104; 2100 has no leap day. 29 February 2104 is a Friday.
        #expect(
            try rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=7").next(after: utc(2097, 1, 1), isHoliday: noHoliday)
                == utc(2104, 2, 29)
        )
        #expect(
            try rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR;BYHOUR=7")
                .next(after: utc(2093, 1, 1), isHoliday: noHoliday) == utc(2104, 2, 29)
        )
        #expect(
            try rule("FREQ=YEARLY;INTERVAL=1000;BYHOUR=7").next(after: utc(2027, 1, 1), isHoliday: noHoliday)
                == utc(3026, 1, 6)
        )
        #expect(
            try rule("FREQ=YEARLY;INTERVAL=9000;BYHOUR=7").next(after: utc(2027, 1, 1), isHoliday: noHoliday) == nil
        )
    }

    @Test(
        "does not overflow",
        arguments: ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"],
        [999_999_999_999_999_999, 3_660_000, 1_000_000]
    )
    func hugeInterval(frequency: String, interval: Int) throws {
        let rule = try rule("FREQ=\(frequency);INTERVAL=\(interval);BYHOUR=7")
        let (year, month, day) = Self.anchor
        #expect(rule.next(after: .distantPast, isHoliday: noHoliday) == utc(year, month, day))
        let second = rule.next(after: utc(year, month, day), isHoliday: noHoliday)
        #expect(second == (frequency == "DAILY" && interval == 1_000_000 ? utc(4763, 12, 4) : nil))
        let largest = try Recurrence(.weekly, interval: .max, anchor: rule.anchor, zone: "Asia/Jakarta")
        #expect(largest.next(after: utc(2027, 1, 1), isHoliday: noHoliday) == nil)
    }

    @Test("takes any instant", arguments: [Double.infinity, -Double.infinity, .nan, 1e300, -1e300, 3e11, -3e11])
    func anyInstant(seconds: Double) throws {
        let rule = try rule("FREQ=DAILY;BYHOUR=7")
        let date = Date(timeIntervalSinceReferenceDate: seconds)
        let (year, month, day) = Self.anchor
        #expect(rule.next(after: date, isHoliday: noHoliday) == (seconds < 0 ? utc(year, month, day) : nil))
        #expect(
            rule.occurrences(from: utc(year, month, day), through: date, isHoliday: noHoliday).isEmpty || seconds > 0
        )
        #expect(
            rule.occurrences(from: date, through: utc(year, month, day), isHoliday: noHoliday).count
                == (seconds < 0 ? 1 : 0)
        )
    }

    @Test("includes both ends of a range, excludes the instant after which it is asked")
    func ends() throws {
        let rule = try rule("FREQ=DAILY;BYHOUR=7")
        let (first, second) = (utc(2026, 2, 1), utc(2026, 2, 2))
        #expect(rule.occurrences(from: first, through: second, isHoliday: noHoliday) == [first, second])
        #expect(rule.occurrences(from: second, through: first, isHoliday: noHoliday).isEmpty)
        #expect(rule.occurrences(from: first + 0.001, through: second - 0.001, isHoliday: noHoliday).isEmpty)
        #expect(rule.next(after: first, isHoliday: noHoliday) == second)
        #expect(rule.next(after: first - 0.001, isHoliday: noHoliday) == first)
    }

    @Test("is not asked for holidays without a shift")
    func asksNoHolidays() throws {
        var asked = 0
        _ = try rule("FREQ=DAILY")
            .next(after: utc(2026, 2, 1)) { _ in
                asked += 1
                return true
            }
        #expect(asked == 0)
    }
}
