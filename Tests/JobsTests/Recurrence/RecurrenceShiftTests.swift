import Foundation
import Jobs
import Postgres
import Testing

@Suite("A recurrence's shift")
struct RecurrenceShiftTests {
    private func rule(_ text: String, _ shift: Recurrence.Shift) throws -> Recurrence {
        let anchor = try #require(PostgresDate(year: 2026, month: 1, day: 1))
        return try Recurrence(text, anchor: anchor, zone: "Asia/Jakarta", shift: shift)
    }

    @Test("moves month ends to a working day and keeps the time of day")
    func monthEnds() throws {
        // 31 January 2026 and 28 February 2026 are Saturdays; 6:00 in Jakarta is 23:00 UTC the day before.
        let text = "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=6"
        let (from, through) = (utc(2026, 1, 1), utc(2026, 3, 15))
        #expect(
            try rule(text, .none).occurrences(from: from, through: through, isHoliday: noHoliday)
                == [utc(2026, 1, 30, 23), utc(2026, 2, 27, 23)]
        )
        #expect(
            try rule(text, .previous).occurrences(from: from, through: through, isHoliday: noHoliday)
                == [utc(2026, 1, 29, 23), utc(2026, 2, 26, 23)]
        )
        #expect(
            try rule(text, .next).occurrences(from: from, through: through, isHoliday: noHoliday)
                == [utc(2026, 2, 1, 23), utc(2026, 3, 1, 23)]
        )
    }

    @Test("turns occurrences that meet into one")
    func meets() throws {
        let weekend = try rule("FREQ=DAILY", .next)
        // Friday to Monday, local midnights.
        let dates = weekend.occurrences(from: utc(2026, 1, 8, 17), through: utc(2026, 1, 12), isHoliday: noHoliday)
        #expect(dates == [utc(2026, 1, 8, 17), utc(2026, 1, 11, 17)])
    }

    @Test("crosses a fortnight of holidays in both directions, from any instant")
    func fortnight() throws {
        // 14 to 29 March 2026 off: the last working day is Friday 13, the next Monday 30.
        func isHoliday(_ date: PostgresDate) -> Bool {
            date.components.map { ($0.year, $0.month) == (2026, 3) && (14...29).contains($0.day) } ?? false
        }
        let (back, ahead) = (
            try rule("FREQ=MONTHLY;BYMONTHDAY=29;BYHOUR=8", .previous),
            try rule("FREQ=MONTHLY;BYMONTHDAY=14;BYHOUR=8", .next)
        )
        for day in 1...12 {
            #expect(back.next(after: utc(2026, 3, day), isHoliday: isHoliday) == utc(2026, 3, 13, 1))
        }
        #expect(back.next(after: utc(2026, 3, 13, 1), isHoliday: isHoliday) == utc(2026, 4, 29, 1))
        for day in 1...29 {
            #expect(ahead.next(after: utc(2026, 3, day), isHoliday: isHoliday) == utc(2026, 3, 30, 1))
        }
        #expect(ahead.next(after: utc(2026, 3, 30, 1), isHoliday: isHoliday) == utc(2026, 4, 14, 1))
    }

    @Test("drops an occurrence without a working day in sixty", arguments: [Recurrence.Shift.next, .previous])
    func drops(shift: Recurrence.Shift) throws {
        func isHoliday(_ date: PostgresDate) -> Bool { date.components?.year == 2026 }
        let monthly = try rule("FREQ=MONTHLY;BYMONTHDAY=15", shift)
        let dates = monthly.occurrences(from: utc(2025, 1, 1), through: utc(2027, 2, 1), isHoliday: isHoliday)
        // Midnights of Jakarta: 31 December 2025 and 15 January 2027; 1 January 2027 and 15 January 2027.
        #expect(
            dates
                == (shift == .next
                    ? [utc(2026, 12, 31, 17), utc(2027, 1, 14, 17)] : [utc(2025, 12, 30, 17), utc(2027, 1, 14, 17)])
        )
    }

    @Test("may lead before the anchor, never past the end")
    func bounds() throws {
        let anchor = try #require(PostgresDate(year: 2026, month: 2, day: 1))
        let sunday = try Recurrence(
            "FREQ=WEEKLY;UNTIL=20260214T235959Z",
            anchor: anchor,
            zone: "Asia/Jakarta",
            shift: .previous
        )
        #expect(sunday.next(after: utc(2026, 1, 1), isHoliday: noHoliday) == utc(2026, 1, 29, 17))
        let late = try Recurrence(
            "FREQ=WEEKLY;UNTIL=20260214T235959Z",
            anchor: anchor,
            zone: "Asia/Jakarta",
            shift: .next
        )
        #expect(
            late.occurrences(from: .distantPast, through: .distantFuture, isHoliday: noHoliday)
                == [utc(2026, 2, 1, 17), utc(2026, 2, 8, 17)]
        )
    }

    @Test("ends when every day is a holiday", .timeLimit(.minutes(20)), arguments: [Recurrence.Shift.next, .previous])
    func nothingButHolidays(shift: Recurrence.Shift) throws {
        #expect(try rule("FREQ=MONTHLY", shift).next(after: utc(2026, 1, 1)) { _ in true } == nil)
        var asked = 0
        let daily = try Recurrence(
            "FREQ=DAILY",
            anchor: try #require(PostgresDate(year: 9900, month: 1, day: 1)),
            zone: "Asia/Jakarta",
            shift: shift
        )
        #expect(
            daily.next(after: .distantPast) { _ in
                asked += 1
                return true
            } == nil
        )
        #expect(asked < 100 * 366)
    }
}
