import Jobs
import Postgres

/// Runs a closure, and leaves a row.
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
    /// Retried at once.
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
