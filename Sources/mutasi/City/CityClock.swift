import CityDatabase
import Foundation
import Personnel
import Postgres

/// Today in the city. Only programs ask the clock; rules take the day as an argument.
enum CityClock {
    static var now: Instant { Instant(secondsSince1970: Date().timeIntervalSince1970) }

    static func today(in city: CityDatabase) async throws -> CivilDate { try await city.time().day(of: now) }

    /// The day that was given, or else today.
    static func day(_ given: CivilDate?, in city: CityDatabase) async throws -> CivilDate {
        if let given { return given }
        return try await today(in: city)
    }
}
