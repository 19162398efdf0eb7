public import Foundation
public import Postgres

/// When something comes again: a rule of RFC 5545 with a time zone, a first day, and what to do about days off.
///
/// An occurrence is a day of the Gregorian calendar and a time of day in `zone`. Days a month does not have (30 February,
/// 31 April) are skipped. What the rule leaves open the anchor says, as DTSTART does in the RFC: a weekly rule without
/// weekdays takes the anchor's weekday; a monthly or yearly one without days takes the anchor's day, a yearly one with
/// neither months nor days also its month.
///
/// The zone's changes of the clock: a local time that does not exist occurs at the first instant after the gap; one that
/// exists twice occurs once, the first time. In general an occurrence is the first instant at which the zone's clock
/// shows the intended time or a later one, so a day a zone left out falls on the first instant of the day after.
///
/// Occurrences strictly increase: two that meet on one instant are one. None lies on a day after 31 December 9999, a
/// shift to the next working day apart.
public struct Recurrence: Sendable, Hashable {
    /// How long a period is: FREQ.
    public enum Frequency: String, Sendable, CaseIterable {
        /// A day.
        case daily = "DAILY"
        /// A week, from Monday.
        case weekly = "WEEKLY"
        /// A month.
        case monthly = "MONTHLY"
        /// A year.
        case yearly = "YEARLY"
    }

    /// What happens to an occurrence on a Saturday, a Sunday or a holiday. It keeps its time of day.
    public enum Shift: String, Sendable, CaseIterable {
        /// It stays.
        case none
        /// To the next working day. Without one in the following 60 days the occurrence is dropped.
        case next
        /// To the working day before. Without one in the preceding 60 days the occurrence is dropped.
        case previous
    }

    /// With the RFC's codes.
    public enum Weekday: String, Sendable, CaseIterable {
        /// MO.
        case monday = "MO"
        /// TU.
        case tuesday = "TU"
        /// WE.
        case wednesday = "WE"
        /// TH.
        case thursday = "TH"
        /// FR.
        case friday = "FR"
        /// SA.
        case saturday = "SA"
        /// SU.
        case sunday = "SU"
    }

    /// One value of BYDAY.
    public enum ByDay: Sendable, Hashable {
        /// Each one in the period.
        case every(Weekday)
        /// The n-th of the month, 1...5, or counted from its end, -1...-5.
        case nth(Int, Weekday)
    }

    /// How long a period is.
    public let frequency: Frequency
    /// In days, weeks (from Monday), months or years from the one that holds `anchor`; at least 1.
    public let interval: Int
    /// Ascending, 1...12; empty: any month.
    public let months: [Int]
    /// Days of the month: 1...31 ascending, then -31...-1 ascending, -1 the last day.
    public let daysOfMonth: [Int]
    /// From Monday to Sunday; with `daysOfMonth`, a day must match both.
    public let weekdays: [ByDay]
    /// Ascending, 0...23; never empty. The times of day are every hour with every minute.
    public let hours: [Int]
    /// Ascending, 0...59; never empty.
    public let minutes: [Int]
    /// The last instant, in whole seconds, at which an occurrence may lie, after its shift.
    public let until: Date?
    /// The first day an occurrence may have, before its shift, and the day from which intervals count.
    public let anchor: PostgresDate
    /// Whose clock the times of day are read from.
    public let zone: TimeZone
    /// What happens on days off.
    public let shift: Shift

