import Foundation
import Personnel

/// Instants as the clock on a zone's wall shows them.
struct ZonedTime {
    let zone: TimeZone
    private let calendar: Calendar

    init(zone: TimeZone) {
        self.zone = zone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// As "Thu 2026-10-01 06:00".
    func text(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .weekday], from: date)
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(names[(parts.weekday ?? 1) - 1]) \(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) "
            + "\(two(parts.hour)):\(two(parts.minute))"
    }

    /// For programs, as 2026-10-01T06:00:00+07:00.
    func iso(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// A day's first instant.
    func start(of day: CivilDate) -> Date? {
        calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day)).map(calendar.startOfDay)
    }
}
