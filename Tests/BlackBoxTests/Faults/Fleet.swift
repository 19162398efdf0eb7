import Foundation
import LocalServer
import Postgres
import TestSupport

/// Three workers of one database, and the state of their work as the server sees it.
final class Fleet {
    struct Worker {
        let name: String
        let process: ChildProcess
        let log: String

        func send(_ signal: Int32) { process.send(signal) }

        /// Its exit status; nil when a signal ended it.
        @discardableResult
        func end() async throws -> Int32? {
            _ = try await BlockingWork.run { [process] in process.waitForEnd(within: .seconds(600)) }
            return process.exitStatus
        }
    }

    struct Progress: Sendable {
        let jobs: Int
        let keys: Int
    }

    private(set) var workers: [Worker] = []
    private let server: ScratchServer
    private let name: String
    private let probe: Program
    private let chunkSize: Int
    private let jobMilliseconds: Int
    private let clocks: [[String: String]]
    private let watch: Database
    private let folder: ScratchDirectory
    private var count = 0
    private static let scope = Scope(role: nil, searchPath: ["medan"])

    /// - Parameter clocks: additions to each worker's environment, in order, which give it another time of day than the
    ///   true one.
    init(
        _ server: ScratchServer,
        _ name: String,
        _ probe: Program,
        _ chunkSize: Int,
        jobMilliseconds: Int,
        clocks: [[String: String]] = [[:]]
    ) throws {
        self.server = server
        self.name = name
        self.probe = probe
        self.chunkSize = chunkSize
        self.jobMilliseconds = jobMilliseconds
        self.clocks = clocks
        folder = try ScratchDirectory()
        watch = Database(ConnectionOptions(uri: server.uri(database: name)), limits: PoolLimits(maximum: 2))
    }

    deinit { watch.close() }

    func start() throws {
        count += 1
        let worker = "\(name)-\(count)"
        var environment = [
            "PROBE_DATABASE": server.uri(database: name, user: "medan_daemon"), "PROBE_NAME": worker,
            "PROBE_CHUNK_SIZE": "\(chunkSize)", "PROBE_JOB_MILLISECONDS": "\(jobMilliseconds)",
        ]
        environment.merge(clocks[count % clocks.count]) { $1 }
        let log = folder.file(worker)
        workers.append(
            Worker(name: worker, process: try ChildProcess(probe, environment: environment, log: log), log: log)
        )
    }

    /// The exit status of the newest worker.
    func end() async throws -> Int32? { try await workers.last?.end() }

    /// The log of the newest worker.
    var lastWords: String { workers.last.flatMap { try? String(contentsOfFile: $0.log, encoding: .utf8) } ?? "" }

    func killAll() {
        for worker in workers { worker.send(SIGKILL) }
    }

