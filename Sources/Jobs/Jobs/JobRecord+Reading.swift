public import Postgres

extension JobRecord {
    /// Which jobs to list.
    public struct Filter: Sendable {
        /// In this order.
        public var states: [State] = [.claimed, .waiting, .dead]
        /// Of this kind only; nil for any.
        public var kind: String?
        /// 0 is the city.
        public var agencies: [Int32]
        /// Of each state at most so many.
        public var limit = 50

        /// What is open and what is dead, of these agencies.
        public init(agencies: [Int32]) {
            self.agencies = agencies
        }
    }

    /// By name: the worker may not read the payload.
    private static let open: SQL = """
        j.job_id, j.agency_id, j.kind, case when j.worker_id is null then 'waiting' else 'claimed' end, j.priority, j.due_at,
        j.unique_key, j.intended_at, j.attempt, j.errors, j.losses, j.worker_id, j.deadline, j.is_cancelled, j.progress,
        j.last_error, j.created_at, j.started_at, null::timestamptz as ended_at
        """
    private static let ended: SQL = """
        j.job_id, j.agency_id, j.kind, j.outcome, j.priority, null::timestamptz, j.unique_key, j.intended_at, j.attempt,
        j.errors, j.losses, j.worker_id, null::timestamptz, j.outcome = 'cancelled', null::smallint, j.last_error,
        j.created_at, j.started_at, j.ended_at
        """

    /// Jobs of the states in their order: what is open the oldest first, what has ended the newest first.
    ///
    /// Each agency is walked along an index until the limit is reached, however many jobs there are.
    public static func list(_ filter: Filter, _ tx: inout Transaction) throws(PostgresError) -> [JobRecord] {
        var jobs: [JobRecord] = []
        for state in filter.states { jobs += try list(state, filter, &tx) }
        return jobs
    }

    private static func list(
        _ state: State,
        _ filter: Filter,
        _ tx: inout Transaction
    ) throws(PostgresError) -> [JobRecord] {
        let (kind, limit) = (filter.kind, Int64(max(0, filter.limit)))
        let rows: SQL =
            state.isEnded
            ? "select \(fragment: ended) from job_history j" : "select \(fragment: open) from job j"
        let order: SQL = state.isEnded ? "j.job_id desc" : "j.job_id"
        // Along the key, nobody would know how far it is to the next one of a kind; read in one go, it is seconds at most.
        if state == .done, kind != nil {
            return try tx.all(
                """
                \(fragment: rows)
                where j.agency_id = any (\(filter.agencies)) and \(fragment: condition(state)) and j.kind = \(kind)
                order by \(fragment: order)
                limit \(limit)
                """
            )
        }
        return try tx.all(
            """
            select j.*
            from unnest(\(filter.agencies)) a (agency_id)
            cross join lateral (
                \(fragment: rows)
                where j.agency_id = a.agency_id and \(fragment: condition(state)) and (j.kind = \(kind) or \(kind == nil))
                order by \(fragment: order)
                limit \(limit)
            ) j
            order by \(fragment: order)
            limit \(limit)
            """
        )
    }

    /// Written out, so that the planner sees which index fits.
    private static func condition(_ state: State) -> SQL {
        switch state {
        case .waiting: "j.worker_id is null"
        case .claimed: "j.worker_id is not null"
        case .done: "j.outcome = 'done'"
        case .dead: "j.outcome = 'dead'"
        case .cancelled: "j.outcome = 'cancelled'"
        }
    }

    /// Jobs by their numbers, among these agencies, in no order.
    public static func find(
        _ ids: [Int64],
        agencies: [Int32],
        _ tx: inout Transaction
    ) throws(PostgresError) -> [JobRecord] {
        try tx.all(
            """
            select j.*
            from unnest(\(agencies)) a (agency_id)
            cross join unnest(\(ids)) i (job_id)
            cross join lateral (
                select \(fragment: open) from job j where j.agency_id = a.agency_id and j.job_id = i.job_id
                union all
                select \(fragment: ended) from job_history j where j.agency_id = a.agency_id and j.job_id = i.job_id
            ) j
            """
        )
    }

    /// What a job needs to know; nil when it is gone. Not for the worker's scope.
    public static func payload(
        _ id: Int64,
        agency: Int32,
        _ tx: inout Transaction
    ) throws(PostgresError) -> JSONDocument? {
        try tx.optional(
            """
            select payload from job where agency_id = \(agency) and job_id = \(id)
            union all
            select payload from job_history where agency_id = \(agency) and job_id = \(id)
            """,
            as: JSONDocument.self
        )
    }

    /// Whether the kind is one that a worker does, or that waits for one.
    public static func isKnown(
        kind: String,
        agencies: [Int32],
        _ tx: inout Transaction
    ) throws(PostgresError) -> Bool {
        try tx.one(
            """
            select exists (select from job_kind where kind = \(kind)) or exists (
                select from unnest(\(agencies)) a (agency_id)
                cross join lateral (
                    select from job j
                    where j.agency_id = a.agency_id and j.kind = \(kind) and j.worker_id is null
                    limit 1
                ) j
            )
            """,
            as: Bool.self
        )
    }
}
