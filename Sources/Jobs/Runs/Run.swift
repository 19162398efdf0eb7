import Foundation
public import Postgres

/// One step of a subject's work over all agencies, such as the phase `score` of the cycle `2026-Q3`.
public struct Run: Sendable, Hashable {
    public let id: Int64
    /// Which handler does it.
    public let kind: String
    public let subject: String
    public let step: String
    /// The instant that was planned, however late the run is.
    public let intendedAt: Instant
}

/// A part of a run: a range of one agency's keys, or all of them.
public struct RunChunk: Sendable, Hashable {
    public let id: Int64
    public let run: Run
    public let agency: Int32
    /// Nil: every key of the agency.
    public let range: KeyRange?
    /// Fences the finish: nobody else was told it.
    let claim: UUID
}

/// A range of keys, and how many of them there were when it was cut.
public struct KeyRange: Sendable, Hashable {
    public let keys: ClosedRange<Int64>
    public let count: Int

    public init(keys: ClosedRange<Int64>, count: Int) {
        self.keys = keys
        self.count = count
    }
}

/// What a handler did with a range of keys.
public struct ChunkOutcome: Sendable {
    public struct Failure: Sendable, Hashable {
        public let key: Int64
        public let code: String
        /// Without personal data.
        public let reason: String

        public init(key: Int64, code: String, reason: String) {
            self.key = key
            self.code = code
            self.reason = reason
        }
    }

    public let processed: Int
    public let failures: [Failure]

    public init(processed: Int, failures: [Failure] = []) {
        self.processed = processed
        self.failures = failures
    }
}

/// Does the work of one kind of run. Both calls run in the agency's scope, in the transaction that finishes the chunk:
/// what they write and the finish become visible together or not at all.
public protocol RunHandler: Sendable {
    /// Cuts an agency's keys into ranges of at most `size`.
    ///
    /// - Parameter keys: of these only; nil: all of the agency's.
    func ranges(
        of run: Run,
        agency: Int32,
        within keys: ClosedRange<Int64>?,
        size: Int,
        _ tx: inout Transaction
    ) throws -> [KeyRange]

    /// Does the work for one range.
    func perform(
        _ run: Run,
        agency: Int32,
        keys: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> ChunkOutcome
}
