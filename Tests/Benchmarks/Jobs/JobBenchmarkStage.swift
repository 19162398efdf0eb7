import CityDatabase
import CityWork
import Foundation
import Jobs
import LocalServer
import Personnel
import Postgres
import Synchronization
import TestSupport

/// A city of 52 agencies on a server of its own, set as deploy/README.md advises, whose jobs are measured. Commits wait for the
/// disk, as in life.
struct JobBenchmarkStage {
    let server: LocalServer
    let superuser: Database
    let database: Database
    let uri: String
    let agencies: [Int32]

    static let scope = Principal.worker.scope(in: .medan)

    static func with(connections: Int, _ body: (JobBenchmarkStage) async throws -> Void) async throws {
        let server = try LocalServer.forBenchmark([
            "shared_buffers": "512MB", "jit": "off", "max_wal_size": "4GB", "autovacuum_naptime": "10s",
        ])
        defer { server.discard() }
        try server.createDatabase("jobs")
        let superuser = Database(ConnectionOptions(uri: server.uri(database: "jobs")))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let uri = server.uri(database: "jobs", user: "medan_daemon")
        let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: connections))
        let agencies = try await add(to: server, database)
        let stage = JobBenchmarkStage(
            server: server,
            superuser: superuser,
            database: database,
            uri: uri,
            agencies: agencies
        )
        try await body(stage)
        superuser.close()
        database.close()
    }

    private static func add(to server: LocalServer, _ database: Database) async throws -> [Int32] {
        let admin = Database(ConnectionOptions(uri: server.uri(database: "jobs", user: "medan_admin")))
        let agencies = (1...52)
            .compactMap { number in
                AgencyCode("agency-\(number)")
                    .map { AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas") }
            }
        _ = try await Agencies(CityDatabase(.medan, admin)).add(agencies)
        admin.close()
        return try await database.transaction(as: scope) { tx in
            _ = try tx.execute("select rescue_jobs(5)")
            return try tx.all("select agency_id from job_turn where agency_id > 0 order by 1", as: Int32.self)
        }
    }

    /// 1,000 a statement and a transaction, the agencies in turns.
    func enqueue(_ count: Int, of agencies: [Int32]) async throws {
        for first in stride(from: 0, to: count, by: 1000) {
            let requests = (first..<min(first + 1000, count))
                .map { JobRequest(agency: agencies[$0 % agencies.count], kind: "noop") }
            try await database.transaction(as: Self.scope) { tx in _ = try requests.enqueue(&tx) }
        }
    }

    /// Milliseconds from enqueueing to the start, of jobs that come one at a time, fifty a second.
    func delays(of count: Int, for agency: Int32, _ handler: NoOp) async throws -> [Double] {
        let sender = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 2))
        defer { sender.close() }
        let bell = Doorbell(.medan, sender)
        let before = handler.started.all.count
        var sent: [(payload: String, at: Double)] = []
        for number in 0..<count {
            try await Task.sleep(for: .milliseconds(20))
            let payload = "\(before + number)"
            sent.append((payload, ProcessReading.now.seconds))
            try await sender.transaction(as: Self.scope) { tx in
                _ = try [JobRequest(agency: agency, kind: "noop", payload: JSONDocument(text: payload))].enqueue(&tx)
            }
            await bell.ring()
        }
        while handler.started.all.count < before + count { try await Task.sleep(for: .milliseconds(5)) }
        let starts = handler.started.all
        return sent.compactMap { payload, at in starts[payload].map { ($0 - at) * 1000 } }
    }

    func one<Value: PostgresDecodable & Sendable>(_ query: SQL, as _: Value.Type = Value.self) async throws -> Value {
        try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
            try tx.one(query, as: Value.self)
        }
    }
}

/// Does nothing, or waits a little, and notes when the jobs with a payload began.
struct NoOp: JobHandler {
    let kind: JobKind
    let time: Duration
    let count = Tally()
    let started = Starts()

    init(batch: Int = 500, time: Duration = .zero) {
        kind = JobKind("noop", batch: batch)
        self.time = time
    }

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        count.add()
        if job.payload.text != "{}" {
            started.note(job.payload.text)
        } else if time > .zero {
            try await Task.sleep(for: time)
        }
        return .done
    }

    /// When each job was begun, by its payload.
    final class Starts: Sendable {
        private let times = Mutex<[String: Double]>([:])

        func note(_ payload: String) {
            let now = ProcessReading.now.seconds
            times.withLock { $0[payload] = now }
        }

        var all: [String: Double] { times.withLock { $0 } }
    }
}

extension [Double] {
    /// The 50th and the 99th of a hundred, of an ascending list.
    var percentiles: String {
        guard !isEmpty else { return "none" }
        return "\(self[count / 2].text(1)) \(self[count * 99 / 100].text(1))"
    }
}