    /// Waits until a part of all is done; workers that have ended are replaced.
    func work(until part: Double, of total: Progress) async throws {
        while true {
            try replaceEnded()
            let now = try await progress()
            let done = Double(now.jobs) / Double(total.jobs) + Double(now.keys) / Double(total.keys)
            if done / 2 >= part { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func replaceEnded() throws {
        for index in workers.indices where !workers[index].process.isRunning {
            try start()
            workers[index] = workers.removeLast()
        }
    }

    func progress() async throws -> Progress {
        let (jobs, keys) = try await ask(
            """
            select (select count(*) from job_history),
                (select coalesce(sum(processed), 0)::bigint from run_chunk where state = 'done')
            """,
            as: (Int, Int).self
        )
        return Progress(jobs: jobs, keys: keys)
    }

    /// A worker's claims and the statements of its sessions, at this moment.
    func state(of worker: Worker) async throws -> String {
        let (isThere, jobs, chunks, activity) = try await ask(
            """
            select w.worker_id is not null,
                exists (select from job j where j.worker_id = w.worker_id),
                exists (select from run_chunk c where c.worker_id = w.worker_id and c.state = 'running'),
                (
                    select case
                        when bool_or(a.state = 'active' and a.query ~ 'finish_jobs|set state = |commit') then 'finishing'
                        when bool_or(a.state = 'active' and a.query ~ 'claim_jobs|update run_chunk c') then 'claiming'
                        when bool_or(a.state = 'active') then 'in a statement'
                        when bool_or(a.state ~ 'in transaction' and a.query !~ 'lock_worker|select 1') then 'between statements'
                        else 'quiet'
                    end
                    from pg_stat_activity a where a.application_name = \(worker.name) and a.datname = current_database()
                )
            from (values (0)) o
            left join lateral (
                select worker_id from worker where name = \(worker.name) order by worker_id desc limit 1
            ) w on true
            """,
            as: (Bool, Bool, Bool, String).self
        )
        let hand =
            switch (jobs, chunks) {
            case (true, true): "jobs and a chunk in hand"
            case (true, false): "jobs in hand"
            case (false, true): "a chunk in hand"
            case (false, false): isThere ? "nothing in hand" : "before it began"
            }
        return "\(hand), \(activity)"
    }

    /// A worker that the others know, and that perhaps holds a claim at this moment; nil when nothing is left to do.
    func working(holds: Bool) async throws -> Worker? {
        while try await !hasNothingLeft() {
            try replaceEnded()
            let names = try await ask(
                """
                select coalesce(array_agg(w.name), '{}') from worker w where \(!holds) or \(fragment: Self.holds)
                """,
                as: [String].self
            )
            if let worker = workers.filter({ names.contains($0.name) }).randomElement() { return worker }
            try await Task.sleep(for: .milliseconds(2))
        }
        return nil
    }

    private static let holds: SQL = """
        (
            exists (select from job j where j.worker_id = w.worker_id)
            or exists (select from run_chunk c where c.worker_id = w.worker_id and c.state = 'running')
        )
        """

    func untilNothing(isHeldBy worker: Worker) async throws {
        while try await ask(
            """
            select exists (
                select from worker w where w.name = \(worker.name) and \(fragment: Self.holds)
            )
            """,
            as: Bool.self
        ) {
            // A living worker must be there to take over.
            try replaceEnded()
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Sends jobs again that are dead because they outlived five workers; returns how many.
    func redrive() async throws -> Int {
        try await ask(
            """
            select coalesce(sum(redrive_jobs(agency_id, jobs)), 0)::bigint from (
                select agency_id, array_agg(job_id) as jobs from job_history where outcome = 'dead' group by agency_id
            ) d
            """,
            as: Int.self
        )
    }

    func cut(_ worker: Worker) async throws {
        _ = try await ask(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where application_name = \(worker.name) and datname = current_database()
            """,
            as: Int.self
        )
    }

    /// The rows of each table that a cycle fills, of the jobs and of what they left.
    func rows() async throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for table in CycleTables.names {
            rows[table] = try await ask("select count(*) from \(identifier: Identifier(table))", as: Int.self)
        }
        let (effects, distinct, done) = try await ask(
            """
            select count(*), count(distinct note), (select count(*) from job_history where outcome = 'done') from effect
            """,
            as: (Int, Int, Int).self
        )
        rows["effects"] = effects
        rows["distinct effects"] = distinct
        rows["jobs done"] = done
        return rows
    }

    func digest() async throws -> String {
        try await server.run("set search_path to medan; \(CycleTables.digest)", database: name)
    }

    func hasNothingLeft() async throws -> Bool {
        try await ask(
            """
            select not exists (select from job)
                and not exists (select from run where state <> 'done')
                and not exists (select from run_chunk where state not in ('done', 'split'))
            """,
            as: Bool.self
        )
    }

    /// Repeats the question while the server is away.
    private func ask<each Column: PostgresDecodable & Sendable>(
        _ query: SQL,
        as type: (repeat each Column).Type
    ) async throws -> (repeat each Column) {
        while true {
            do {
                return try await watch.transaction(as: Self.scope) { tx in try tx.one(query, as: type) }
            } catch let error as PostgresError where error.isUnavailable {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
