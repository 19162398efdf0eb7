public import Postgres

/// How the jobs of one kind stand, over all agencies.
public struct JobStatistics: Sendable, Hashable, RowDecodable {
    /// How many jobs ended as what.
    public struct Ended: Sendable, Hashable {
        /// As they should.
        public let done: Int
        /// Given up.
        public let dead: Int
        /// Cancelled by somebody.
        public let cancelled: Int
    }

    /// Of which kind.
    public let kind: String
    /// Whether none of the kind is claimed for now.
    public let isPaused: Bool
    /// Due ones and delayed ones.
    public let waiting: Int
    /// Waiting, and due.
    public let due: Int
    /// Not due yet: enqueued for later, put off, or to be tried again.
    public let delayed: Int
    /// In a worker's hand.
    public let claimed: Int
    /// How long the oldest of those due has been so, in seconds. Nil when none is.
    public let oldestDueSeconds: Double?
    /// Within the last hour.
    public let lastHour: Ended
    /// In all that is kept; nil when it was not asked for.
    public let kept: Ended?

    public init(_ row: borrowing Row) throws(PostgresError) {
        let hour: (Int, Int, Int)
        let all: (Int?, Int?, Int?)
        (
            kind, isPaused, due, delayed, claimed, oldestDueSeconds, hour.0, hour.1, hour.2, all.0, all.1, all.2
        ) = try row.decode()
        waiting = due + delayed
        lastHour = Ended(done: hour.0, dead: hour.1, cancelled: hour.2)
        if let done = all.0, let dead = all.1, let cancelled = all.2 {
            kept = Ended(done: done, dead: dead, cancelled: cancelled)
        } else {
            kept = nil
        }
    }

    /// Every kind that a worker does or that has jobs, by name, in the worker's scope.
    ///
    /// What is open is counted row by row: a tenth of a second for each few hundred thousand. The last hour is found by the
    /// history's index of time.
    ///
    /// - Parameters:
    ///   - kept: counts the whole history, too, which reads all of it.
    ///   - tx: in the worker's scope.
    public static func all(kept: Bool, _ tx: inout Transaction) throws(PostgresError) -> [JobStatistics] {
        try tx.all(
            """
            with open as (
                select kind,
                    count(*) filter (where worker_id is null and due_at <= clock_timestamp()) as due,
                    count(*) filter (where worker_id is null and due_at > clock_timestamp()) as delayed,
                    count(*) filter (where worker_id is not null) as claimed,
                    extract(epoch from clock_timestamp() - min(due_at)
                        filter (where worker_id is null and due_at <= clock_timestamp()))::float8 as age
                from job group by kind
            ), hour as (
                select kind, \(fragment: outcomes)
                from job_history where ended_at >= clock_timestamp() - interval '1 hour' group by kind
            ), kept as (
                select kind, \(fragment: outcomes)
                from job_history where \(kept) group by kind
            )
            select kind, coalesce(k.is_paused, false), coalesce(o.due, 0), coalesce(o.delayed, 0), coalesce(o.claimed, 0), o.age,
                coalesce(h.done, 0), coalesce(h.dead, 0), coalesce(h.cancelled, 0),
                case when \(kept) then coalesce(a.done, 0) end, case when \(kept) then coalesce(a.dead, 0) end,
                case when \(kept) then coalesce(a.cancelled, 0) end
            from job_kind k
            full join open o using (kind)
            full join hour h using (kind)
            full join kept a using (kind)
            order by kind
            """
        )
    }

    private static let outcomes: SQL = """
        count(*) filter (where outcome = 'done') as done, count(*) filter (where outcome = 'dead') as dead,
        count(*) filter (where outcome = 'cancelled') as cancelled
        """
}
