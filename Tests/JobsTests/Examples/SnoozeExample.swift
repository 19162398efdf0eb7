import Jobs
import Postgres
import Testing

/// Welcomes a team when both of its members are there.
private struct Welcome: JobHandler {
    let kind = JobKind("welcome")

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        let members = try tx.one("select count(*) from effect where note = 'hired'", as: Int.self)
        // It is not a failure, and no worker sits and waits: it comes again in an hour.
        guard members == 2 else { return .snooze(.seconds(3_600)) }
        try tx.execute("insert into effect values (\(job.agency), \(job.id), 'welcome')")
        return .done
    }
}

@Suite("Example: a job that is not possible yet")
struct SnoozeExample {
    @Test("it is put off, and brought forward by the code that knows when its time has come")
    func snooze() async throws {
        let yard = try await JobStage.make()
        let team = yard.own
        let worker = yard.worker(Welcome())
        let welcome = JobRequest(agency: team, kind: "welcome", uniqueKey: "team")

        _ = try await yard.psql("insert into effect values (\(team), 0, 'hired')")
        _ = try await yard.enqueue([welcome])
        try await worker.run(untilIdle: true)
        #expect(try await yard.count("job", "attempt = 1 and errors = 0 and due_at > now()") == 1)

        try await yard.database.transaction(as: JobStage.scope(of: team)) { tx in
            try tx.execute("insert into effect values (\(team), 0, 'hired')")
            // The waiting job has the key: it takes on the new request's instant, which is now.
            try [welcome].enqueue(onConflict: .replace, &tx)
        }
        try await worker.run(untilIdle: true)
        #expect(try await yard.count("effect", "note = 'welcome'") == 1)
    }
}
