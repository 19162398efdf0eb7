public import CityDatabase
public import Jobs
public import Personnel
public import Postgres
import Texts

/// A city's cycles as scheduled runs: where `Jobs` and `CityDatabase` meet.
public struct CycleRuns: Sendable {
    let city: CityDatabase
    private let database: Database

    /// - Parameter actor: the person who works, for the audit trail; nil for the login itself.
    public init(_ city: City, _ database: Database, actor: String? = nil) {
        self.city = CityDatabase(city, database, actor: actor)
        self.database = database
    }

    var doorbell: Doorbell { Doorbell(city.identity, database) }

    /// Adds a cycle and schedules its phases, in one transaction. False when it exists with the same dates.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when it exists with other dates, or its year is not possible for a cycle; nothing is
    ///   changed.
    public func add(_ code: CycleCode, _ calendar: CycleCalendar, dryRun: Bool = false) async throws -> Bool {
        do {
            return try await city.transaction(as: .personnel) { tx in
                guard let known = try CyclePlan.add(code, calendar, &tx) else {
                    if dryRun { throw Rehearsal() }
                    return true
                }
                guard try Cycles.days(known, &tx) == calendar.days else {
                    throw CityError(.cycleDatesDiffer, ["cycle": "\(code)"])
                }
                return false
            }
        } catch is Rehearsal {
            return true
        }
    }

    struct Rehearsal: Error {}

    /// Makes the phases up to `phase` due now, and gives failed chunks another chance.
    ///
    /// - Parameter reason: why they do not wait for their days, for the audit trail; nil where none is early.
    public func makeDue(_ code: CycleCode, through phase: CyclePhase, reason: String? = nil) async throws {
        try await city.transaction(as: .worker) { tx in
            if let reason { try tx.execute("select set_config('mutasi.purpose', \(reason), true)") }
            try RunPlan.advance(
                kind: CyclePhaseHandler.kind,
                subject: code.description,
                through: Int16(phase.ordinal),
                &tx
            )
            try Run.retryFailed(kind: CyclePhaseHandler.kind, subject: code.description, &tx)
        }
    }

    public func progress(_ code: CycleCode) async throws -> [RunProgress] {
        try await city.transaction(as: .worker) { tx in
            try RunProgress.of(kind: CyclePhaseHandler.kind, subject: code.description, &tx)
        }
    }

    /// Runs that failed, and why. Runs that wait for them keep waiting until the failed ones are retried.
    public func failures() async throws -> [String] {
        try await city.transaction(as: .worker) { tx in try RunProgress.failed(&tx) }
    }
}
