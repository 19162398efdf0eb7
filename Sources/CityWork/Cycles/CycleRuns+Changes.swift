import CityDatabase
public import Jobs
public import Personnel
import Postgres
import Texts

/// The city's runs, read and changed by the people who watch them.
extension CycleRuns {
    /// The runs in these states: first those that run, then those that come next, then those that ended last.
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

    /// The progress of a run in each of its agencies; none before it starts.
    public func agencies(of run: Int64) async throws -> [(code: AgencyCode, progress: RunAgencyProgress)] {
        try await city.transaction(as: .worker) { tx in
            let rows = try tx.all("select agency_id, code from agency", as: (Int32, AgencyCode).self)
            let codes = Dictionary(rows) { first, _ in first }
            return try RunAgencyProgress.of(run, &tx).compactMap { part in codes[part.agency].map { ($0, part) } }
        }
    }

    // MARK: - Changes; each returns the run after it

    /// Starts nothing more of it; claimed chunks are finished.
    ///
    /// - Throws: `CityError` when there is no such run, or it is paused or has ended.
    public func pause(_ id: Int64, note: String?) async throws -> RunProgress {
        try await change(id, Wording(indonesian: "dijeda", english: "be paused")) { tx in
            try Run.pause(id, note: note, &tx)
        }
    }

    /// - Throws: `CityError` when there is no such run, or it is not paused.
    public func resume(_ id: Int64) async throws -> RunProgress {
        let run = try await change(id, Wording(indonesian: "dilanjutkan", english: "be resumed")) { tx in
            try Run.resume(id, &tx)
        }
        await doorbell.ring()
        return run
    }

    /// Gives failed chunks another chance, and takes up cancelled work.
    ///
    /// - Throws: `CityError` when there is no such run, or it neither failed nor was cancelled.
    public func retry(_ id: Int64) async throws -> RunProgress {
        let run = try await change(id, Wording(indonesian: "diulangi", english: "be retried")) { tx in
            try Run.retry(id, &tx)
        }
        await doorbell.ring()
        return run
    }

    /// Starts nothing more of it, and runs that wait for it wait until it is retried; finished work stays.
    ///
    /// - Throws: `CityError` when there is no such run, or it is done or cancelled.
    public func cancel(_ id: Int64) async throws -> RunProgress {
        try await change(id, Wording(indonesian: "dibatalkan", english: "be cancelled")) { tx in try Run.cancel(id, &tx)
        }
    }

    private func change(
        _ id: Int64,
        _ what: Wording,
        _ body: @Sendable (inout Transaction) throws -> Bool
    ) async throws -> RunProgress {
        try await city.transaction(as: .worker) { tx in
            let applies = try body(&tx)
            let run = try Self.known(id, &tx)
            guard applies else { throw Self.refusal(of: run, what) }
            return run
        }
    }

    /// A code for each state of a run, because the next step depends on the state.
    private static func refusal(of run: RunProgress, _ what: Wording) -> CityError {
        let arguments: [String: TextArgument] = [
            "run": "\(run.id)", "subject": .text(run.subject), "step": .text(run.step), "change": .wording(what),
        ]
        if run.isPaused { return CityError(.runPaused, arguments) }
        let state = ["state": TextArgument.text(run.state.rawValue)]
        return switch run.state {
        case .scheduled, .waiting, .running: CityError(.runUnderWay, arguments.merging(state) { $1 })
        case .failed, .cancelled: CityError(.runStopped, arguments.merging(state) { $1 })
        case .done: CityError(.runDone, arguments)
        }
    }

    private static func known(_ id: Int64, _ tx: inout Transaction) throws -> RunProgress {
        if let run = try RunProgress.find(id, &tx) { return run }
        throw CityError(.runUnknown, ["run": "\(id)"])
    }
}
