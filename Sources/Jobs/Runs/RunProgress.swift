public import Postgres

/// How far a run is.
public struct RunProgress: Sendable, Hashable, RowDecodable {
    /// How a run stands.
    public enum State: String, Sendable, CaseIterable {
        /// Before its instant; due, and waiting for the steps before it; under way; and how it ended.
        case scheduled, waiting, running, done, failed, cancelled
    }

    /// Its number.
    public let id: Int64
    /// Which handler does it.
    public let kind: String
    /// What the steps are about.
    public let subject: String
    /// Which step.
    public let step: String
    /// How it stands.
    public let state: State
    /// Whether no chunk of it is started for now.
    public let isPaused: Bool
    /// Why it is paused.
    public let pauseNote: String?
    /// The instant that was planned.
    public let dueAt: Instant
    /// When it began; nil when it has not.
    public let startedAt: Instant?
    /// When it ended; nil when it has not.
    public let endedAt: Instant?
    /// From the start to the end, or to now.
    public let seconds: Double?
    /// Into how many chunks it is cut so far.
    public let chunks: Int
    /// How many of them are done.
    public let chunksDone: Int
    /// Keys in those that are done.
    public let processed: Int
    /// Keys of all agencies; an estimate, as long as some of them were not counted yet. Nil before the first was.
    public let expected: Int?
    /// Keys that could not be handled.
    public let failures: Int
    /// The newest error of a chunk that is not done, without personal data.
    public let lastError: String?

    /// Agencies that are behind while the others go on: they hold a lock that the run waits for, or have not ended a step before.
    public let late: [Int32]
    /// It is under way, and all that is left of it waits for steps before it, in agencies in which they failed or are late.
    public let isHeldBack: Bool

    /// Keys a second so far.
    public var rate: Double? {
        guard let seconds, seconds > 0, processed > 0 else { return nil }
        return Double(processed) / seconds
    }

    /// Until it ends, at the rate so far.
    public var secondsLeft: Double? {
        guard state == .running, !isPaused, let rate, let expected else { return nil }
        return Double(max(0, expected - processed)) / rate
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let state: String
        (
            id, kind, subject, step, state, isPaused, pauseNote, dueAt, startedAt, endedAt, seconds, chunks, chunksDone,
            processed, expected, failures, lastError, late, isHeldBack
        ) = try row.decode()
        self.state = State(rawValue: state) ?? .waiting
    }
}
