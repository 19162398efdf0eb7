public import CityDatabase
public import Jobs
public import Personnel
public import Postgres

/// A city's cycles as scheduled runs: where `Jobs` and `CityDatabase` meet.
public struct CycleRuns: Sendable {
    let city: CityDatabase
    private let database: Database

    /// - Parameter actor: who works, for the audit trail; nil for the login itself.
    public init(_ city: City, _ database: Database, actor: String? = nil) {
        self.city = CityDatabase(city, database, actor: actor)
        self.database = database
    }

    var doorbell: Doorbell { Doorbell(city.city, database) }

    /// Adds a cycle and schedules its phases, in one transaction. False when it is there already, with the same dates.
    ///
    /// - Parameter dryRun: does everything, keeps nothing.
    /// - Throws: `CityError` when it is there with other dates, or of a year that no cycle can have; nothing is changed.
    public func add(_ code: CycleCode, _ calendar: CycleCalendar, dryRun: Bool = false) async throws -> Bool {
        do {
            return try await city.transaction(as: .personnel) { tx in
                guard let known = try CyclePlan.add(code, calendar, &tx) else {
                    if dryRun { throw Rehearsal() }
                    return true
                }
                guard try Cycles.days(known, &tx) == calendar.days else {
                    throw CityError(
                        .conflict,
                        "cycle \(code) exists with other dates",
                        hint: "'mutasi cycle show \(code)' shows them; nothing was changed"
                    )
                }
                return false
            }
        } catch is Rehearsal {
            return true
        }
    }

    private struct Rehearsal: Error {}

    /// Makes the phases up to `phase` due now, and gives chunks that failed another chance.
    public func makeDue(_ code: CycleCode, through phase: CyclePhase) async throws {
        try await city.transaction(as: .worker) { tx in
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

    /// Runs that ended as failed, and why. What waits for them stays waiting until they are retried.
    public func failures() async throws -> [String] {
        try await city.transaction(as: .worker) { tx in try RunProgress.failed(&tx) }
    }

    /// A worker over all of the city's runs, and the jobs that `jobs` handle.
    public func worker(
        _ options: Worker.Options,
        jobs: [any JobHandler] = [],
        observe: @escaping @Sendable (Worker.Event) -> Void = { _ in }
    ) -> Worker {
        let city = city.city
        let scope = Principal.worker.scope(in: city)
        let queue = WorkQueue(
            database,
            worker: scope,
            agency: { Principal.agency($0).scope(in: city) }
        )
        return Worker(
            queue,
            handlers: [CyclePhaseHandler.kind: CyclePhaseHandler()],
            jobs: JobWork(
                database,
                worker: scope,
                agency: { Principal.agency($0).scope(in: city) },
                agencies: Self.agencies,
                channel: .jobs(of: city),
                handlers: jobs
            ),
            schedules: schedules,
            options: options,
            observe: observe
        )
    }

    /// A worker's part in the city's schedules.
    var schedules: ScheduleWork {
        ScheduleWork(
            database,
            worker: Principal.worker.scope(in: city.city),
            agencies: Self.agencies,
            holidays: { tx in try CitySchedules.daysOff(&tx) }
        )
    }

    /// Those that work is done for: not one that is suspended or closed.
    private static let agencies: ActiveAgencies = { tx in
        try tx.all("select agency_id from agency where state = 'active' order by agency_id", as: Int32.self)
    }

    /// The jobs that every worker of a city does.
    public static let jobs: [any JobHandler] = [AddCycleJob(), ForgetJobsJob()]
}

extension Doorbell {
    /// Rings for the workers of a city.
    public convenience init(_ city: City, _ database: Database) {
        self.init(database, scope: Principal.worker.scope(in: city), channel: .jobs(of: city))
    }
}

extension Channel {
    /// Where the workers of a city hear that there is something to do.
    public static func jobs(of city: City) -> Channel { Channel("mutasi_\(city.name)_jobs") }
}
