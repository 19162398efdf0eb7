import Foundation
import Jobs
import Postgres

/// Finds the occurrences of a rule by walking every day and every half hour of some years. It uses nothing of the
/// library but the rule's properties.
struct RecurrenceOracle: Sendable {
    struct Day: Sendable {
        var (year, month, day) = (0, 0, 0)
        var length = 0
        /// Counted from 0, Monday.
        var weekday = 0
        /// Counted from Mondays.
        var week = 0
    }

    let zone: String
    let days: [Day]
    /// By day and half hour of the wall clock, the first instant that shows it or a later time.
    private let instants: [Date]
    static let slots = 48

    /// - Parameter weekday: the weekday of 1 January of the first year, from 0, Monday.
    init(zone: String, years: ClosedRange<Int>, weekday: Int) throws {
        self.zone = zone
        var days: [Day] = []
        var date = Day(year: years.lowerBound, month: 1, day: 1, length: 31, weekday: weekday, week: 0)
        while date.year <= years.upperBound {
            days.append(date)
            date.weekday += 1
            if date.weekday == 7 { (date.weekday, date.week) = (0, date.week + 1) }
            date.day += 1
            if date.day > date.length {
                (date.month, date.day) = (date.month + 1, 1)
                if date.month == 13 { (date.year, date.month) = (date.year + 1, 1) }
                let isLeap = date.year % 4 == 0 && date.year % 100 != 0 || date.year % 400 == 0
                date.length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1]
            }
        }
        self.days = days
        instants = try Self.sweep(zone, from: utc(years.lowerBound, 1, 1), count: days.count * Self.slots)
    }

    private static func sweep(_ zone: String, from start: Date, count: Int) throws -> [Date] {
        let zone = try zoneNamed(zone)
        var instants: [Date] = []
        var instant = start - 86_400
        while instants.count < count {
            let shown = instant + Double(zone.secondsFromGMT(for: instant))
            while instants.count < count, shown >= start + Double(instants.count) * 1_800 { instants.append(instant) }
            instant += 1_800
        }
        return instants
    }

    /// The place of a day among `days`.
    func index(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        days.firstIndex { ($0.year, $0.month, $0.day) == (year, month, day) }
    }

    /// The rule's days before any shift, by their places among `days`.
    func members(_ rule: Recurrence) -> [Int] {
        guard let date = rule.anchor.components, let anchor = index(date.year, date.month, date.day) else { return [] }
        return (anchor..<days.count).filter { isMember(rule, $0, anchor) }
    }

    /// Correct if `through` ends a month or more before the oracle's years do.
    func occurrences(
        _ rule: Recurrence,
        _ members: [Int],
        from: Date,
        through: Date,
        isHoliday: (PostgresDate) -> Bool
    ) -> [Date] {
        let step = rule.shift == .none ? 0 : rule.shift == .next ? 1 : -1
        let times = rule.hours.flatMap { hour in rule.minutes.map { hour * 2 + $0 / 30 } }
        let end = min(through, rule.until ?? through)
        var found: Set<Date> = []
        for index in members {
            var moved = index
            func isOff() -> Bool {
                let date = days[moved]
                return date.weekday >= 5
                    || isHoliday(PostgresDate(year: date.year, month: date.month, day: date.day) ?? rule.anchor)
            }
            while step != 0, isOff(), moved + step >= 0, moved + step < days.count { moved += step }
            for time in times {
                let instant = instants[moved * Self.slots + time]
                if instant >= from, instant <= end { found.insert(instant) }
            }
        }
        return found.sorted()
    }

    private func isMember(_ rule: Recurrence, _ index: Int, _ anchorIndex: Int) -> Bool {
        let (date, anchor) = (days[index], days[anchorIndex])
        let periods =
            switch rule.frequency {
            case .daily: index - anchorIndex
            case .weekly: date.week - anchor.week
            case .monthly: (date.year - anchor.year) * 12 + date.month - anchor.month
            case .yearly: date.year - anchor.year
            }
        guard periods % rule.interval == 0 else { return false }
        if !rule.months.isEmpty, !rule.months.contains(date.month) { return false }
        let namesNoDay = rule.daysOfMonth.isEmpty && rule.weekdays.isEmpty
        if namesNoDay {
            switch rule.frequency {
            case .daily: return true
            case .weekly: return date.weekday == anchor.weekday
            case .monthly: return date.day == anchor.day
            case .yearly: return date.day == anchor.day && (!rule.months.isEmpty || date.month == anchor.month)
            }
        }
        if !rule.daysOfMonth.isEmpty {
            guard rule.daysOfMonth.contains(where: { $0 > 0 ? $0 == date.day : date.length + 1 + $0 == date.day })
            else { return false }
        }
        if !rule.weekdays.isEmpty {
            return rule.weekdays.contains { named in
                guard Recurrence.Weekday.allCases[date.weekday] == named.weekday else { return false }
                guard case .nth(let ordinal, _) = named else { return true }
                // Counts the same weekdays up to here, or from here to the end.
                return ordinal > 0
                    ? stride(from: date.day, through: 1, by: -7).count(where: { _ in true }) == ordinal
                    : stride(from: date.day, through: date.length, by: 7).count(where: { _ in true }) == -ordinal
            }
        }
        return true
    }
}

func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
    return calendar.date(from: parts) ?? .distantPast
}

func zoneNamed(_ name: String) throws -> TimeZone {
    struct Unknown: Error {}
    guard let zone = TimeZone(identifier: name) else { throw Unknown() }
    return zone
}

func noHoliday(_: PostgresDate) -> Bool { false }

/// Two weeks around each new year, and some days spread over the year.
func someHolidays(_ date: PostgresDate) -> Bool {
    guard let (year, month, day) = date.components else { return false }
    return month == 12 && day >= 22 || month == 1 && day <= 6 || (year * 5 + month * 17 + day * 7) % 23 == 0
}
