import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing

/// Three workers share jobs of several agencies. At random moments one is killed, or stopped for longer than its lease and
/// then continued, or its connections are cut. In the end each job has left its row once.
///
/// `MUTASI_JOB_FAULTS` says how many times (12).
@Suite("Jobs under faults", .timeLimit(.minutes(60)))
struct JobFaultTests {
    private enum Fault: CaseIterable { case kill, stop, cut }

    private let probe = Program.built("jobs-probe")
    private let faults = ProcessInfo.processInfo.environment["MUTASI_JOB_FAULTS"].flatMap { Int($0) } ?? 12
    private var jobs: Int { max(3_000, faults * 60) }

    @Test("killed, stopped and cut off, again and again, three workers lose no job and repeat none")
    func faulted() async throws {
        let city = try await TestCity.make(connections: 4)
        let agencies = try await city.add("dinkes", "dlh", "dishub", "dinsos")
        _ = try city.psql(
            """
            create table effect (agency_id integer, job_id bigint, note text);
            grant select, insert on effect to medan_pool, medan_worker;
            insert into job (agency_id, kind, payload)
            select (array[\(agencies.map { "\($0.id)" }.joined(separator: ","))])[1 + i % 4], 'mark', to_jsonb(i)
            from generate_series(1, \(jobs)) i;
            """
        )
        let watch = city.superuser
        let scope = Scope(role: nil, searchPath: ["medan"])
        func ask<Value: PostgresDecodable & Sendable>(_ query: SQL, as _: Value.Type) async throws -> Value {
            try await watch.transaction(as: scope) { tx in try tx.one(query, as: Value.self) }
        }

        var number = 0
        func start() throws -> (String, RunningProgram) {
            number += 1
            let name = "probe-\(number)"
            return (name, try probe.start([city.uri(user: "medan_daemon"), name]))
        }
        var workers = try (0..<3).map { _ in try start() }
        defer {
            for (_, worker) in workers where worker.process.isRunning {
                kill(worker.process.processIdentifier, SIGKILL)
            }
        }
        var hits: [String: Int] = [:]
        var random = SystemRandomNumberGenerator()
        for fault in 1...faults {
            // Spread over the work; the last ones strike before it is done.
            let mark = jobs * fault / (faults + 1)
            while try await ask("select count(*) from job_history", as: Int.self) < mark {
                // One that was cut off before it had begun gives up, as it should.
                for index in workers.indices where !workers[index].1.process.isRunning { workers[index] = try start() }
            }
            let index = Int.random(in: 0..<3, using: &random)
            let (name, victim) = workers[index]
            let process = victim.process.processIdentifier
            let kind = try #require(Fault.allCases.randomElement(using: &random))
            let claims: SQL = "select count(*) from job j join worker w using (worker_id) where w.name = \(name)"
            switch kind {
            case .kill:
                kill(process, SIGKILL)
                victim.process.waitUntilExit()
            case .stop: kill(process, SIGSTOP)
            case .cut:
                _ = try await ask(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where usename = 'medan_daemon' and datname = current_database()
                    """,
                    as: Int.self
                )
            }
            let held = try await ask(claims, as: Int.self)
            hits["\(kind) with \(held == 0 ? "nothing" : "jobs") in hand", default: 0] += 1
            if kind == .stop {
                // The others take over what it has, before it goes on with what it believes.
                while try await ask(claims, as: Int.self) > 0 {
                    for other in workers.indices where !workers[other].1.process.isRunning {
                        workers[other] = try start()
                    }
                }
                kill(process, SIGCONT)
            }
            if !workers[index].1.process.isRunning { workers[index] = try start() }
        }
        for (_, worker) in workers { worker.process.waitUntilExit() }
        // Whoever ended early, because the others had all in hand, leaves nothing undone.
        let (_, last) = try start()
        last.process.waitUntilExit()
        #expect(last.process.terminationStatus == 0)

        let (rows, different) = try await watch.transaction(as: scope) { tx in
            try tx.one("select count(*), count(distinct note) from effect", as: (Int, Int).self)
        }
        for (state, count) in hits.sorted(by: { $0.key < $1.key }) { print("\(count) \(state)") }
        print("\(faults) faults, \(jobs) jobs: \(jobs - different) lost, \(rows - different) repeated")
        #expect(different == jobs && rows == jobs)
        #expect(try await ask("select count(*) from job_history where outcome = 'done'", as: Int.self) == jobs)
        #expect(try await ask("select count(*) from job", as: Int.self) == 0)
        watch.close()
    }
}
