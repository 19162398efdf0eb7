public import CityDatabase
public import Foundation
public import Jobs
public import Personnel
public import Postgres
import Texts

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

    /// Checks whether a schedule can be added.
    ///
    /// - Throws: `CityError` when no worker does such jobs, or none does them by such a plan.
    public func check(_ schedule: Schedule) async throws {
        guard let handler = CityWorker.jobs.first(where: { $0.kind.name == schedule.kind }) else {
            throw CityError(
                .scheduleKindUnknown,
                [
                    "kind": .text(schedule.kind),
                    "kinds": .text(CityWorker.jobs.map(\.kind.name).joined(separator: ", ")),
                ]
            )
        }
        do throws(JobRefusal) {
            try (handler as? any ScheduleChecking)?.check(schedule)
        } catch {
            throw CityError(
                .scheduleRefused,
                ["reason": .wording(Self.wording(of: error))]
            )
        }
        guard handler is AddCycleJob else { return }
        let zone = try await city.time().zone
        guard schedule.recurrence.zone == zone else {
            throw CityError(.scheduleZone, ["zone": .text(zone.identifier)])
        }
    }

    /// - Throws: `CityError` when a schedule with this name exists.
    public func add(_ schedule: Schedule) async throws {
        let added = try await city.transaction(as: .personnel) { tx in try Self.schedules(&tx).add(schedule, &tx) }
        guard added else {
            throw CityError(.scheduleExists, ["schedule": .text(schedule.name)])
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
                throw CityError(.schedulePaused, ["schedule": .text(name)])
            }
        }
    }

    /// Goes on with the first occurrence from now on, and returns it.
    @discardableResult
    public func resume(_ name: String) async throws -> Instant? {
        try await city.transaction(as: .personnel) { tx in
            try Self.schedules(&tx).resume(try Self.find(name, &tx), &tx)
            return try Self.find(name, &tx).nextAt
        }
    }

    /// Jobs that the schedule added stay.
    public func remove(_ name: String) async throws {
        try await city.transaction(as: .personnel) { tx in
            guard try Schedules.remove(name, &tx) else { throw try Self.unknown(name, &tx) }
        }
    }

    /// The occurrences from one instant through another, and how many of them will be made up for: those that did not
    /// fire.
    ///
    /// Future occurrences are left out.
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
                throw CityError(.scheduleTooMany)
            }
            return (dates, dryRun ? 0 : try schedules.backfill(record, dates, &tx))
        }
    }

    // MARK: - Holidays

    public func holidays(_ year: Int?) async throws -> [Holiday] {
        try await city.transaction(as: .personnel) { tx in try Holidays.list(year, &tx) }
    }

    /// Adds days or gives them another name, and moves the schedules that avoid days off; returns how many days and
    /// schedules changed.
    public func set(_ holidays: [Holiday]) async throws -> (days: Int, schedules: Int) {
        try await city.transaction(as: .personnel) { tx in
            let days = try Holidays.set(holidays, &tx)
            return (days, try Self.schedules(&tx).moveToCalendar(&tx))
        }
    }

    /// Returns how many schedules moved.
    ///
    /// - Throws: `CityError` when the day is not a holiday.
    @discardableResult
    public func removeHoliday(_ day: CivilDate) async throws -> Int {
        try await city.transaction(as: .personnel) { tx in
            guard try Holidays.remove(day, &tx) else {
                throw CityError(.holidayUnknown, ["day": "\(day)"])
            }
            return try Self.schedules(&tx).moveToCalendar(&tx)
        }
    }

    // MARK: -

    /// A refusal is kept with its job in English.
    private static func wording(of refusal: JobRefusal) -> Wording {
        TextCatalogue.findings.wording(ofEnglish: refusal.reason) { $0.hasPrefix("work.") } ?? Wording(refusal.reason)
    }

    private static func schedules(_ tx: inout Transaction) throws -> Schedules {
        Schedules(holidays: try Holidays.daysOff(&tx))
    }

    private static func find(_ name: String, _ tx: inout Transaction) throws -> ScheduleRecord {
        guard let record = try Schedules.find(name, &tx) else { throw try unknown(name, &tx) }
        return record
    }

    private static func unknown(_ name: String, _ tx: inout Transaction) throws -> CityError {
        let names = try tx.all("select name from schedule order by name", as: String.self)
        return CityError.unknown(.scheduleUnknown, .scheduleUnknownSimilar, "schedule", name, known: names)
    }
}
