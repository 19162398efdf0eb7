public import Foundation
import Jobs
public import Personnel
public import Postgres
public import Texts

/// Instants as the clock on a zone's wall shows them.
public struct ZonedTime: Sendable {
    public let zone: TimeZone
    private let calendar: Calendar

    public init(zone: TimeZone) {
        self.zone = zone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// The city's own clock.
    public static let city = ZonedTime(zone: TimeZone(identifier: "Asia/Jakarta") ?? .gmt)

    /// As "2026-10-01 06:00"; "infinity" and "-infinity" as they are.
    public func minute(_ instant: Instant) -> String { instant.isFinite ? minute(instant.date) : "\(instant)" }

    /// As 2026-10-01T06:00:00+07:00; "infinity" and "-infinity" as they are.
    public func iso(_ instant: Instant) -> String { instant.isFinite ? iso(instant.date) : "\(instant)" }

    /// As "2026-10-01 06:00".
    public func minute(_ date: Date) -> String { String(iso(date).prefix(16)).replacing("T", with: " ") }

    /// As "Thu 2026-10-01 06:00", "Kam 2026-10-01 06:00".
    public func text(_ date: Date, _ language: Language) -> String {
        let names =
            switch language {
            case .indonesian: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"]
            case .english: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            }
        return "\(names[calendar.component(.weekday, from: date) - 1]) \(minute(date))"
    }

    /// The same in both languages.
    public func words(_ date: Date) -> Wording {
        Wording(indonesian: text(date, .indonesian), english: text(date, .english))
    }

    /// For programs, as 2026-10-01T06:00:00+07:00.
    public func iso(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
    }

    /// A day's first instant.
    public func start(of day: CivilDate) -> Date? {
        calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day)).map(calendar.startOfDay)
    }
}
