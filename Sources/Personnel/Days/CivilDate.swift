/// A day of the proleptic Gregorian calendar, without time or zone.
///
/// Counted in days since 2000-01-01, the epoch of PostgreSQL's `date`, so that a value travels in binary form as it is.
public struct CivilDate: Sendable, Hashable {
    public let daysSince2000: Int32

    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// Nil when no such day exists: years 1...9999, months 1...12, days as the month has them.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.daysIn(month: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// A date as SIASN exports it: exactly "DD-MM-YYYY".
    public init?(siasn text: some StringProtocol) {
        guard let number = Self.eightDigits(String(text), dashes: (2, 5)) else { return nil }
        self.init(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
    }

    /// A date in the extended form of ISO 8601: exactly "YYYY-MM-DD".
    public init?(iso text: some StringProtocol) {
        guard let number = Self.eightDigits(String(text), dashes: (4, 7)) else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// "YYYY-MM-DD"; read back by `init(iso:)` for years 1...9999.
    public var iso: String {
        let (year, month, day) = civil
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// "DD-MM-YYYY"; read back by `init(siasn:)` for years 1...9999.
    public var siasn: String {
        let (year, month, day) = civil
        return "\(Self.padded(day, 2))-\(Self.padded(month, 2))-\(Self.padded(year, 4))"
    }

    /// The day `days` later; traps beyond what PostgreSQL's 32 bits of days can hold.
    public static func + (date: CivilDate, days: Int) -> CivilDate {
        CivilDate(daysSince2000: Int32(Int(date.daysSince2000) + days))
    }

    /// The days from `earlier` to `later`, negative when they stand the other way round.
    public static func - (later: CivilDate, earlier: CivilDate) -> Int {
        Int(later.daysSince2000) - Int(earlier.daysSince2000)
    }

    /// The same day of the month `months` later, or that month's last day when it is shorter: 31 January + 1 is 28 or
    /// 29 February.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = civil
        let total = year * 12 + (month - 1) + months
        let newYear = Self.floorDivide(total, 12)
        let newMonth = total - newYear * 12 + 1
        return CivilDate(unchecked: newYear, newMonth, min(day, Self.daysIn(month: newMonth, year: newYear)))
    }

    /// Whole years from this day to `end`: an age, a length of service.
    ///
    /// A year is complete when the month and day have come round again; one begun on 29 February completes on 1 March
    /// of a common year. Negative when `end` lies before this day.
    public func completedYears(until end: CivilDate) -> Int {
        let (from, to) = (civil, end.civil)
        return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
    }
}

extension CivilDate {
    /// Whole months from this day to `end`, negative when it lies before: months in a post.
    ///
    /// A month is complete when the day has come round again, or the month's last day where it is shorter.
    public func completedMonths(until end: CivilDate) -> Int {
        guard end >= self else { return -end.completedMonths(until: self) }
        let months = (end.year - year) * 12 + end.month - month
        return adding(months: months) > end ? months - 1 : months
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}

extension CivilDate: CustomStringConvertible {
    public var description: String { iso }
}

extension CivilDate {
    // Years are counted from 1 March, which puts the leap day at a year's end; 730,425 days lie between 0000-03-01 and
    // 2000-01-01, 146,097 in the 400 years after which the calendar repeats.

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let era = Self.floorDivide(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(daysSince2000: Int32(era * 146_097 + dayOfEra - 730_425))
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let days = Int(daysSince2000) + 730_425
        let era = Self.floorDivide(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        (number >= 0 ? number : number - divisor + 1) / divisor
    }

    /// The eight digits of a ten-character date as one number, when its dashes stand at these two offsets.
    private static func eightDigits(_ text: String, dashes: (Int, Int)) -> Int? {
        guard text.utf8.count == 10 else { return nil }
        var number = 0
        for (offset, byte) in text.utf8.enumerated() {
            if offset == dashes.0 || offset == dashes.1 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        return number
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
