public import CityDatabase
public import Foundation
public import Jobs
public import Personnel
public import Postgres

/// A city's schedules and the calendar of holidays they follow. Changes are made as the personnel agency.
public struct CitySchedules: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    // MARK: - Schedules

    /// The first occurrences of a rule from an instant on, by the city's calendar.
    public func occurrences(of recurrence: Recurrence, from date: Date, count: Int) async throws -> [Date] {
        try await city.transaction(as: .personnel) { tx in
            try Self.schedules(&tx).occurrences(of: recurrence, from: date, count: count)
        }
    }

    /// Whether a schedule can be added.
    ///
    /// - Throws: `CityError` when no worker does such jobs, or not as it is planned.
    public func check(_ schedule: Schedule) async throws {
        guard let handler = CycleRuns.jobs.first(where: { $0.kind.name == schedule.kind }) else {
            throw CityError(
                .input,
                "there are no jobs of the kind \(schedule.kind)",
                hint: "there are \(CycleRuns.jobs.map(\.kind.name).joined(separator: ", "))"
            )
        }
        do throws(JobRefusal) {
            try (handler as? any ScheduleChecking)?.check(schedule)
        } catch {
            throw CityError(.input, error.reason, hint: "see 'mutasi schedule add --help'")
        }
        guard handler is AddCycleJob else { return }
        let zone = try await city.time().zone
        guard schedule.recurrence.zone == zone else {
            throw CityError(
                .input,
                "a cycle is the city's and goes by its days: in the zone \(zone.identifier)",
                hint: "see 'mutasi schedule add --help'"
            )
        }
    }

    /// - Throws: `CityError` when there is a schedule of the name.
    public func add(_ schedule: Schedule) async throws {
        let added = try await city.transaction(as: .personnel) { tx in try Self.schedules(&tx).add(schedule, &tx) }
        guard added else {
            throw CityError(
                .conflict,
                "there is a schedule \(schedule.name) already",
                hint: "'mutasi schedule show \(schedule.name)' shows it; to change it, remove it and add it again"
            )
        }
    }

    /// All schedules by name, and the names of those that this program cannot read.
    public func list() async throws -> (records: [ScheduleRecord], broken: [String]) {
        try await city.transaction(as: .personnel) { tx in try Schedules.list(&tx) }
    }

    /// A schedule with its newest occurrences, the last first.
    public func show(_ name: String, limit: Int) async throws -> (ScheduleRecord, [ScheduleOccurrence]) {
        try await city.transaction(as: .personnel) { tx in
            let record = try Self.find(name, &tx)
            return (record, try Schedules.history(record, limit: limit, &tx))
        }
    }

    /// - Throws: `CityError` when it is paused already.
    public func pause(_ name: String, note: String?) async throws {
        try await city.transaction(as: .personnel) { tx in
            guard try Self.schedules(&tx).pause(try Self.find(name, &tx), note: note, &tx) else {
                throw CityError(
                    .conflict,
                    "schedule \(name) is paused already; nothing was changed",
                    hint: "'mutasi schedule list' shows why, 'mutasi schedule resume \(name)' lets it go on"
                )
            }
        }
    }

    /// Goes on with the first occurrence from now on, which is returned.
    @discardableResult
    public func resume(_ name: String) async throws -> Instant? {
        try await city.transaction(as: .personnel) { tx in
            try Self.schedules(&tx).resume(try Self.find(name, &tx), &tx)
            return try Self.find(name, &tx).nextAt
        }
    }

    /// Jobs that it enqueued stay.
    public func remove(_ name: String) async throws {
        try await city.transaction(as: .personnel) { tx in
            guard try Schedules.remove(name, &tx) else { throw Self.unknown(name) }
        }
    }

    /// The occurrences from one instant through another, and how many of them will be made up for: not those that fired.
    ///
    /// What is still to come is left out.
    ///
    /// - Throws: `CityError` for more than 1,000 occurrences.
    public func backfill(
        _ name: String,
        from: Date,
        through: Date,
        dryRun: Bool = false
    ) async throws -> (occurrences: [Date], count: Int) {
        try await city.transaction(as: .personnel) { tx in
            let record = try Self.find(name, &tx)
            let now = try tx.one("select clock_timestamp()", as: Instant.self)
            let schedules = try Self.schedules(&tx)
            let dates = schedules.occurrences(of: record.schedule.recurrence, from: from, count: 1_001)
                .filter { $0 <= min(through, now.date) }
            guard dates.count <= 1_000 else {
                throw CityError(.input, "these are more than 1,000 occurrences", hint: "make up for less at a time")
            }
            return (dates, dryRun ? 0 : try schedules.backfill(record, dates, &tx))
        }
    }

    // MARK: - Holidays

    public func holidays(_ year: Int?) async throws -> [Holiday] {
        try await city.transaction(as: .personnel) { tx in try Holidays.list(year, &tx) }
    }

    /// Adds days or gives them another name, and moves the schedules that avoid days off; how many days and schedules changed.
    public func set(_ holidays: [Holiday]) async throws -> (days: Int, schedules: Int) {
        try await city.transaction(as: .personnel) { tx in
            let days = try Holidays.set(holidays, &tx)
            return (days, try Self.schedules(&tx).moveToCalendar(&tx))
        }
    }

    /// How many schedules moved.
    ///
    /// - Throws: `CityError` when the day is no holiday.
    @discardableResult
    public func removeHoliday(_ day: CivilDate) async throws -> Int {
        try await city.transaction(as: .personnel) { tx in
            guard try Holidays.remove(day, &tx) else {
                throw CityError(.notFound, "\(day) is no holiday", hint: "'mutasi holiday list' shows them")
            }
            return try Self.schedules(&tx).moveToCalendar(&tx)
        }
    }

    // MARK: -

    static func daysOff(_ tx: inout Transaction) throws -> Set<PostgresDate> {
        Set(try tx.all("select day from holiday", as: PostgresDate.self))
    }

    private static func schedules(_ tx: inout Transaction) throws -> Schedules {
        Schedules(holidays: try daysOff(&tx))
    }

    private static func find(_ name: String, _ tx: inout Transaction) throws -> ScheduleRecord {
        guard let record = try Schedules.find(name, &tx) else { throw unknown(name) }
        return record
    }

    private static func unknown(_ name: String) -> CityError {
        CityError(
            .notFound,
            "there is no schedule \(name)",
            hint: "'mutasi schedule list' shows them; one that cannot be read is to be removed and added again"
        )
    }
}
