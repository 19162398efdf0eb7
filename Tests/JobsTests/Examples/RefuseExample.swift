import Jobs
import Postgres
import Synchronization
import Testing

/// Fails when the post office is shut, which passes, and refuses a person without an address, which does not.
private final class Delivery: JobHandler {
    let kind = JobKind("deliver", batch: 1, errorLimit: 5, backOff: BackOff(first: .zero, limit: .zero))
    private let days = Atomic(0)

    private struct Shut: Error {}

    func perform(_ job: Job, _ tx: inout Transaction) async throws -> JobResult {
        guard job.payload.text.contains("address") else { throw JobRefusal("there is no address") }
        guard days.add(1, ordering: .relaxed).newValue > 2 else { throw Shut() }
        return .done
    }
}

@Suite("Example: a job that fails, and one that refuses")
struct RefuseExample {
    @Test("a failed job is tried again; a refused one is dead at once, and can be sent again")
    func refuse() async throws {
        let yard = try await JobStage.make()
        let team = yard.own
        let worker = yard.worker(Delivery())

        _ = try await yard.enqueue([
            JobRequest(agency: team, kind: "deliver", payload: JSONDocument(text: #"{"address": "Jalan Hijau 1"}"#)),
            JobRequest(agency: team, kind: "deliver"),
        ])
        try await worker.run(untilIdle: true)

        let jobs = try await yard.database.transaction(as: yard.scope) { tx in
            var filter = JobRecord.Filter(agencies: [team])
            filter.states = [.done, .dead]
            return try JobRecord.list(filter, &tx)
        }
        #expect(jobs.map(\.state) == [.done, .dead])
        #expect(jobs.map(\.errors) == [2, 1])
        #expect(jobs[1].lastError == "there is no address")

        let retried = try await yard.database.transaction(as: yard.scope) { tx in
            try JobRecord.retry([jobs[1].id], agency: team, &tx)
        }
        #expect(retried == JobRecord.Retried(count: 1))
    }
}
