import CityWork
import Foundation
public import Personnel
public import Postgres

/// Today in the city. Only programs ask the clock; rules take the day as an argument.
public enum CityClock {
    public static var now: Instant { Instant(secondsSince1970: Date().timeIntervalSince1970) }
    public static var today: CivilDate { CycleCalendar.day(of: now) }

    /// The city's time to the minute, as "2026-10-15 00:00".
    public static func minute(of instant: Instant) -> String { String(text(of: instant).prefix(16)) }

    /// The city's time to the second, as "2026-10-15T00:00:00+07:00"; "infinity" and "-infinity" as they are.
    public static func iso(_ instant: Instant) -> String {
        guard instant.isFinite else { return instant == .infinity ? "infinity" : "-infinity" }
        return text(of: instant).prefix(19).replacing(" ", with: "T") + "+07:00"
    }

    private static func text(of instant: Instant) -> String {
        let isMoment = instant.isFinite
        let offset: Int64 = isMoment ? 7 * 3_600 * 1_000_000 : 0
        return "\(PostgresTimestamp(microsecondsSince2000: instant.microsecondsSince2000 + offset))"
    }
}
