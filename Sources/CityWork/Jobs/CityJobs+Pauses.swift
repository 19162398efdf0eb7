import CityDatabase
import Jobs
import Postgres
public import Texts

/// Pauses a city's jobs by kind or by agency, as the personnel agency.
extension CityJobs {
    /// All jobs of a kind, or all of an agency.
    public enum Part: Sendable, Hashable, CustomStringConvertible {
        case kind(String)
        case owner(JobOwner)

        public var description: String {
            switch self {
            case .kind(let kind): "kind \(kind)"
            case .owner(.city): "the city"
            case .owner(.agency(let code)): "agency \(code)"
            }
        }

        /// The same in both languages.
        public var wording: Wording {
            switch self {
            case .kind(let kind): Wording(indonesian: "jenis \(kind)", english: description)
            case .owner(.city): Wording(indonesian: "kota", english: description)
            case .owner(.agency(let code)): Wording(indonesian: "perangkat daerah \(code)", english: description)
            }
        }
    }

    /// The paused parts, each with its note.
    public func paused() async throws -> [(part: Part, note: String?)] {
        try await city.transaction(as: .personnel) { tx in
            let owners = try Self.owners(&tx)
            return try JobPause.all(&tx)
                .map { pause, note in
                    switch pause {
                    case .kind(let kind): (.kind(kind), note)
                    case .agency(let agency): (.owner(owners[agency] ?? .city), note)
                    }
                }
        }
    }

    /// Claims nothing more of it; jobs that workers have claimed are finished.
    ///
    /// - Throws: `CityError` when there is no such kind or agency, or it is paused already.
    public func pause(_ part: Part, note: String?) async throws {
        try await change(part, .jobPaused) { pause, tx in try pause.begin(note: note, &tx) }
    }

    /// - Throws: `CityError` when there is no such kind or agency, or it is not paused.
    public func resume(_ part: Part) async throws {
        try await change(part, .jobNotPaused) { pause, tx in try pause.end(&tx) }
        await ring()
    }

    private func change(
        _ part: Part,
        _ refusal: CityError.Code,
        _ body: @Sendable (JobPause, inout Transaction) throws -> Bool
    ) async throws {
        try await city.transaction(as: .personnel) { tx in
            let pause: JobPause
            switch part {
            case .kind(let kind):
                let kinds = try JobPause.kinds(&tx)
                guard kinds.contains(kind) else { throw Self.unknown(kind, kinds) }
                pause = .kind(kind)
            case .owner(let owner):
                pause = .agency(try Self.numbers(owner, Self.owners(&tx))[0])
            }
            guard try body(pause, &tx) else {
                throw CityError(refusal, ["part": .wording(part.wording)])
            }
        }
    }
}
