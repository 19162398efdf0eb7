extension Recurrence {
    /// A day of the proleptic Gregorian calendar, without time or zone.
    public struct Day: Sendable, Hashable {
        public let year: Int
        public let month: Int
        public let day: Int

        /// Nil when no such day exists: years 1...9999, months 1...12, days as the month has them.
        public init?(year: Int, month: Int, day: Int) {
            guard (1...9999).contains(year), (1...12).contains(month),
                day >= 1, day <= Self.daysIn(month: month, year: year)
            else { return nil }
            self.init(unchecked: year, month, day)
        }

        private init(unchecked year: Int, _ month: Int, _ day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }
}

extension Recurrence.Day: CustomStringConvertible {
    /// As 2026-10-01.
    public var description: String {
        let digits = String(year * 10_000 + month * 100 + day)
        let padded = String(repeating: "0", count: 8 - digits.utf8.count) + digits
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
    }
}

extension Recurrence.Day {
    static let first = Self(unchecked: 1, 1, 1)
    static let last = Self(unchecked: 9999, 12, 31)

    // Years are counted from 1 March, which puts the leap day at a year's end; 730,791 days lie between 0000-03-01 and
    // 2001-01-01, 146,097 in the 400 years after which the calendar repeats.

    /// Days since Monday 2001-01-01, the day of Foundation's reference date.
    var number: Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let era = marchYear.floorDivided(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 730_791
    }

    init(number: Int) {
        let days = number + 730_791
        let era = days.floorDivided(by: 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            unchecked: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
            month,
            dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    /// The first day of a month counted from January of the year 0.
    init(firstOfMonth index: Int) {
        self.init(unchecked: index / 12, index % 12 + 1, 1)
    }

    /// Months since January of the year 0.
    var monthIndex: Int { year * 12 + month - 1 }

    var daysInMonth: Int { Self.daysIn(month: month, year: year) }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Int {
    func floorDivided(by divisor: Int) -> Int {
        (self >= 0 ? self : self - divisor + 1) / divisor
    }
}
