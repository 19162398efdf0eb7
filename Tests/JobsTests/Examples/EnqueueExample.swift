import Jobs
import Postgres
import Testing

/// Writes a greeting for the person that the payload names.
private struct Greeting: JobHandler {
    let kind = JobKind("greet")

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        try tx.execute("insert into effect values (\(job.agency), \(job.id), \(job.payload.text))")
        return .done
    }
}

@Suite("Example: a job in your own transaction")
struct EnqueueExample {
    private struct SecondThoughts: Error {}

    @Test("it is done once your transaction has committed, and never existed if it does not")
    func enqueue() async throws {
        let yard = try await JobStage.make()
        let (database, team) = (yard.database, yard.own)

        try await database.transaction(as: JobStage.scope(of: team)) { tx in
            // Your change, and the job that follows from it: both or neither.
            try tx.execute("insert into effect values (\(team), 0, 'hired')")
            try [JobRequest(agency: team, kind: "greet", payload: JSONDocument(text: #"{"name": "Siti"}"#))]
                .enqueue(&tx)
        }
        await #expect(throws: SecondThoughts.self) {
            try await database.transaction(as: JobStage.scope(of: team)) { tx in
                try [JobRequest(agency: team, kind: "greet")].enqueue(&tx)
                throw SecondThoughts()
            }
        }

        try await yard.worker(Greeting()).run(untilIdle: true)
        #expect(try await yard.psql("select note from effect order by job_id") == "hired\n{\"name\": \"Siti\"}\n")
    }
}
