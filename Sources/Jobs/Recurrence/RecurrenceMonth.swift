import Foundation

/// The days of a month that a rule's days and weekdays name, as bits 1...31.
///
/// They depend on no more than the month's length and the weekday of its first, so each answer of Foundation is kept for
/// the length of a search.
///
/// Foundation's `Calendar.RecurrenceRule` expands them, but in two forms only, in GMT: the days of one month by number,
/// the days of one week by name. What else it offers failed with Swift 6.3.1 on Linux, tried on the 28 kinds of month:
/// - MONTHLY;BYDAY=MO gives the first Monday only, in every month; YEARLY;BYMONTH=1;BYDAY=FR the first Friday.
/// - BYDAY=-5WE ends the process in a month of four Wednesdays, February 2023: `try!` on
///   CalendarEnumerationError.notAdvancing in Calendar_Recurrence.swift. With weeks from Monday BYDAY=-4WE does too, and
///   BYDAY=1SU gives the second Sunday in 24 of the 28.
/// - BYMONTHDAY=8,-22 in a month of 29 days gives the 8th twice.
/// - YEARLY;BYMONTH=2;BYMONTHDAY=29 gives 1 March in common years; `.strict` mends that, and drops the times of a DST gap.
/// - It walks from the start: a daily rule takes 0.65 s to reach the year 2526; it gives up after 40 years without result.
///
/// Hence intervals, n-th weekdays and time zones are counted outside of it.
struct RecurrenceMonth {
    private let daysOfMonth: [Int]
    private let weekdays: [Recurrence.ByDay]
    private var maskOfLength: [Int: UInt32] = [:]
    private var week: UInt32?
    private var masks: [UInt32?] = Array(repeating: nil, count: 28)

    init(daysOfMonth: [Int], weekdays: [Recurrence.ByDay]) {
        self.daysOfMonth = daysOfMonth
        self.weekdays = weekdays
    }

    /// - Parameter weekday: of the month's first, as days since Monday.
    mutating func days(length: Int, firstOn weekday: Int) -> UInt32 {
        let kind = (length - 28) * 7 + weekday
        if let mask = masks[kind] { return mask }
        let mask = expanded(length, weekday)
        masks[kind] = mask
        return mask
    }

    private mutating func expanded(_ length: Int, _ weekday: Int) -> UInt32 {
        var mask: UInt32 = (.max >> UInt32(31 - length)) & ~1
        if !daysOfMonth.isEmpty { mask &= monthDays(length) }
        guard !weekdays.isEmpty, mask != 0 else { return mask }
        let week = weekDays()
        for day in 1...length where mask & 1 << UInt32(day) != 0 {
            let weekday = (weekday + day - 1) % 7
            if week & 1 << UInt32(weekday + 1) == 0 || !isCounted(day, length, weekday) { mask &= ~(1 << UInt32(day)) }
        }
        return mask
    }

    private mutating func monthDays(_ length: Int) -> UInt32 {
        if let mask = maskOfLength[length] { return mask }
        var rule = Calendar.RecurrenceRule(calendar: Self.calendar, frequency: .monthly, matchingPolicy: .strict)
        rule.daysOfTheMonth = daysOfMonth.filter { abs($0) <= length }
        // Days since 2001-01-01 of January 2001, April 2001, February 2004 and February 2001.
        let start = [31: 0, 30: 90, 29: 1126][length] ?? 31
        let mask = rule.daysOfTheMonth.isEmpty ? 0 : Self.days(rule, from: start, count: length)
        maskOfLength[length] = mask
        return mask
    }

    /// Monday is bit 1.
    private mutating func weekDays() -> UInt32 {
        if let week { return week }
        var rule = Calendar.RecurrenceRule(calendar: Self.calendar, frequency: .weekly, matchingPolicy: .strict)
        rule.weekdays = Set(weekdays.map(\.weekday)).map { .every($0.locale) }
        let mask = Self.days(rule, from: 0, count: 7)
        week = mask
        return mask
    }

    /// Whether the day is one of those of its weekday that the rule names by number, or every one is.
    private func isCounted(_ day: Int, _ length: Int, _ weekday: Int) -> Bool {
        weekdays.contains { named in
            guard named.weekday.index == weekday else { return false }
            return switch named {
            case .every: true
            case .nth(let ordinal, _): ordinal == (ordinal > 0 ? (day - 1) / 7 + 1 : -((length - day) / 7 + 1))
            }
        }
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        calendar.firstWeekday = 2
        return calendar
    }()

    private static func days(_ rule: Calendar.RecurrenceRule, from number: Int, count: Int) -> UInt32 {
        let start = Date(timeIntervalSinceReferenceDate: Double(number) * 86_400)
        let end = start.addingTimeInterval(Double(count) * 86_400)
        return rule.recurrences(of: start, in: start..<end)
            .reduce(0) {
                $0 | 1 << UInt32($1.timeIntervalSince(start) / 86_400 + 1)
            }
    }
}

extension Recurrence.Weekday {
    fileprivate var locale: Locale.Weekday {
        switch self {
        case .monday: .monday
        case .tuesday: .tuesday
        case .wednesday: .wednesday
        case .thursday: .thursday
        case .friday: .friday
        case .saturday: .saturday
        case .sunday: .sunday
        }
    }
}
