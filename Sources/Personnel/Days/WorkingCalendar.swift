/// Which days are worked: five or six days a week, less the holidays and collective leave that the three ministers
/// decree for each year.
///
/// Offices of a city work five days; schools and hospitals often six.
public struct WorkingCalendar: Sendable, Hashable {
    public enum Week: Int, Sendable, Hashable, CaseIterable {
        /// Monday to Friday.
        case five = 5
        /// Monday to Saturday.
        case six = 6
    }

    public let holidays: Set<CivilDate>
    public let week: Week

    public init(holidays: Set<CivilDate>, week: Week) {
        self.holidays = holidays
        self.week = week
    }

    public func isWorkingDay(_ date: CivilDate) -> Bool {
        date.weekday <= week.rawValue && !holidays.contains(date)
    }

    /// The `n`th working day after a date, which does not count itself: with 0 that date, whatever day it is. Traps on a
    /// negative number.
    public func day(_ n: Int, after date: CivilDate) -> CivilDate {
        precondition(n >= 0, "days are counted forwards")
        var day = date
        var left = n
        while left > 0 {
            day = day + 1
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The working days after `start` up to and with `end`, so that it turns `day(_:after:)` round; 0 when `end` is not
    /// later.
    public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
        guard start < end else { return 0 }
        return (1...(end - start)).count { isWorkingDay(start + $0) }
    }
}

extension CivilDate {
    /// 1 Monday ... 7 Sunday, as in ISO 8601.
    public var weekday: Int {
        // 2000-01-01 was a Saturday.
        let days = (Int(daysSince2000) + 5) % 7
        return (days + 7) % 7 + 1
    }
}
