/// The days of a rule, before any shift, ascending, as `Day` numbers.
struct RecurrenceDays: IteratorProtocol {
    private let frequency: Recurrence.Frequency
    private let interval: Int
    private let anchor: Recurrence.Day
    private let months: [Int]
    private let from: Int
    private var month: RecurrenceMonth
    private var nextMonth: Int
    private var first = 0
    private var pending: UInt32 = 0

    /// - Parameter from: a day number; earlier days are left out.
    init(_ rule: Recurrence, from: Int) {
        frequency = rule.frequency
        interval = rule.interval
        anchor = rule.anchor
        self.from = min(max(from, rule.anchor.number), Recurrence.Day.last.number + 1)
        nextMonth = Recurrence.Day(number: self.from).monthIndex

        let isMonthOrYear = rule.frequency == .monthly || rule.frequency == .yearly
        let namesNoDay = rule.daysOfMonth.isEmpty && rule.weekdays.isEmpty
        let isAnchorsDay = isMonthOrYear && namesNoDay
        months = rule.frequency == .yearly && namesNoDay && rule.months.isEmpty ? [anchor.month] : rule.months
        let weekdays =
            rule.frequency == .weekly && rule.weekdays.isEmpty
            ? Recurrence.Weekday.allCases.filter { $0.index == Self.weekday(rule.anchor.number) }.map { .every($0) }
            : rule.weekdays
        month = RecurrenceMonth(daysOfMonth: isAnchorsDay ? [anchor.day] : rule.daysOfMonth, weekdays: weekdays)
    }

    /// Days since Monday.
    static func weekday(_ number: Int) -> Int { number - number.floorDivided(by: 7) * 7 }

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
        let end = Recurrence.Day.last.monthIndex
        while nextMonth <= end {
            guard skipToInterval() else { return false }
            guard nextMonth <= end else { return false }
            let date = Recurrence.Day(firstOfMonth: nextMonth)
            nextMonth += 1
            guard months.isEmpty || months.contains(date.month) else { continue }
            first = date.number
            pending = month.days(length: date.daysInMonth, firstOn: Self.weekday(first))
            keepInterval()
            if pending != 0 { return true }
        }
        return false
    }

    /// Moves `nextMonth` over the months no interval reaches.
    private mutating func skipToInterval() -> Bool {
        let date = Recurrence.Day(firstOfMonth: nextMonth)
        switch frequency {
        case .daily, .weekly:
            let days = frequency == .daily ? 1 : 7
            guard interval > 31 / days else { return true }
            let start = max(date.number, from)
            guard let wait = wait((start - origin) / days) else { return false }
            // A week begins in one month and ends in the next.
            let begin = wait == 0 ? start : origin + ((start - origin) / days + wait) * days
            nextMonth = max(nextMonth, Recurrence.Day(number: begin).monthIndex)
        case .monthly:
            guard let wait = wait(nextMonth - anchor.monthIndex) else { return false }
            nextMonth += wait
        case .yearly:
            guard let wait = wait(date.year - anchor.year) else { return false }
            if wait > 0 { nextMonth = (date.year + wait) * 12 }
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
        frequency == .weekly ? anchor.number - Self.weekday(anchor.number) : anchor.number
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
