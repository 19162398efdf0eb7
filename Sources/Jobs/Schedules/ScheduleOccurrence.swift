public import Postgres

/// What became of an occurrence of a schedule.
public struct ScheduleOccurrence: Sendable, Hashable, RowDecodable {
    /// What was decided about it.
    public enum State: String, Sendable, CaseIterable {
        /// For the job of the one before to end.
        case waiting
        /// Its jobs were enqueued.
        case fired
        /// Too late, or left out by the policy; stands for `occurrences` of them.
        case missed
        /// Left out: the job of the one before had not ended.
        case overlapped
        /// By a later one, before it began.
        case replaced
    }

    /// When it was meant to be.
    public let intendedAt: Instant
    /// What was decided about it.
    public let state: State
    /// Whether somebody asked for it to be made up for.
    public let isBackfill: Bool
    /// For how many it stands: more than one of those that were missed.
    public let occurrences: Int
    /// How many jobs were enqueued; nil before it fired.
    public let jobs: Int?
    /// When its jobs were enqueued; nil when they were not.
    public let firedAt: Instant?

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (intendedAt, state, isBackfill, occurrences, jobs, firedAt) =
            try row.decode(as: (Instant, String, Bool, Int32, Int32?, Instant?).self)
        self.intendedAt = intendedAt
        self.state = State(rawValue: state) ?? .waiting
        self.isBackfill = isBackfill
        self.occurrences = Int(occurrences)
        self.jobs = jobs.map(Int.init)
        self.firedAt = firedAt
    }
}
