import Postgres

/// A job that a worker has claimed.
struct JobClaim: Sendable {
    let id: Int64
    let agency: Int32
    let kind: String
    /// Fences the finish, together with the worker.
    let attempt: Int32
    let worker: Int32
    let failures: Int
    let dueAt: Instant
    let intendedAt: Instant?
    /// Of the city's jobs; an agency's is read in its scope.
    let payload: JSONDocument?
}

/// How a claim ends.
struct JobEnding: Sendable {
    enum Outcome: String, Sendable { case done, dead, cancelled, retry, snooze, `return` }

    let claim: JobClaim
    let outcome: Outcome
    var pause = Duration.zero
    var error: String?
}

/// The worker's statements over jobs (`sql/definers/jobs.sql`).
struct JobClaims: Sendable {
    let database: Database
    let worker: Scope
    let agency: @Sendable (Int32) -> Scope
    let agencies: ActiveAgencies
    /// How often a job may outlive its worker before it is dead: one that kills its workers ends so.
    let lossLimit: Int32 = 5
    /// The worker, who looks every second, ends what is overdue before others take it away.
    let grace = Duration.seconds(5)
    /// A batch that takes longer ends with what is done.
    let batchTime = Duration.milliseconds(250)

    func register(_ kinds: [JobKind]) async throws {
        try await database.transaction(as: worker) { tx in
            _ = try tx.execute("select register_job_kinds(\(kinds.map(\.name)))")
        }
    }

    func claim(_ worker: Int32, _ kinds: [JobKind]) async throws -> [JobClaim] {
        try await database.transaction(as: self.worker, options: TransactionOptions(retries: 5)) { tx in
            // A claim is good for what a batch may take, and as much again and a little for a worker that is held up.
            let seconds = kinds.map { (($0.timeout + batchTime) * 2 + grace).seconds }
            let rows = try tx.all(
                """
                select job_id, agency_id, kind, attempt, errors, due_at, intended_at, payload
                from claim_jobs(\(worker), \(kinds.map(\.name)), \(kinds.map { Int32($0.batch) }), \(seconds))
                """,
                as: (Int64, Int32, String, Int32, Int32, Instant, Instant?, JSONDocument?).self
            )
            return rows.map { row in
                JobClaim(
                    id: row.0,
                    agency: row.1,
                    kind: row.2,
                    attempt: row.3,
                    worker: worker,
                    failures: Int(row.4),
                    dueAt: row.5,
                    intendedAt: row.6,
                    payload: row.7
                )
            }
        }
    }

    /// Does jobs of one agency and kind and finishes them, in one transaction. Those that there was no time for are handed
    /// back.
    ///
    /// - Returns: how each ended.
    /// - Throws: what a job threw, or `LostClaim`: nothing is kept then.
    func perform(
        _ claims: [JobClaim],
        with handler: any JobHandler,
        _ progress: JobProgress
    ) async throws -> [JobEnding] {
        guard let first = claims.first else { return [] }
        let scope = first.agency == 0 ? worker : agency(first.agency)
        let options = TransactionOptions(timeout: handler.kind.timeout)
        return try await refusingLoss {
            try await database.transaction(as: scope, options: options) { tx in
                let payloads = try payloads(of: claims, &tx)
                let start = ContinuousClock.now
                var endings: [JobEnding] = []
                for claim in claims {
                    guard let payload = claim.payload ?? payloads[claim.id] else { throw LostClaim() }
                    guard endings.isEmpty || ContinuousClock.now - start < batchTime else {
                        endings.append(JobEnding(claim: claim, outcome: .return))
                        continue
                    }
                    let job = Job(
                        id: claim.id,
                        agency: claim.agency,
                        kind: claim.kind,
                        payload: payload,
                        failures: claim.failures,
                        dueAt: claim.dueAt,
                        intendedAt: claim.intendedAt,
                        progress: progress
                    )
                    switch try await handler.perform(job, &tx) {
                    case .done: endings.append(JobEnding(claim: claim, outcome: .done))
                    case .snooze(let pause):
                        endings.append(JobEnding(claim: claim, outcome: .snooze, pause: pause))
                    }
                }
                try end(endings, &tx)
                return endings
            }
        }
    }

    /// Ends claims that were not finished by their own transaction.
    func end(_ endings: [JobEnding]) async throws {
        try await refusingLoss {
            try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
                try end(endings, &tx)
            }
        }
    }

    /// Takes back what dead workers hold and what is overdue; how many jobs are waiting again.
    func rescue() async throws -> Int {
        try await database.transaction(as: worker, options: TransactionOptions(retries: 5)) { tx in
            Int(try tx.one("select rescue_jobs(\(lossLimit))", as: Int32.self))
        }
    }

    /// Writes what jobs said of their progress; which of the worker's jobs are to end.
    func tend(_ worker: Int32, _ progress: [JobProgress.Entry]) async throws -> [Int64] {
        try await database.transaction(as: self.worker) { tx in
            try tx.all(
                """
                select * from tend_jobs(
                    \(worker), \(progress.map(\.agency)), \(progress.map(\.id)), \(progress.map(\.percent))
                )
                """,
                as: Int64.self
            )
        }
    }

    /// Whether a job of the kinds is in somebody's hand, or due and not held up by a pause or its agency's state.
    func hasWork(_ kinds: [JobKind], _ tx: inout Transaction) throws -> Bool {
        let agencies = try agencies(&tx)
        return try tx.one(
            """
            select exists (
                select from job j
                where j.kind = any (\(kinds.map(\.name))) and (
                    j.worker_id is not null
                    or j.due_at <= clock_timestamp()
                        and not exists (select from job_kind k where k.kind = j.kind and k.is_paused)
                        and not exists (select from job_agency a where a.agency_id = j.agency_id and a.is_paused)
                        and (j.agency_id = 0 or j.agency_id = any (\(agencies)))
                )
            )
            """,
            as: Bool.self
        )
    }

    // MARK: -

    private func payloads(of claims: [JobClaim], _ tx: inout Transaction) throws -> [Int64: JSONDocument] {
        guard let agency = claims.first?.agency, agency != 0 else { return [:] }
        let rows = try tx.all(
            "select job_id, payload from job where agency_id = \(agency) and job_id = any (\(claims.map(\.id)))",
            as: (Int64, JSONDocument).self
        )
        return Dictionary(rows) { first, _ in first }
    }

    private func end(_ endings: [JobEnding], _ tx: inout Transaction) throws {
        guard let first = endings.first?.claim else { return }
        try tx.execute(
            """
            select finish_jobs(
                \(first.agency), \(first.worker), \(endings.map(\.claim.id)), \(endings.map(\.claim.attempt)),
                \(endings.map(\.outcome.rawValue)), \(endings.map(\.pause.seconds)), \(endings.map(\.error))
            )
            """
        )
    }

    private func refusingLoss<Output>(_ body: () async throws -> Output) async throws -> Output {
        do {
            return try await body()
        } catch let error as PostgresError where error.sqlState == .lostClaim {
            throw LostClaim()
        }
    }
}