    /// A rule from its parts, in any order; parts given twice count once.
    ///
    /// - Parameters:
    ///   - frequency: how long a period is.
    ///   - interval: every how many periods.
    ///   - months: 1...12; empty for any.
    ///   - daysOfMonth: 1...31, or from the end -1...-31; empty for any.
    ///   - weekdays: every one of a name, or the n-th of a month; empty for any.
    ///   - hours: 0...23.
    ///   - minutes: 0...59.
    ///   - until: rounded down to a whole second.
    ///   - anchor: the first day, in the years 1 to 9999.
    ///   - zone: a name of the IANA time zone database, such as Asia/Jakarta, or UTC or GMT (both become GMT).
    ///   - shift: what happens on days off.
    /// - Throws: `RecurrenceError` when a number is out of its range, the parts do not go together (days of the month in
    ///   a weekly rule; "first Monday" in a daily or weekly rule, or in a yearly one without months), or the zone is unknown.
    public init(
        _ frequency: Frequency,
        interval: Int = 1,
        months: [Int] = [],
        daysOfMonth: [Int] = [],
        weekdays: [ByDay] = [],
        hours: [Int] = [0],
        minutes: [Int] = [0],
        until: Date? = nil,
        anchor: PostgresDate,
        zone: String,
        shift: Shift = .none
    ) throws(RecurrenceError) {
        guard interval >= 1 else {
            throw RecurrenceError("INTERVAL", .interval, ["value": "\(interval)"])
        }
        try Self.check(months, in: 1...12, part: "BYMONTH")
        try Self.check(daysOfMonth, in: 1...31, part: "BYMONTHDAY", signed: true)
        try Self.check(hours, in: 0...23, part: "BYHOUR")
        try Self.check(minutes, in: 0...59, part: "BYMINUTE")
        guard !hours.isEmpty, !minutes.isEmpty else {
            throw RecurrenceError(hours.isEmpty ? "BYHOUR" : "BYMINUTE", .empty)
        }
        try Self.check(weekdays, frequency, months)
        guard frequency != .weekly || daysOfMonth.isEmpty else {
            throw RecurrenceError("BYMONTHDAY", .weeklyDays)
        }
        self.frequency = frequency
        self.interval = interval
        self.months = Set(months).sorted()
        self.daysOfMonth = Set(daysOfMonth).sorted { ($0 < 0 ? 1 : 0, $0) < ($1 < 0 ? 1 : 0, $1) }
        self.weekdays = Set(weekdays).sorted()
        self.hours = Set(hours).sorted()
        self.minutes = Set(minutes).sorted()
        self.until = try until.map { (date) throws(RecurrenceError) in try Self.end(date) }
        guard Self.days.contains(anchor.number) else {
            throw RecurrenceError("anchor", .year)
        }
        self.anchor = anchor
        self.zone = try Self.zone(zone)
        self.shift = shift
    }
}

extension Recurrence {
    /// The numbers of 1 January 1 and of 31 December 9999.
    static let days = -730_485...2_921_573

    private static func check(
        _ numbers: [Int],
        in range: ClosedRange<Int>,
        part: String,
        signed: Bool = false
    ) throws(RecurrenceError) {
        for number in numbers where !range.contains(number) {
            if signed, (-range.upperBound...(-range.lowerBound)).contains(number) { continue }
            throw RecurrenceError(
                part,
                signed ? .rangeSigned : .range,
                ["value": "\(number)", "first": "\(range.lowerBound)", "last": "\(range.upperBound)"]
            )
        }
    }

    private static func check(
        _ weekdays: [ByDay],
        _ frequency: Frequency,
        _ months: [Int]
    ) throws(RecurrenceError) {
        for case .nth(let ordinal, let weekday) in weekdays {
            guard (1...5).contains(ordinal) || (-5...(-1)).contains(ordinal) else {
                throw RecurrenceError("BYDAY", .ordinal, ["ordinal": "\(ordinal)", "weekday": weekday.rawValue])
            }
            guard frequency == .monthly || (frequency == .yearly && !months.isEmpty) else {
                throw RecurrenceError(
                    "BYDAY",
                    .ordinalFrequency,
                    ["ordinal": "\(ordinal)", "weekday": weekday.rawValue]
                )
            }
        }
    }

    private static func end(_ date: Date) throws(RecurrenceError) -> Date {
        let seconds = date.timeIntervalSinceReferenceDate.rounded(.down)
        guard seconds >= Double(days.lowerBound) * 86_400, seconds < Double(days.upperBound + 1) * 86_400 else {
            throw RecurrenceError("UNTIL", .year)
        }
        return Date(timeIntervalSinceReferenceDate: seconds)
    }

    private static func zone(_ name: String) throws(RecurrenceError) -> TimeZone {
        // Foundation also takes "WIB" and "GMT+0700", which other readers of the column need not know, and its list of known
        // names lacks Asia/Kolkata and UTC.
        guard name.contains("/") || ["UTC", "GMT"].contains(name), let zone = TimeZone(identifier: name) else {
            throw RecurrenceError("zone", .zone, ["value": String(name.prefix(40))])
        }
        return zone
    }
}

extension Recurrence.ByDay: Comparable {
    /// Which day of the week, whether every one or the n-th.
    public var weekday: Recurrence.Weekday {
        switch self {
        case .every(let weekday), .nth(_, let weekday): weekday
        }
    }

    /// From Monday to Sunday; then every, the first to the fifth, the fifth last to the last.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: (Int, Int) {
        switch self {
        case .every: (weekday.index, 0)
        case .nth(let ordinal, _): (weekday.index, ordinal > 0 ? ordinal : ordinal + 20)
        }
    }
}

extension Recurrence.Weekday {
    /// Days since Monday.
    var index: Int {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        }
    }
}
