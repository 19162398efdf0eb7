public import CityDatabase
public import Jobs
import Postgres

/// What a server's clock has left behind after it was ahead for a while, shown while no worker corrects it.
public struct ClockTraces: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Chunks of runs and jobs, by kind; none when all is well.
    public func work() async throws -> [ClockTrace] {
        try await city.transaction(as: .worker) { tx in try ClockTrace.look(&tx) }
    }

    /// The schedules that skip occurrences until their next one.
    public func schedules(among records: [ScheduleRecord]) async throws -> [ScheduleRecord] {
        try await city.transaction(as: .personnel) { tx in
            try Schedules(holidays: try Holidays.daysOff(&tx)).farAhead(records, &tx)
        }
    }
}
