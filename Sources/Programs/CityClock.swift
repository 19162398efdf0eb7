import CycleRuns
import Foundation
public import Personnel
public import Postgres

/// Today in the city. Only programs ask the clock; rules take the day as an argument.
public enum CityClock {
    public static var now: Instant { Instant(secondsSince1970: Date().timeIntervalSince1970) }
    public static var today: CivilDate { CycleCalendar.day(of: now) }
}
