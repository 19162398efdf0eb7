public import Postgres

extension RunProgress {
    /// No time is less than nothing: the clock by which a run began may have been ahead.
    ///
    /// What an agency has not yet counted is taken to be as large as the average of those that have.
    private static let columns: SQL = """
        r.run_id, r.kind, r.subject, r.step, r.state, r.is_paused, r.pause_note, r.intended_at, r.started_at, r.ended_at,
        greatest(0, extract(epoch from coalesce(r.ended_at, clock_timestamp()) - r.started_at))::float8,
        c.chunks, c.done, c.processed,
        case when c.counted > 0 or c.chunks = 0 then
            c.known + round(c.unknown * c.known / greatest(c.counted, 1)::numeric)::bigint
        end,
        c.failures, c.last_error,
        array(
            select distinct l.agency_id from run_chunk l
            where r.state = 'running' and l.run_id = r.run_id and (
                l.state in ('ready', 'running') and l.late_since is not null
                or l.state = 'ready' and l.agency_id = any (array(select held_agencies(r.run_id)))
            )
            order by 1
        ),
        r.state = 'running' and c.chunks > c.done and not exists (
            select from run_chunk l
            where l.run_id = r.run_id and (l.state = 'running' or l.state = 'ready' and l.agency_id <> all (array(select held_agencies(r.run_id))))
        )
        from run r
        cross join lateral (
            select count(*) filter (where state <> 'split') as chunks,
                count(*) filter (where state = 'done') as done,
                coalesce(sum(processed) filter (where state = 'done'), 0)::bigint as processed,
                coalesce(sum(failures) filter (where state = 'done'), 0)::bigint as failures,
                coalesce(sum(case when state = 'done' then processed else keys end) filter (where state <> 'split'), 0)::bigint
                    as known,
                count(distinct agency_id) filter (where state = 'done' or keys is not null and state <> 'split') as counted,
                count(*) filter (where keys is null and state not in ('done', 'split')) as unknown,
                (array_agg(last_error order by due_at desc) filter (where last_error is not null and state <> 'done'))[1]
                    as last_error
            from run_chunk
            where run_id = r.run_id
        ) c
        """

    private static let order: SQL = """
        array_position(array['running', 'failed', 'waiting', 'scheduled'], r.state) nulls last,
        case when r.ended_at is null then r.intended_at end, r.ended_at desc, r.subject, r.ordinal
        """

    /// The steps of a subject in their order.
    public static func of(kind: String, subject: String, _ tx: inout Transaction) throws -> [RunProgress] {
        try tx.all(
            "select \(fragment: columns) where r.kind = \(kind) and r.subject = \(subject) order by r.ordinal"
        )
    }

    /// The steps of a subject, of whatever kinds, in their order.
    public static func of(subject: String, _ tx: inout Transaction) throws(PostgresError) -> [RunProgress] {
        try tx.all("select \(fragment: columns) where r.subject = \(subject) order by r.kind, r.ordinal")
    }

    /// Nil when there is no such run.
    public static func find(_ id: Int64, _ tx: inout Transaction) throws(PostgresError) -> RunProgress? {
        try tx.optional("select \(fragment: columns) where r.run_id = \(id)")
    }

    /// The runs in these states, what is under way first, then what comes next and what ended last.
    public static func list(
        _ states: [State],
        limit: Int,
        _ tx: inout Transaction
    ) throws(PostgresError) -> [RunProgress] {
        // Chosen before their chunks are counted.
        try tx.all(
            """
            select \(fragment: columns)
            where r.run_id in (
                select r.run_id from run r
                where r.state = any (\(states.map(\.rawValue)))
                order by \(fragment: order)
                limit \(Int64(max(0, limit)))
            )
            order by \(fragment: order)
            """
        )
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
}
