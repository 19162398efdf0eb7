public import Postgres

/// What somebody may do about jobs of one agency, in the worker's scope.
extension JobRecord {
    /// What became of jobs that were to be sent again.
    public struct Retried: Sendable, Hashable {
        /// So many wait again, as new jobs.
        public var count: Int
        /// These are dead as before: another job, waiting or claimed, has their unique key.
        public var stayed: [Int64]

        /// A sum to add to.
        public init(count: Int = 0, stayed: [Int64] = []) {
            (self.count, self.stayed) = (count, stayed)
        }
    }

    /// What became of jobs that were to be cancelled.
    public struct Cancelled: Sendable, Hashable {
        /// These waited, and have ended.
        public var waiting: Int
        /// The workers that have these were asked to end them.
        public var claimed: Int

        /// A sum to add to.
        public init(waiting: Int = 0, claimed: Int = 0) {
            (self.waiting, self.claimed) = (waiting, claimed)
        }
    }

    /// Sends dead jobs again, as new ones with numbers of their own. Others are left alone.
    public static func retry(
        _ ids: [Int64],
        agency: Int32,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Retried {
        let count = try tx.one("select redrive_jobs(\(agency), \(ids))", as: Int32.self)
        let stayed = try tx.all(
            """
            select job_id from job_history
            where agency_id = \(agency) and job_id = any (\(ids)) and outcome = 'dead' order by job_id
            """,
            as: Int64.self
        )
        return Retried(count: Int(count), stayed: stayed)
    }

    /// All dead jobs of an agency, of one kind or of any.
    public static func dead(
        kind: String?,
        agency: Int32,
        _ tx: inout Transaction
    ) throws(PostgresError) -> [Int64] {
        try tx.all(
            """
            select job_id from job_history
            where agency_id = \(agency) and outcome = 'dead' and (kind = \(kind) or \(kind == nil)) order by job_id
            """,
            as: Int64.self
        )
    }

    /// Cancels waiting jobs at once, and asks the worker that has claimed one to end it. Ended jobs are left alone.
    public static func cancel(
        _ ids: [Int64],
        agency: Int32,
        _ tx: inout Transaction
    ) throws(PostgresError) -> Cancelled {
        let (waiting, claimed) = try tx.one(
            "select waiting, claimed from cancel_jobs(\(agency), \(ids))",
            as: (Int, Int).self
        )
        return Cancelled(waiting: waiting, claimed: claimed)
    }
}
