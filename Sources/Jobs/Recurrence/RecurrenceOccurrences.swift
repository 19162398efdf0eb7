public import Foundation
public import Postgres

extension Recurrence {
    /// The first occurrence later than `date`; nil when there is none, as of a rule for 30 February.
    ///
    /// - Parameters:
    ///   - date: an instant, which need not be an occurrence.
    ///   - isHoliday: whether a day is off besides Saturdays and Sundays; asked only when the rule shifts. It must answer the
    ///     same for the same day.
    public func next(after date: Date, isHoliday: (PostgresDate) -> Bool) -> Date? {
        instants(after: date, through: Date(timeIntervalSinceReferenceDate: .infinity), limit: 1, isHoliday).first
    }

    /// The occurrences from one instant through another, both included, ascending. All are held in memory.
    public func occurrences(
        from: Date,
        through: Date,
        isHoliday: (PostgresDate) -> Bool
    ) -> [Date] {
        // Occurrences lie on whole seconds: none is between `from` and the number before it.
        let before = Date(timeIntervalSinceReferenceDate: from.timeIntervalSinceReferenceDate.nextDown)
        return instants(after: before, through: through, limit: .max, isHoliday)
    }

    /// The first occurrences later than one instant, through another.
    func instants(
        after: Date,
        through: Date,
        limit: Int,
        _ isHoliday: (PostgresDate) -> Bool
    ) -> [Date] {
        // Beyond the days of a rule, with room for zones and shifts, an instant need not be told from another; nor must
        // it overflow. A NaN fails both comparisons.
        let earliest = Double(Self.days.lowerBound - 100) * 86_400
        let latest = Double(Self.days.upperBound + 100) * 86_400
        guard after.timeIntervalSinceReferenceDate < latest, through.timeIntervalSinceReferenceDate > earliest
        else { return [] }
        var newest = max(after.timeIntervalSinceReferenceDate, earliest)
        let end = min(through.timeIntervalSinceReferenceDate, until?.timeIntervalSinceReferenceDate ?? latest, latest)

        // Times on days before `firstDay` have passed; a shift brings days from up to its reach away.
        let clock = RecurrenceClock(zone)
        let (firstDay, lastDay) = (clock.day(at: newest), clock.day(at: end))
        var days = RecurrenceDays(self, from: shift == .next ? firstDay - RecurrenceWorkingDays.reach : firstDay)
        var workingDays = RecurrenceWorkingDays(shift)
        var movedBefore: Int?
        var found: [Date] = []
        while let day = days.next(), day <= lastDay + RecurrenceWorkingDays.reach {
            guard let moved = workingDays.moved(day, isHoliday), moved >= firstDay, moved != movedBefore
            else { continue }
            movedBefore = moved
            for hour in hours {
                for minute in minutes {
                    let local = Double(moved * 86_400 + hour * 3_600 + minute * 60)
                    let instant = clock.firstInstant(showing: local)
                    if instant > end { return found }
                    guard instant > newest else { continue }
                    newest = instant
                    found.append(Date(timeIntervalSinceReferenceDate: instant))
                    if found.count == limit { return found }
                }
            }
        }
        return found
    }
}
