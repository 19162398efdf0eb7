public import CityDatabase
public import Jobs
import Postgres

/// What a server's clock has left that was ahead for a while, for whoever looks while no worker puts it right.
public struct ClockTraces: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Chunks of runs and jobs, by kind; none when all is well.
    public func work() async throws -> [ClockTrace] {
        try await city.transaction(as: .worker) { tx in try ClockTrace.look(&tx) }
    }

    /// Those of the schedules that leave occurrences out until their next one.
    public func schedules(among records: [ScheduleRecord]) async throws -> [ScheduleRecord] {
        try await city.transaction(as: .personnel) { tx in
            try Schedules(holidays: try Holidays.daysOff(&tx)).farAhead(records, &tx)
        }
    }
}
