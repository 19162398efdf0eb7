import Jobs
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Jobs", .timeLimit(.minutes(20)))
struct JobTests {
    private struct Failure: Error {}

    @Test("a job is enqueued in the caller's transaction, and done once, in its agency's scope")
    func once() async throws {
        let stage = try await JobStage.make()
        await #expect(throws: Failure.self) {
            try await stage.database.transaction(as: JobStage.scope(of: stage.own)) { tx in
                try [JobRequest(agency: stage.own, kind: "mark")].enqueue(&tx)
                throw Failure()
            }
        }
        #expect(try await stage.count("job") == 0)
        let foreign = stage.agencies[1]
        await #expect(throws: PostgresError.self) {
            try await stage.database.transaction(as: JobStage.scope(of: stage.own)) { tx in
                _ = try [JobRequest(agency: foreign, kind: "mark")].enqueue(&tx)
            }
        }
        let requests = (0..<300)
            .map { number in
                JobRequest(
                    agency: [0, stage.own, foreign][number % 3],
                    kind: "mark",
                    payload: JSONDocument(text: "{\"number\": \(number)}")
                )
            }
        #expect(try await stage.enqueue(requests) == 300)
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.count("job") == 0)
        #expect(try await stage.count("job_history", "outcome = 'done'") == 300)
        #expect(try await stage.psql("select count(*), count(distinct note) from effect") == "300|300\n")
        await #expect(
            try stage.count(
                "effect e",
                "exists (select from job_history h where h.job_id = e.job_id and h.agency_id = e.agency_id)"
            ) == 300
        )
    }

    @Test(
        "a failing job is tried again up to the limit, then dead with its reason; the others of the batch are done once"
    )
    func failures() async throws {
        let stage = try await JobStage.make()
        let requests = (0..<10)
            .map { JobRequest(agency: stage.own, kind: "mark", payload: JSONDocument(text: "\($0)")) }
        #expect(try await stage.enqueue(requests) == 10)
        let isMended = Atomic(false)
        let tries = Tally()
        let handler = TestHandler(.eager("mark")) { job, _ in
            if job.payload.text == "3", !isMended.load(ordering: .relaxed) {
                tries.add()
                throw PlantedFailure(words: "planted")
            }
            if job.payload.text == "4", !isMended.load(ordering: .relaxed) { throw JobRefusal("it never can") }
            return .done
        }
        try await stage.worker(handler).run(untilIdle: true)
        #expect(try await stage.count("job_history", "outcome = 'done'") == 8)
        #expect(try await stage.count("effect") == 8)
        let dead = try await stage.psql(
            "select errors, last_error from job_history where outcome = 'dead' order by job_id"
        )
        #expect(dead == "3|planted\n1|it never can\n")
        #expect(tries.count >= 3)

        isMended.store(true, ordering: .relaxed)
        let ids = try await stage.psql("select array_agg(job_id) from job_history where outcome = 'dead'")
            .dropLast()
        let redriven = try await stage.psql("select redrive_jobs(\(stage.own), '\(ids)')")
        #expect(redriven == "2\n")
        try await stage.worker(handler).run(untilIdle: true)
        #expect(try await stage.count("job_history", "outcome = 'done'") == 10)
        #expect(try await stage.count("effect") == 10)
        #expect(try await stage.count("job_history") == 10)
    }

    private struct PlantedFailure: Error, CustomStringConvertible {
        let words: String
        var description: String { words }
    }

    @Test("a job that is put off keeps what it did, comes again, and counts no failure")
    func snooze() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        let seen = Tally()
        let handler = TestHandler(.eager("mark")) { _, _ in seen.add() < 3 ? .snooze(.zero) : .done }
        try await stage.worker(handler).run(untilIdle: true)
        #expect(try await stage.psql("select attempt, errors, outcome from job_history") == "3|0|done\n")
        #expect(try await stage.count("effect") == 3)
    }

    @Test("a unique key keeps a second job out or changes the waiting one, and is free again when that has ended")
    func unique() async throws {
        let stage = try await JobStage.make()
        let request = { @Sendable (text: String) in
            JobRequest(agency: stage.own, kind: "mark", payload: JSONDocument(text: text), uniqueKey: "a")
        }
        #expect(try await stage.enqueue([request("1"), request("2")]) == 1)
        #expect(try await stage.enqueue([JobRequest(agency: stage.agencies[1], kind: "mark", uniqueKey: "a")]) == 1)
        let replaced = try await stage.database.transaction(as: JobStage.scope(of: stage.own)) { tx in
            try [request("3")].enqueue(onConflict: .replace, &tx)
        }
        #expect(replaced == 1)
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.psql("select note from effect where agency_id = \(stage.own)") == "3\n")
        #expect(try await stage.enqueue([request("4")]) == 1)
    }

    @Test("urgent jobs go first, but none waits for ever; future jobs are left alone; paused kinds and agencies wait")
    func order() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.psql(
            """
            insert into job (agency_id, kind, priority, due_at, payload)
            select \(stage.own), 'mark', p, now() - a, to_jsonb(n) from (values
                (2, interval '0', 'normal'), (0, interval '0', 'urgent'), (3, interval '1 hour', 'low, old'),
                (1, interval '0', 'high'), (0, interval '-1 hour', 'later')) v (p, a, n)
            """
        )
        let order = Mutex<[String]>([])
        let handler = TestHandler(.eager("mark", batch: 1)) { job, _ in
            order.withLock { $0.append(job.payload.text) }
            return .done
        }
        _ = try await stage.psql("insert into job (agency_id, kind) values (\(stage.agencies[1]), 'mark')")
        _ = try await stage.psql("insert into job_kind values ('other', true)")
        _ = try await stage.psql("insert into job (agency_id, kind) values (\(stage.own), 'other')")
        _ = try await stage.psql(
            "insert into job_agency (agency_id, is_paused) values (\(stage.agencies[1]), true)"
        )
        // It is idle, although there are jobs that nobody may do, or that belong to others.
        _ = try await stage.psql("insert into job (agency_id, kind) values (\(stage.own), 'unknown')")
        let options = Worker.Options(name: "test", parallelism: 1)
        try await stage.worker(handler, TestHandler(.eager("other")), options: options).run(untilIdle: true)
        #expect(order.withLock { $0 } == ["\"low, old\"", "\"urgent\"", "\"high\"", "\"normal\""])
        #expect(try await stage.count("job") == 4)
    }

    @Test("a claim limit is never exceeded by any number of workers, and an agency with few jobs waits behind none")
    func limits() async throws {
        let stage = try await JobStage.make()
        let (busy, quiet) = (stage.own, stage.agencies[1])
        _ = try await stage.psql("insert into job_agency (agency_id, claim_limit) values (\(busy), 3)")
        _ = try await stage.enqueue((0..<200).map { _ in JobRequest(agency: busy, kind: "mark") })
        let running = Atomic(0)
        let most = Atomic(0)
        let quietAfter = Atomic(-1)
        let done = Tally()
        let handler = TestHandler(.eager("mark", batch: 2)) { job, tx in
            if job.agency == quiet {
                quietAfter.store(done.count, ordering: .relaxed)
                return .done
            }
            let now = running.add(1, ordering: .relaxed).newValue
            most.max(now, ordering: .relaxed)
            try tx.execute("select 1")
            running.subtract(1, ordering: .relaxed)
            if done.add() == 20 {
                _ = try await stage.psql("insert into job (agency_id, kind) values (\(quiet), 'mark')")
            }
            return .done
        }
        try await withThrowingTaskGroup { group in
            for number in 1...3 {
                let worker = stage.worker(handler, options: Worker.Options(name: "\(number)", parallelism: 3))
                group.addTask { try await worker.run(untilIdle: true) }
            }
            // The database's view of the claims.
            group.addTask {
                let scope = Scope(role: nil, searchPath: ["yard"])
                let watch = TestServer.shared.superuser(stage.name)
                var (waiting, claimed) = (1, 0)
                while waiting > 0 {
                    (waiting, claimed) = try await watch.transaction(as: scope) { tx in
                        try tx.one(
                            "select count(*), count(worker_id) from job where agency_id = \(busy)",
                            as: (Int, Int).self
                        )
                    }
                    #expect(claimed <= 3)
                }
                watch.close()
            }
            try await group.waitForAll()
        }
        #expect(most.load(ordering: .relaxed) <= 3)
        #expect((20..<150).contains(quietAfter.load(ordering: .relaxed)), "it went in between")
        #expect(try await stage.count("effect") == 201)
    }

    @Test("agencies with weights 1, 2 and 4 get shares of 1, 2 and 4")
    func weights() async throws {
        let stage = try await JobStage.make(agencies: 3)
        let ids = stage.agencies
        _ = try await stage.psql(
            """
            insert into job_agency (agency_id, weight) values (\(ids[0]), 1), (\(ids[1]), 2), (\(ids[2]), 4);
            insert into job (agency_id, kind) select a, 'mark' from unnest(array[\(ids[0]), \(ids[1]), \(ids[2])]) a,
                generate_series(1, 1000);
            insert into worker (name, lease_until) values ('w', 'infinity'); select rescue_jobs(3)
            """
        )
        // 140 claims of five jobs, as one worker makes them.
        _ = try await stage.psql(
            """
            do $$ begin
                for i in 1..140 loop perform * from claim_jobs(1, array['mark'], array[5], array[600.0]); end loop;
            end $$
            """
        )
        let shares = try await stage.psql(
            "select string_agg(n::text, ',' order by agency_id) from (select agency_id, count(*) as n from job where worker_id = 1 group by 1) c"
        )
        #expect(shares == "100,200,400\n")
    }

    @Test("an inactive agency gets no work until it is active")
    func suspended() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        _ = try await stage.psql("update team set state = 'suspended' where team_id = \(stage.own)")
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.count("effect") == 0)
        _ = try await stage.psql("update team set state = 'active' where team_id = \(stage.own)")
        try await stage.worker(TestHandler(.eager("mark"))).run(untilIdle: true)
        #expect(try await stage.count("effect") == 1)
    }

    @Test("a waiting job is cancelled at once, a claimed one is ended, and neither leaves anything")
    func cancelled() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
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
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        let cancel = "select * from cancel_jobs(\(stage.own), array(select job_id from job))"
        #expect(try await stage.psql(cancel) == "1|1\n")
        try await stage.until("count(*) = 0 from job")
        worker.drain()
        try await running.value
        #expect(try await stage.count("job_history", "outcome = 'cancelled'") == 2)
        #expect(try await stage.count("effect") == 0)
    }

    @Test("a job that takes longer than its kind may is ended, which is a failure")
    func overdue() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        let kind = JobKind.eager("mark", batch: 1, timeout: .milliseconds(200), errorLimit: 2)
        let handler = TestHandler(kind) { _, tx in
            // No single statement is too long, but all of them together are.
            while true { try tx.execute("select pg_sleep(0.05)") }
        }
        try await stage.worker(handler).run(untilIdle: true)
        #expect(
            try await stage.psql("select outcome, errors, last_error from job_history")
                == "dead|2|it took longer than 0.2 seconds\n"
        )
        #expect(try await stage.count("effect") == 0)
    }

    @Test("a worker that lost a claim changes nothing, and another does the job once")
    func fence() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        let tries = Tally()
        let handler = TestHandler(.eager("mark", batch: 1)) { _, _ in
            if tries.add() == 1 {
                // As if the process had been stopped for that long.
                _ = try await stage.psql("update job set deadline = '2000-01-01'; select rescue_jobs(5)")
            }
            return .done
        }
        let lost = Tally()
        try await stage.worker(handler) { if case .jobLost = $0 { lost.add() } }.run(untilIdle: true)
        #expect(tries.count == 2 && lost.count == 1)
        #expect(try await stage.count("effect") == 1)
        #expect(try await stage.psql("select outcome, attempt, losses from job_history") == "done|2|1\n")
    }

    @Test("a job that outlives its workers again and again is given up")
    func poison() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        // No process holds this worker's lock.
        _ = try await stage.psql("insert into worker (name, lease_until) values ('dead', 'infinity')")
        for _ in 1...3 {
            _ = try await stage.psql(
                """
                select rescue_jobs(3);
                select count(*) from claim_jobs((select max(worker_id) from worker), array['mark'], array[1], array[60.0])
                """
            )
        }
        #expect(try await stage.psql("select rescue_jobs(3)") == "0\n")
        #expect(
            try await stage.psql("select outcome, last_error from job_history")
                == "dead|its worker died, 3 times\n"
        )
    }

    @Test("the doorbell wakes a worker that would look only much later")
    func doorbell() async throws {
        let stage = try await JobStage.make()
        let begun = Gate()
        let worker = stage.worker(
            TestHandler(.eager("mark")),
            options: Worker.Options(name: "test", pollInterval: .seconds(3600))
        ) { if case .started = $0 { begun.open() } }
        let running = Task { try await worker.run() }
        await begun.pass()
        let bell = Doorbell(stage.database, scope: stage.scope, channel: JobStage.channel)
        _ = try await stage.enqueue([JobRequest(agency: stage.own, kind: "mark")])
        // The listener may still be on its way.
        while try await stage.count("job_history") == 0 {
            await bell.ring()
            try await Task.sleep(for: .milliseconds(50))
        }
        worker.drain()
        try await running.value
        #expect(try await stage.count("effect") == 1)
    }

    @Test("jobs that ended long ago are forgotten, each outcome by itself")
    func forgotten() async throws {
        let stage = try await JobStage.make()
        _ = try await stage.psql(
            """
            insert into job_history (agency_id, job_id, kind, priority, payload, attempt, errors, losses, created_at, outcome,
                ended_at)
            select \(stage.own), i, 'mark', 2, '{}', 1, 0, 0, now(), case i % 2 when 0 then 'done' else 'dead' end,
                now() - i * interval '1 day'
            from generate_series(1, 20) i
            """
        )
        _ = try await stage.psql("select rescue_jobs(5)")
        #expect(try await stage.psql("select forget_jobs('done', now() - interval '5 days', 4)") == "4\n")
        #expect(try await stage.psql("select forget_jobs('done', now() - interval '5 days', 100)") == "4\n")
        #expect(try await stage.count("job_history", "outcome = 'done'") == 2)
        #expect(try await stage.count("job_history") == 12)
    }
}
