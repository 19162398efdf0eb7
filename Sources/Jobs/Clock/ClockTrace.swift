public import Postgres

/// What a server's clock left that was ahead for a while and came back: due times that no rule gives now. Until then
/// work would stand still.
public struct ClockTrace: Sendable, Hashable, RowDecodable {
    /// What has such a time.
    public enum Kind: String, Sendable, CaseIterable {
        /// Chunks of runs that wait for longer than their pause can be.
        case chunk
        /// Jobs whose due time was set at an instant that has not come.
        case job
        /// Jobs in hand that were claimed at such an instant.
        case claim
        /// Workers whose lease is longer than any.
        case lease
        /// Schedules that leave occurrences out.
        case schedule
    }

    /// What has it.
    public let kind: Kind
    /// How many there are.
    public let number: Int
    /// The furthest of their times.
    public let furthest: Instant

    init(_ kind: Kind, _ number: Int, _ furthest: Instant) {
        (self.kind, self.number, self.furthest) = (kind, number, furthest)
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (kind, number, furthest) = try row.decode(as: (String, Int, Instant).self)
        self.init(Kind(rawValue: kind) ?? .job, number, furthest)
    }

    /// Chunks and jobs, by kind, in the worker's scope; schedules are told by `Schedules.farAhead`.
    public static func look(_ tx: inout Transaction) throws(PostgresError) -> [ClockTrace] {
        try tx.all("select what, count(*), max(due_at) from due_far_ahead() group by what order by what")
    }

    /// Counts the pauses of chunks and jobs again from now, and ends leases of workers that do not renew them; returns what
    /// was found.
    static func mend(_ tx: inout Transaction) throws(PostgresError) -> [ClockTrace] {
        var found: [ClockTrace] = try tx.all("select what, number, furthest from mend_due_far_ahead() order by what")
        // A worker that lives renews its lease within seconds. No lease is an hour long.
        let leases = try tx.all(
            """
            update worker w set lease_until = clock_timestamp() + interval '1 minute'
            from (select worker_id, lease_until from worker where lease_until > clock_timestamp() + interval '1 hour') f
            where w.worker_id = f.worker_id and w.lease_until = f.lease_until
            returning f.lease_until
            """,
            as: Instant.self
        )
        if let furthest = leases.max() { found.append(ClockTrace(.lease, leases.count, furthest)) }
        return found
    }
}
