import Foundation
public import Postgres

/// One step of a subject's work over all agencies, such as the phase `score` of the cycle `2026-Q3`.
public struct Run: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// Which handler does it.
    public let kind: String
    /// What the steps are about, such as a cycle's code.
    public let subject: String
    /// Which step of the subject.
    public let step: String
    /// The instant that was planned, however late the run is.
    public let intendedAt: Instant
}

/// A part of a run: a range of one agency's keys, or all of them.
public struct RunChunk: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// Of which run.
    public let run: Run
    /// Whose keys.
    public let agency: Int32
    /// Nil: every key of the agency.
    public let range: KeyRange?
    /// Fences the finish: nobody else was told it.
    let claim: UUID
}

/// A range of keys, and how many of them there were when it was cut.
public struct KeyRange: Sendable, Hashable {
    /// From the first to the last; there may be gaps.
    public let keys: ClosedRange<Int64>
    /// How many keys there were.
    public let count: Int

    /// A range that holds `count` keys.
    public init(keys: ClosedRange<Int64>, count: Int) {
        self.keys = keys
        self.count = count
    }
}

/// What a handler did with a range of keys.
public struct ChunkOutcome: Sendable {
    /// One key that could not be handled, while the others were.
    public struct Failure: Sendable, Hashable {
        /// Which one.
        public let key: Int64
        /// Why, as a word that programs can tell apart.
        public let code: String
        /// Without personal data.
        public let reason: String

        /// A key that could not be handled, and why.
        public init(key: Int64, code: String, reason: String) {
            self.key = key
            self.code = code
            self.reason = reason
        }
    }

    /// How many keys were handled, failures included.
    public let processed: Int
    /// Those that could not be handled.
    public let failures: [Failure]

    /// What came of a range.
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
    /// - Parameters:
    ///   - run: which step of what.
    ///   - agency: whose keys.
    ///   - keys: of these only; nil: all of the agency's.
    ///   - size: how many keys a range may hold.
    ///   - tx: the transaction of the chunk.
    func ranges(
        of run: Run,
        agency: Int32,
        within keys: ClosedRange<Int64>?,
        size: Int,
        _ tx: inout Transaction
    ) throws -> [KeyRange]

    /// Does the work for one range.
    ///
    /// - Parameters:
    ///   - run: which step of what.
    ///   - agency: whose keys.
    ///   - keys: may begin with the least number and end with the greatest, so that no key is left out that came meanwhile:
    ///     look for keys between the ends, and never walk from one to the other.
    ///   - tx: the transaction of the chunk.
    func perform(
        _ run: Run,
        agency: Int32,
        keys: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> ChunkOutcome
}
