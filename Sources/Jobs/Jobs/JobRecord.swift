public import Postgres

/// A job as observers of the queue read it, waiting, claimed or ended. Without its payload, which only its agency and
/// the personnel agency may read.
public struct JobRecord: Sendable, Hashable, RowDecodable {
    /// How a job stands.
    public enum State: String, Sendable, CaseIterable {
        /// Not begun, or in a worker's hand.
        case waiting, claimed
        /// Given up after errors or losses; may be sent again.
        case dead
        /// Ended before it was done, or as it should.
        case cancelled, done

        /// Whether it stands in the history.
        public var isEnded: Bool { self != .waiting && self != .claimed }
    }

    /// Its number, unique within its agency.
    public let id: Int64
    /// The agency that it is for; 0 is the city.
    public let agency: Int32
    /// Which handler does it.
    public let kind: String
    /// How it stands.
    public let state: State
    /// How it is chosen among those that are due.
    public let priority: JobRequest.Priority
    /// Not before this instant. Nil when it has ended.
    public let dueAt: Instant?
    /// What no other open job of its kind and agency has; nil for a job that may be there many times.
    public let uniqueKey: String?
    /// The occurrence of a schedule that it is for.
    public let intendedAt: Instant?
    /// How often it was claimed.
    public let attempt: Int
    /// How often it failed.
    public let errors: Int
    /// Workers that died, or did not end in time, with it.
    public let losses: Int
    /// The worker that has the job, or had it last.
    public let worker: Int32?
    /// When its claim is taken back. Nil when nobody has it.
    public let deadline: Instant?
    /// The worker that has it was asked to end it.
    public let isCancelled: Bool
    /// Per cent, as the job says.
    public let progress: Int?
    /// Without personal data.
    public let lastError: String?
    /// When it was enqueued.
    public let createdAt: Instant
    /// When it was claimed last; nil when it never was.
    public let startedAt: Instant?
    /// When it ended; nil when it has not.
    public let endedAt: Instant?

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (state, priority, attempt, errors, losses, progress): (String, Int16, Int32, Int32, Int32, Int16?)
        (
            id, agency, kind, state, priority, dueAt, uniqueKey, intendedAt, attempt, errors, losses, worker, deadline,
            isCancelled, progress, lastError, createdAt, startedAt, endedAt
        ) = try row.decode()
        // The tables' checks have no other.
        self.state = State(rawValue: state) ?? .waiting
        self.priority = JobRequest.Priority(rawValue: priority) ?? .normal
        (self.attempt, self.errors, self.losses) = (Int(attempt), Int(errors), Int(losses))
        self.progress = progress.map { Int($0) }
    }
}
