import CityDatabase
public import Jobs
public import Personnel
import Postgres

/// The city's runs as whoever watches over them reads and changes them.
extension CycleRuns {
    /// The runs in these states, what is under way first, then what comes next and what ended last.
    public func runs(_ states: [RunProgress.State], limit: Int) async throws -> [RunProgress] {
        try await city.transaction(as: .worker) { tx in try RunProgress.list(states, limit: limit, &tx) }
    }

    /// The steps of a subject in their order; none when there is no such subject.
    public func runs(of subject: String) async throws -> [RunProgress] {
        try await city.transaction(as: .worker) { tx in try RunProgress.of(subject: subject, &tx) }
    }

    /// - Throws: `CityError` when there is no such run.
    public func run(_ id: Int64) async throws -> RunProgress {
        try await city.transaction(as: .worker) { tx in try Self.known(id, &tx) }
    }

    /// How far a run is in each agency that it goes over; none before it starts.
    public func agencies(of run: Int64) async throws -> [(code: AgencyCode, progress: RunAgencyProgress)] {
        try await city.transaction(as: .worker) { tx in
            let rows = try tx.all("select agency_id, code from agency", as: (Int32, AgencyCode).self)
            let codes = Dictionary(rows) { first, _ in first }
            return try RunAgencyProgress.of(run, &tx).compactMap { part in codes[part.agency].map { ($0, part) } }
        }
    }

    // MARK: - Changes: the run as it is then

    /// Nothing more of it is started; what is in hand is finished.
    ///
    /// - Throws: `CityError` when there is no such run, or it is paused or has ended.
    public func pause(_ id: Int64, note: String?) async throws -> RunProgress {
        try await change(id, "be paused") { tx in try Run.pause(id, note: note, &tx) }
    }

    /// - Throws: `CityError` when there is no such run, or it is not paused.
    public func resume(_ id: Int64) async throws -> RunProgress {
        let run = try await change(id, "be resumed") { tx in try Run.resume(id, &tx) }
        await doorbell.ring()
        return run
    }

    /// Gives what failed another chance, and takes up what was cancelled.
    ///
    /// - Throws: `CityError` when there is no such run, or it neither failed nor was cancelled.
    public func retry(_ id: Int64) async throws -> RunProgress {
        let run = try await change(id, "be retried") { tx in try Run.retry(id, &tx) }
        await doorbell.ring()
        return run
    }

    /// Nothing more of it is started, and what waits for it waits until it is retried; what is done stays.
    ///
    /// - Throws: `CityError` when there is no such run, or it is done or cancelled.
    public func cancel(_ id: Int64) async throws -> RunProgress {
        try await change(id, "be cancelled") { tx in try Run.cancel(id, &tx) }
    }

    private func change(
        _ id: Int64,
        _ what: String,
        _ body: @Sendable (inout Transaction) throws -> Bool
    ) async throws -> RunProgress {
        try await city.transaction(as: .worker) { tx in
            let applies = try body(&tx)
            let run = try Self.known(id, &tx)
            guard applies else {
                throw CityError(
                    .conflict,
                    "run \(id) (\(run.subject) \(run.step)) is \(run.isPaused ? "paused" : run.state.rawValue)"
                        + " and cannot \(what)",
                    hint: Self.hint(for: run)
                )
            }
            return run
        }
    }

    private static func hint(for run: RunProgress) -> String {
        if run.isPaused { return "'mutasi run resume \(run.id)' lets it go on, 'mutasi run cancel \(run.id)' ends it" }
        return switch run.state {
        case .scheduled, .waiting, .running:
            "'mutasi run pause \(run.id)' keeps it from starting more, 'mutasi run cancel \(run.id)' ends it"
        case .failed, .cancelled: "'mutasi run retry \(run.id)' takes it up again"
        case .done: "nothing is left to do"
        }
    }

    private static func known(_ id: Int64, _ tx: inout Transaction) throws -> RunProgress {
        if let run = try RunProgress.find(id, &tx) { return run }
        throw CityError(.notFound, "there is no run \(id)", hint: "'mutasi run list' shows the runs")
    }
}
