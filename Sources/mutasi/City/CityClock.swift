import CityWork
import Foundation
import Personnel
import Postgres

/// Today in the city. Only programs ask the clock; rules take the day as an argument.
enum CityClock {
    static var now: Instant { Instant(secondsSince1970: Date().timeIntervalSince1970) }
    static var today: CivilDate { CycleCalendar.day(of: now) }
}
