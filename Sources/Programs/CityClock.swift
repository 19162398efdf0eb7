import CityWork
import Foundation
import Jobs
public import Personnel
public import Postgres

/// Today in the city. Only programs ask the clock; rules take the day as an argument.
public enum CityClock {
    public static var now: Instant { Instant(secondsSince1970: Date().timeIntervalSince1970) }
    public static var today: CivilDate { CycleCalendar.day(of: now) }

    /// The city's time to the minute, as "2026-10-15 00:00"; "infinity" and "-infinity" as they are.
    public static func minute(of instant: Instant) -> String {
        instant.isFinite ? time.minute(instant.date) : "\(instant)"
    }

    /// The city's time to the second, as "2026-10-15T00:00:00+07:00"; "infinity" and "-infinity" as they are.
    public static func iso(_ instant: Instant) -> String {
        instant.isFinite ? time.iso(instant.date) : "\(instant)"
    }

    private static let time = ZonedTime(zone: TimeZone(identifier: "Asia/Jakarta") ?? .gmt)
}
