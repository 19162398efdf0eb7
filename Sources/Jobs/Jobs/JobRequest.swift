public import Postgres

/// A job to be enqueued.
public struct JobRequest: Sendable {
    /// How many bytes the payload of somebody's own job may have: what is large lies in a table, and the job says where.
    public static let payloadLimit = 65_536

    /// A job waits as if it had come ten minutes later for each step down, so that none waits for ever.
    public enum Priority: Int16, Sendable, Hashable, CaseIterable {
        /// From the first to the last.
        case urgent, high, normal, low
    }

    /// The agency that it is for; 0 is the city.
    public var agency: Int32
    /// Which handler does it: lower-case letters, digits and `_`.
    public var kind: String
    /// What the job needs to know; row numbers and codes, rather than people's data.
    public var payload: JSONDocument
    /// How it is chosen among those that are due.
    public var priority: Priority
    /// Not before this instant; nil: as soon as possible.
    public var dueAt: Instant?
    /// At most one job of a kind in an agency, waiting or in hand, has this key.
    public var uniqueKey: String?
    /// The occurrence of a schedule that it is for.
    var intendedAt: Instant?

    /// A job for an agency, due at once if nothing else is said.
    public init(
        agency: Int32,
        kind: String,
        payload: JSONDocument = JSONDocument(text: "{}"),
        priority: Priority = .normal,
        dueAt: Instant? = nil,
        uniqueKey: String? = nil
    ) {
        self.agency = agency
        self.kind = kind
        self.payload = payload
        self.priority = priority
        self.dueAt = dueAt
        self.uniqueKey = uniqueKey
    }

    /// What becomes of a request whose unique key a job has already.
    public enum Conflict: Sendable {
        /// The job stays as it is.
        case keep
        /// A job that still waits takes on priority, instant and payload of the request.
        case replace
    }
}

extension Sequence<JobRequest> {
    /// Enqueues all in the caller's transaction, by one statement. Workers see them when it commits; ring a ``Doorbell`` then,
    /// or they will find out by themselves within a second.
    ///
    /// - Returns: how many jobs were made or changed.
    @discardableResult
    public func enqueue(
        onConflict: JobRequest.Conflict = .keep,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Int {
        let requests = Array(self)
        // Only schedules may say what a job was meant for.
        let intended: SQL = requests.contains { $0.intendedAt != nil } ? ", intended_at" : ""
        let conflict: SQL =
            switch onConflict {
            case .keep: "do nothing"
            case .replace:
                """
                (agency_id, kind, unique_key) where unique_key is not null do update
                set priority = excluded.priority, due_at = excluded.due_at, due_set_at = excluded.due_set_at,
                    payload = excluded.payload
                where job.worker_id is null
                """
            }
        return try tx.execute(
            """
            insert into job (agency_id, kind, payload, priority, due_at, unique_key\(fragment: intended))
            select agency_id, kind, payload, priority, coalesce(due_at, clock_timestamp()), unique_key\(fragment: intended)
            from unnest(
                \(requests.map(\.agency)), \(requests.map(\.kind)), \(requests.map(\.payload)),
                \(requests.map(\.priority.rawValue)), \(requests.map(\.dueAt)), \(requests.map(\.uniqueKey)),
                \(requests.map(\.intendedAt))
            ) r (agency_id, kind, payload, priority, due_at, unique_key, intended_at)
            on conflict \(fragment: conflict)
            """
        )
    }
}
