/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
struct CivilDay {
    let year: Int
    let month: Int
    let day: Int

    private static let daysIn400Years = 146_097
    private static let daysIn100Years = 36_524
    private static let daysIn4Years = 1_461
    /// From 2000-01-01 to 2000-03-01, where a cycle of 400 years begins whose leap days all come last.
    private static let daysBeforeMarch = 60

    /// Nil for a day that the calendar does not have.
    init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince2000 days: Int) {
        let (cycle, dayOfCycle) = (days - Self.daysBeforeMarch).floored(by: Self.daysIn400Years)
        // The last century of a cycle and the last year of four are a day longer.
        let century = min(dayOfCycle / Self.daysIn100Years, 3)
        let (fourYears, dayOfFour) = (dayOfCycle - century * Self.daysIn100Years).floored(by: Self.daysIn4Years)
        let yearOfFour = min(dayOfFour / 365, 3)
        let dayOfYear = dayOfFour - yearOfFour * 365
        // From March on, five months have 153 days, again and again.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let isNextYear = monthFromMarch >= 10
        year = 2000 + 400 * cycle + 100 * century + 4 * fourYears + yearOfFour + (isNextYear ? 1 : 0)
        month = monthFromMarch + (isNextYear ? -9 : 3)
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    }

    var daysSince2000: Int {
        let isNextYear = month < 3
        let years = year - 2000 - (isNextYear ? 1 : 0)
        let monthFromMarch = month + (isNextYear ? 9 : -3)
        let leapDays = years.floored(by: 4).quotient - years.floored(by: 100).quotient + years.floored(by: 400).quotient
        return Self.daysBeforeMarch + 365 * years + leapDays + (153 * monthFromMarch + 2) / 5 + day - 1
    }
}

extension BinaryInteger {
    /// Quotient and remainder by a positive divisor, the remainder never negative.
    func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
