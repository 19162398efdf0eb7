import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing

@Suite("Jobs, read and changed by whoever watches over them", .timeLimit(.minutes(20)))
struct CityJobsTests {
    private func jobs(_ stage: JobStage) -> CityJobs { CityJobs(.medan, stage.city.connections) }

    @Test("a claimed job shows its worker and progress, and asked to end it is cancelled")
    func claimed() async throws {
        let stage = try await JobStage.make()
        let jobs = jobs(stage)
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark", priority: .urgent)])
        let started = Gate()
        let handler = TestHandler(.eager("mark", batch: 1)) { job, tx in
            job.report(percent: 40)
            started.open()
            try tx.execute("select pg_sleep(300)")
            return .done
        }
        let worker = stage.worker(handler, options: Worker.Options(name: "test", parallelism: 1))
        let running = Task { try await worker.run() }
        await started.pass()
        try await stage.until("count(*) = 1 from job where progress = 40")
        let (owner, job) = try #require(try await jobs.list(CityJobs.Filter()).first)
        #expect(owner == .agency(stage.agencies[0].code))
        #expect(job.state == .claimed && job.progress == 40 && job.worker != nil && job.priority == .urgent)
        #expect(job.deadline != nil && job.attempt == 1 && !job.isCancelled)
        #expect(try await jobs.statistics(kept: false).map(\.claimed) == [1])

        #expect(try await jobs.cancel([job.id]) == JobRecord.Cancelled(waiting: 0, claimed: 1))
        try await stage.until("count(*) = 0 from job")
        #expect(try await jobs.find(job.id).job.state == .cancelled)
        worker.drain()
        try await running.value
        #expect(try await stage.count("effect") == 0)
    }

    @Test("a job that is sent again rings for the workers, and is done under another number")
    func retried() async throws {
        let stage = try await JobStage.make()
        let jobs = jobs(stage)
        let handler = TestHandler(.eager("mark")) { job, _ in
            if job.id == 1 { throw JobRefusal("not yet") }
            return .done
        }
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark", payload: JSONDocument(text: "1"))])
        try await stage.worker(handler).run(untilIdle: true)
        #expect(try await jobs.find(1).job.state == .dead)

        var bell = try await stage.city.connections.listen(to: [.jobs(of: .medan)]).makeAsyncIterator()
        #expect(try await jobs.retry([1]) == JobRecord.Retried(count: 1))
        let ring = try await bell.next()
        if case .notification? = ring {} else { Issue.record("no ring, but \(String(describing: ring))") }
        await #expect(throws: CityError.self) { try await jobs.find(1) }
        try await stage.worker(handler).run(untilIdle: true)
        #expect(try await jobs.find(2).job.state == .done)
        #expect(try await stage.count("effect", "note = '1'") == 1)
    }

    @Test(
        "what cannot be done to one of several is done to none; a retry goes over agencies, and says which key is taken"
    )
    func allOrNone() async throws {
        let stage = try await JobStage.make()
        let jobs = jobs(stage)
        _ = try await stage.city.psql(
            """
            insert into job (agency_id, kind, unique_key) values (\(stage.own), 'mark', 'a'), (0, 'mark', null);
            insert into job_history (agency_id, job_id, kind, priority, unique_key, payload, attempt, errors, losses,
                created_at, outcome)
            select a, i, k, 2, u, '{}', 1, 1, 0, now(), o from (values
                (\(stage.own), 11, 'mark', 'a', 'dead'), (\(stage.own), 12, 'mark', null, 'dead'),
                (\(stage.agencies[1].id), 13, 'mark', 'a', 'dead'), (0, 14, 'seal', null, 'dead'),
                (0, 15, 'seal', null, 'done')) v (a, i, k, u, o)
            """
        )
        for wrong: [Int64] in [[12, 15], [12, 1], [12, 99]] {
            await #expect(throws: CityError.self) { try await jobs.retry(wrong) }
        }
        await #expect(throws: CityError.self) { try await jobs.cancel([1, 15]) }
        #expect(try await stage.count("job") == 2)
        #expect(try await stage.count("job_history") == 5)

        #expect(try await jobs.retryDead(kind: "mark", owner: nil) == JobRecord.Retried(count: 2, stayed: [11]))
        #expect(try await jobs.retryDead(kind: nil, owner: .city) == JobRecord.Retried(count: 1))
        #expect(try await jobs.cancel([1, 2]) == JobRecord.Cancelled(waiting: 2))
        #expect(try await jobs.retry([11, 11]) == JobRecord.Retried(count: 1))
        #expect(try await stage.count("job_history", "outcome = 'dead'") == 0)
    }

    @Test(
        "each state has its own limit, the oldest of what is open and the newest of what has ended, over all agencies"
    )
    func list() async throws {
        let stage = try await JobStage.make()
        let jobs = jobs(stage)
        _ = try await stage.city.psql(
            """
            insert into job (agency_id, kind)
            select (array[0, \(stage.own), \(stage.agencies[1].id)])[1 + i % 3], 'mark' from generate_series(1, 30) i;
            insert into job_history (agency_id, job_id, kind, priority, payload, attempt, errors, losses, created_at, outcome)
            select (array[0, \(stage.own), \(stage.agencies[1].id)])[1 + i % 3], 100 + i, 'mark', 2, '{}', 1, 1, 0, now(), 'dead'
            from generate_series(1, 30) i
            """
        )
        var filter = CityJobs.Filter()
        filter.limit = 4
        #expect(try await jobs.list(filter).map(\.job.id) == [1, 2, 3, 4, 130, 129, 128, 127])
        filter.owner = .agency(stage.agencies[0].code)
        #expect(try await jobs.list(filter).map(\.job.id) == [1, 4, 7, 10, 128, 125, 122, 119])
        let hidden = try await jobs.find(1).job
        #expect(try await jobs.payload(of: hidden)?.text == "{}")
        await #expect(throws: PostgresError.self, "the worker reads no payload") {
            try await stage.city.connections.transaction(as: stage.scope) { tx in
                try JobRecord.payload(1, agency: hidden.agency, &tx)
            }
        }
    }
}
