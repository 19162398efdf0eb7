import Postgres

/// The days of a rule, before any shift, ascending, by their numbers.
struct RecurrenceDays: IteratorProtocol {
    private let frequency: Recurrence.Frequency
    private let interval: Int
    private let anchor: Int
    private let anchorMonth: RecurrenceMonth
    private let months: [Int]
    private let daysOfMonth: [Int]
    private let weekdays: [Recurrence.ByDay]
    private let from: Int
    private var nextMonth: Int
    private var first = 0
    private var pending: UInt32 = 0

    /// - Parameter from: a day number; earlier days are left out.
    init(_ rule: Recurrence, from: Int) {
        frequency = rule.frequency
        interval = rule.interval
        anchor = rule.anchor.number
        anchorMonth = RecurrenceMonth(holding: anchor)
        self.from = min(max(from, anchor), Recurrence.days.upperBound + 1)
        nextMonth = RecurrenceMonth(holding: self.from).index

        let isMonthOrYear = rule.frequency == .monthly || rule.frequency == .yearly
        let namesNoDay = rule.daysOfMonth.isEmpty && rule.weekdays.isEmpty
        let takesMonth = rule.frequency == .yearly && namesNoDay && rule.months.isEmpty
        months = takesMonth ? [anchorMonth.month] : rule.months
        daysOfMonth = isMonthOrYear && namesNoDay ? [anchor - anchorMonth.first + 1] : rule.daysOfMonth
        let takesWeekday = rule.frequency == .weekly && rule.weekdays.isEmpty
        weekdays =
            takesWeekday ? [.every(Recurrence.Weekday.allCases[Self.weekday(anchor)])] : rule.weekdays
    }

    /// Days since Monday.
    static func weekday(_ number: Int) -> Int { (number % 7 + 7) % 7 }

    mutating func next() -> Int? {
        while pending == 0 {
            guard enterMonth() else { return nil }
        }
        let day = pending.trailingZeroBitCount
        pending &= pending - 1
        return first + day - 1
    }

    /// The next month that may hold a day; false after the last.
    private mutating func enterMonth() -> Bool {
        let last = RecurrenceMonth(holding: Recurrence.days.upperBound).index
        while nextMonth <= last {
            guard skipToInterval(), nextMonth <= last else { return false }
            let month = RecurrenceMonth(nextMonth)
            nextMonth += 1
            guard months.isEmpty || months.contains(month.month) else { continue }
            first = month.first
            pending = month.days(daysOfMonth, weekdays)
            keepInterval()
            if pending != 0 { return true }
        }
        return false
    }

    /// Moves `nextMonth` over the months no interval reaches.
    private mutating func skipToInterval() -> Bool {
        let month = RecurrenceMonth(nextMonth)
        switch frequency {
        case .daily, .weekly:
            let days = frequency == .daily ? 1 : 7
            guard interval > 31 / days else { return true }
            let start = max(month.first, from)
            guard let wait = wait((start - origin) / days) else { return false }
            // A week begins in one month and ends in the next.
            let begin = wait == 0 ? start : origin + ((start - origin) / days + wait) * days
            guard begin <= Recurrence.days.upperBound else { return false }
            nextMonth = max(nextMonth, RecurrenceMonth(holding: begin).index)
        case .monthly:
            guard let wait = wait(nextMonth - anchorMonth.index) else { return false }
            nextMonth += wait
        case .yearly:
            guard let wait = wait(month.year - anchorMonth.year) else { return false }
            if wait > 0 { nextMonth = (month.year + wait) * 12 }
        }
        return true
    }

    /// The periods from the one `count` after the anchor's to the next of the interval; nil when that is beyond all days.
    private func wait(_ count: Int) -> Int? {
        let rest = count % interval
        guard rest != 0 else { return 0 }
        return interval - rest <= 10_000 * 366 ? interval - rest : nil
    }

    /// The anchor, or the Monday of its week.
    private var origin: Int {
        frequency == .weekly ? anchor - Self.weekday(anchor) : anchor
    }

    private mutating func keepInterval() {
        let days = frequency == .weekly ? 7 : 1
        let counts = interval > 1 && (frequency == .daily || frequency == .weekly)
        guard counts || first < from else { return }
        let origin = origin
        var rest = pending
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest - 1
            let day = first + bit - 1
            if day < from || (counts && (day - origin) / days % interval != 0) { pending &= ~(1 << UInt32(bit)) }
        }
    }
}
