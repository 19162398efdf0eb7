import Postgres

/// Moves a rule's days, asked for in ascending order, to working days.
///
/// It remembers the last run of days off, so that even a calendar that holds only holidays is asked once for each day.
struct RecurrenceWorkingDays {
    /// How far a working day is looked for, in days. Long holidays of offices last about two weeks.
    static let reach = 60

    private let shift: Recurrence.Shift
    /// The last day of the run of days off.
    private var offThrough = Int.min
    /// The working day before that run, if within reach.
    private var before: Int?

    init(_ shift: Recurrence.Shift) {
        self.shift = shift
    }

    /// The day number `day` moves to, never before one moved earlier; nil when no working day is in reach.
    mutating func moved(_ day: Int, _ isHoliday: (PostgresDate) -> Bool) -> Int? {
        switch shift {
        case .none:
            return day
        case .next:
            var candidate = max(day, offThrough + 1)
            while candidate <= day + Self.reach {
                if isWorking(candidate, isHoliday) { return candidate }
                offThrough = candidate
                candidate += 1
            }
            return nil
        case .previous:
            var candidate = day
            while candidate >= day - Self.reach, candidate > offThrough {
                if isWorking(candidate, isHoliday) {
                    before = candidate
                    offThrough = day
                    return candidate
                }
                candidate -= 1
            }
            offThrough = day
            if let known = before, known < day - Self.reach { before = nil }
            return before
        }
    }

    private func isWorking(_ number: Int, _ isHoliday: (PostgresDate) -> Bool) -> Bool {
        guard RecurrenceDays.weekday(number) < 5 else { return false }
        return !isHoliday(PostgresDate(number: number))
    }
}
