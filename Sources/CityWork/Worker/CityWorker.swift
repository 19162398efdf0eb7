public import CityDatabase
public import Jobs
public import Postgres

/// Does the work of a city: its runs, its jobs, and the jobs that its schedules add.
public struct CityWorker: Sendable {
    private let city: City
    private let database: Database

    public init(_ city: City, _ database: Database) {
        self.city = city
        self.database = database
    }

    /// The jobs that every worker of a city does.
    public static let jobs: [any JobHandler] = [AddCycleJob(), CarryOutTransfersJob(), ForgetJobsJob()]

    /// A worker over all of the city's runs, and the jobs that `jobs` handle.
    public func worker(
        _ options: Worker.Options,
        jobs: [any JobHandler] = [],
        observe: @escaping @Sendable (Worker.Event) -> Void = { _ in }
    ) -> Worker {
        let city = city
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
            worker: Principal.worker.scope(in: city),
            agencies: Self.agencies,
            holidays: { tx in try Holidays.daysOff(&tx) }
        )
    }

    /// The agencies that workers do work for: no suspended or closed ones.
    private static let agencies: ActiveAgencies = { tx in
        try tx.all("select agency_id from agency where state = 'active' order by agency_id", as: Int32.self)
    }
}
