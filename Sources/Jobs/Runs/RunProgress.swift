public import Postgres

/// How far a step is.
public struct RunProgress: Sendable, Hashable {
    public enum State: String, Sendable { case scheduled, waiting, running, done, failed }

    public let step: String
    public let state: State
    public let dueAt: Instant?
    public let chunks: Int
    public let chunksDone: Int
    public let processed: Int
    public let failures: Int
    /// From the start to the end, or to now.
    public let seconds: Double?
    /// The newest error of a chunk, without personal data.
    public let lastError: String?

    /// The steps of a subject in their order.
    public static func of(kind: String, subject: String, _ tx: inout Transaction) throws -> [RunProgress] {
        let rows = try tx.all(
            """
            select s.step, coalesce(r.state, 'scheduled'), coalesce(r.intended_at, s.next_at),
                count(c.*) filter (where c.state <> 'split'),
                count(c.*) filter (where c.state = 'done'),
                coalesce(sum(c.processed) filter (where c.state = 'done'), 0)::bigint,
                coalesce(sum(c.failures) filter (where c.state = 'done'), 0)::bigint,
                extract(epoch from coalesce(r.ended_at, clock_timestamp()) - r.started_at)::float8,
                (array_agg(c.last_error order by c.ended_at desc nulls first) filter (where c.last_error is not null
                    and c.state <> 'done'))[1]
            from schedule s
            left join run r on r.kind = s.kind and r.subject = s.subject and r.step = s.step
            left join run_chunk c on c.run_id = r.run_id
            where s.kind = \(kind) and s.subject = \(subject)
            group by s.ordinal, s.step, s.next_at, r.run_id
            order by s.ordinal
            """,
            as: (String, String, Instant?, Int, Int, Int, Int, Double?, String?).self
        )
        return rows.map {
            RunProgress(
                step: $0.0,
                state: State(rawValue: $0.1) ?? .scheduled,
                dueAt: $0.2,
                chunks: $0.3,
                chunksDone: $0.4,
                processed: $0.5,
                failures: $0.6,
                seconds: $0.7,
                lastError: $0.8
            )
        }
    }

    /// Runs that ended as failed, as "subject step: reason".
    public static func failed(_ tx: inout Transaction) throws(PostgresError) -> [String] {
        try tx.all(
            """
            select concat(r.subject, ' ', r.step, ': ', (array_agg(c.last_error order by c.due_at desc))[1])
            from run r left join run_chunk c on c.run_id = r.run_id and c.state = 'failed'
            where r.state = 'failed'
            group by r.run_id order by r.run_id
            """,
            as: String.self
        )
    }

    /// Gives the failed chunks of a subject another chance; how many.
    @discardableResult
    public static func retryFailed(
        kind: String,
        subject: String,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Int {
        let count = try tx.execute(
            """
            update run_chunk c set state = 'ready', errors = 0, due_at = now()
            from run r
            where r.run_id = c.run_id and r.kind = \(kind) and r.subject = \(subject) and c.state = 'failed'
            """
        )
        try tx.execute(
            """
            update run set state = 'running', ended_at = null
            where kind = \(kind) and subject = \(subject) and state = 'failed'
            """
        )
        return count
    }
}
