import Jobs
import LocalServer
import Postgres
import TestSupport

/// Teams that have jobs, in a database without a city, and a table in which a job's effect can be seen.
struct JobStage {
    let name: String
    let database: Database
    /// The teams' numbers.
    let agencies: [Int32]

    static func make(agencies count: Int32 = 2, connections: Int = 20) async throws -> JobStage {
        let name = try await JobSchema.make()
        let stage = JobStage(
            name: name,
            database: TestServer.shared.superuser(name, limit: connections),
            agencies: Array(1...count)
        )
        _ = try await stage.psql(
            """
            insert into team select generate_series(1, \(count));
            create table effect (agency_id integer, job_id bigint, note text);
            grant select, insert on effect to yard_pool, yard_worker
            """
        )
        return stage
    }

    var own: Int32 { agencies[0] }

    /// Sees the work of all, and none of their data.
    let scope = Scope(role: "yard_worker", searchPath: ["yard", "pg_temp"])
    /// Watches and plans.
    let office = Scope(role: "yard_personnel", searchPath: ["yard", "pg_temp"])

    /// One agency's data.
    static func scope(of agency: Int32) -> Scope {
        Scope(
            role: "yard_pool",
            searchPath: ["yard", "pg_temp"],
            settings: [Scope.Setting("mutasi.agency", Int(agency))]
        )
    }

    static let channel: Channel = "yard_jobs"

    static let active: ActiveAgencies = { tx in
        try tx.all("select team_id from team where state = 'active' order by team_id", as: Int32.self)
    }

    func enqueue(_ requests: [JobRequest], onConflict: JobRequest.Conflict = .keep) async throws -> Int {
        try await database.transaction(as: scope) { tx in try requests.enqueue(onConflict: onConflict, &tx) }
    }

    var schedules: ScheduleWork {
        ScheduleWork(database, worker: scope, agencies: Self.active, holidays: { _ in [] })
    }

    func worker(
        _ handlers: any JobHandler...,
        runs: [String: any RunHandler] = [:],
        options: Worker.Options = Worker.Options(name: "test"),
        observe: @escaping @Sendable (Worker.Event) -> Void = { _ in }
    ) -> Worker {
        Worker(
            WorkQueue(database, worker: scope, agency: Self.scope),
            handlers: runs,
            jobs: JobWork(
                database,
                worker: scope,
                agency: Self.scope,
                agencies: Self.active,
                channel: Self.channel,
                handlers: handlers
            ),
            schedules: schedules,
            options: options,
            observe: observe
        )
    }

    /// What `psql` prints for a statement as the superuser.
    func psql(_ statement: String) async throws -> String {
        try await TestServer.shared.psql(
            "set search_path to yard, pg_temp; \(statement)",
            uri: TestServer.shared.server.uri(database: name)
        )
    }

    /// Waits until the condition holds on the server; other tests go on meanwhile.
    func until(_ condition: SQL) async throws {
        let watch = TestServer.shared.superuser(name)
        defer { watch.close() }
        let scope = Scope(role: nil, searchPath: ["yard"])
        while try await !watch.transaction(
            as: scope,
            { tx in try tx.one("select \(fragment: condition)", as: Bool.self) }
        ) { try await Task.sleep(for: .milliseconds(5)) }
    }

    func count(_ table: String, _ condition: String = "true") async throws -> Int {
        Int(try await psql("select count(*) from \(table) where \(condition)").dropLast()) ?? -1
    }
}
