import Postgres

/// A month of the Gregorian calendar, and which of its days a rule names.
struct RecurrenceMonth {
    /// Months since January of the year 0.
    let index: Int
    /// The number of its first day.
    let first: Int
    /// How many days it has.
    let length: Int

    init(_ index: Int) {
        self.index = index
        first = Self.first(index)
        length = Self.first(index + 1) - first
    }

    /// The month of a day, by the day's number.
    init(holding number: Int) {
        guard let day = PostgresDate(number: number).components else { preconditionFailure("a day has a month") }
        self.init(day.year * 12 + day.month - 1)
    }

    var year: Int { index / 12 }
    /// 1...12.
    var month: Int { index % 12 + 1 }

    private static func first(_ index: Int) -> Int {
        guard let day = PostgresDate(year: index / 12, month: index % 12 + 1, day: 1) else {
            preconditionFailure("a month has a first day")
        }
        return day.number
    }

    /// The days that are among `daysOfMonth` and among `weekdays`, as bits 1...31; an empty list leaves none out.
    func days(_ daysOfMonth: [Int], _ weekdays: [Recurrence.ByDay]) -> UInt32 {
        var days: UInt32 = (.max >> UInt32(31 - length)) & ~1
        if !daysOfMonth.isEmpty {
            days &= daysOfMonth.reduce(0) { $0 | Self.bit($1 > 0 ? $1 : length + 1 + $1) }
        }
        if !weekdays.isEmpty { days &= weekdays.reduce(0) { $0 | self.days($1) } }
        return days
    }

    private func days(_ named: Recurrence.ByDay) -> UInt32 {
        let start = (named.weekday.index - RecurrenceDays.weekday(first) + 7) % 7 + 1
        return switch named {
        case .every: stride(from: start, through: length, by: 7).reduce(0) { $0 | Self.bit($1) }
        case .nth(let ordinal, _) where ordinal > 0: Self.bit(start + (ordinal - 1) * 7)
        case .nth(let ordinal, _): Self.bit(start + ((length - start) / 7 + 1 + ordinal) * 7)
        }
    }

    /// Bit 0 and none stand for days before the month and after all months.
    private static func bit(_ day: Int) -> UInt32 { 1 << day }
}

/// Days are counted from Monday 2001-01-01, the day of Foundation's reference date.
extension PostgresDate {
    private static let numberOf2000 = -366

    var number: Int { Int(daysSince2000) + Self.numberOf2000 }

    init(number: Int) {
        self.init(daysSince2000: Int32(number - Self.numberOf2000))
    }
}
