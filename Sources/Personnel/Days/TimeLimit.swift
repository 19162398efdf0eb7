/// A time limit in days, of which the rules often do not say whether they are calendar days or working days.
public enum TimeLimit: Sendable, Hashable {
    case calendarDays(Int)
    case workingDays(Int)

    /// The last day on which it is kept. The day of receipt does not count; a limit in calendar days does not wait for
    /// the next working day.
    public func lastDay(from receipt: CivilDate, calendar: WorkingCalendar) -> CivilDate {
        switch self {
        case .calendarDays(let days): receipt + days
        case .workingDays(let days): calendar.day(days, after: receipt)
        }
    }
}
