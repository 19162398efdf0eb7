import Foundation
import Postgres
import Testing

@testable import Jobs

@Suite("A month of a rule, compared with Foundation's calendar")
struct RecurrenceMonthTests {
    private static let lists: [([Int], [Recurrence.ByDay])] = [
        ([], []), ([1, 3, -1], []), ([31, -31, 29, -29], []), ([13], [.every(.friday)]), ([], [.every(.monday)]),
        ([], Recurrence.Weekday.allCases.map { .every($0) }),
        ([], (1...5).flatMap { [.nth($0, .sunday), .nth(-$0, .wednesday)] }),
        ([1, 2, 3, 4, 5, 6, 7, -7, -8], [.nth(1, .tuesday), .nth(-2, .thursday), .every(.sunday)]),
    ]

    /// The calendar repeats after 400 years; these include 1900 and 2100, which have no leap day, and 2000, which has
    /// one.
    @Test("has the days that a walk over 400 years of days finds")
    func fourCenturies() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var month = RecurrenceMonth(1850 * 12)
        var number = month.first
        while month.year < 2250 {
            let length = month.length
            var expected = Self.lists.map { _ in UInt32(0) }
            for day in 1...length {
                let date = Date(timeIntervalSinceReferenceDate: Double(number) * 86_400)
                let found = calendar.dateComponents([.year, .month, .day, .weekday, .weekdayOrdinal], from: date)
                try #require((found.year, found.month) == (month.year, month.month) && found.day == day)
                // Foundation counts from Sunday, 1.
                let weekday = Recurrence.Weekday.allCases[(try #require(found.weekday) + 5) % 7]
                let ordinal = try #require(found.weekdayOrdinal)
                for (place, (days, weekdays)) in Self.lists.enumerated() {
                    let isNamed = days.isEmpty || days.contains(day) || days.contains(day - length - 1)
                    let isOnNamed =
                        weekdays.isEmpty || weekdays.contains(.every(weekday))
                        || weekdays.contains(.nth(ordinal, weekday))
                        || weekdays.contains(.nth(-((length - day) / 7 + 1), weekday))
                    if isNamed, isOnNamed { expected[place] |= 1 << UInt32(day) }
                }
                number += 1
            }
            #expect(Self.lists.map { month.days($0.0, $0.1) } == expected, "\(month.year)-\(month.month)")
            month = RecurrenceMonth(month.index + 1)
        }
        #expect(number == RecurrenceMonth(2250 * 12).first)
    }

    @Test("holds each of its days, from the first of a rule's days to the last")
    func bounds() throws {
        let (first, last) = (Recurrence.days.lowerBound, Recurrence.days.upperBound)
        #expect(PostgresDate(number: first).description == "0001-01-01")
        #expect(PostgresDate(number: last).description == "9999-12-31")
        #expect(RecurrenceMonth(holding: first).first == first)
        let december = RecurrenceMonth(holding: last)
        #expect((december.year, december.month, december.length) == (9999, 12, 31))
        #expect(december.first + december.length - 1 == last)
    }
}
