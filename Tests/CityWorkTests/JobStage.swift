import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport

/// A city whose agencies have jobs, and a table in which a job's effect can be seen.
struct JobStage {
    let city: TestCity
    let agencies: [Agency]

    /// - Parameter ownRoles: for a test that suspends an agency, which is a matter of the whole server.
    static func make(_ codes: [String] = ["dinkes", "dlh"], ownRoles: Bool = false) async throws -> JobStage {
        let city = try await TestCity.make(connections: 20, ownRoles: ownRoles)
        var agencies: [Agency] = []
        for code in codes { agencies += try await city.add(code) }
        _ = try await city.psql(
            """
            create table effect (agency_id integer, job_id bigint, note text);
            grant select, insert on effect to medan_pool, medan_worker;
            """
        )
        return JobStage(city: city, agencies: agencies)
    }

    var own: Int32 { agencies[0].id }
    var scope: Scope { Principal.worker.scope(in: .medan) }

    func enqueue(_ requests: [JobRequest], onConflict: JobRequest.Conflict = .keep) async throws -> Int {
        try await city.connections.transaction(as: scope) { tx in try requests.enqueue(onConflict: onConflict, &tx) }
    }

    func worker(
        _ handlers: any JobHandler...,
        options: Worker.Options = Worker.Options(name: "test"),
        observe: @escaping @Sendable (Worker.Event) -> Void = { _ in }
    ) -> Worker {
        CityWorker(.medan, city.connections).worker(options, jobs: handlers, observe: observe)
    }

    /// Until it is so on the server; other tests go on meanwhile.
    func until(_ condition: SQL) async throws {
        let watch = city.superuser
        defer { watch.close() }
        let scope = Scope(role: nil, searchPath: ["medan"])
        while try await !watch.transaction(
            as: scope,
            { tx in try tx.one("select \(fragment: condition)", as: Bool.self) }
        ) { try await Task.sleep(for: .milliseconds(5)) }
    }

    func count(_ table: String, _ condition: String = "true") async throws -> Int {
        Int(try await city.psql("select count(*) from \(table) where \(condition)").dropLast()) ?? -1
    }
}

/// Does what a closure says, and leaves a row.
struct TestHandler: JobHandler {
    let kind: JobKind
    let body: @Sendable (Job, inout Transaction) async throws -> JobResult

    init(
        _ kind: JobKind,
        _ body: @escaping @Sendable (Job, inout Transaction) async throws -> JobResult = { _, _ in .done }
    ) {
        self.kind = kind
        self.body = body
    }

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        try tx.execute("insert into effect values (\(job.agency), \(job.id), \(job.payload.text))")
        return try await body(job, &tx)
    }
}

extension JobKind {
    /// Tried again at once.
    static func eager(
        _ name: String,
        batch: Int = 100,
        timeout: Duration = .seconds(60),
        errorLimit: Int = 3
    ) -> JobKind {
        JobKind(
            name,
            batch: batch,
            timeout: timeout,
            errorLimit: errorLimit,
            backOff: BackOff(first: .zero, limit: .zero)
        )
    }
}
