public import Postgres

/// How far a run is in one agency.
public struct RunAgencyProgress: Sendable, Hashable, RowDecodable {
    /// Which agency.
    public let agency: Int32
    /// Into how many chunks its keys are cut so far.
    public let chunks: Int
    /// How many of them are done.
    public let chunksDone: Int
    /// Keys in those that are done.
    public let processed: Int
    /// Keys that could not be handled.
    public let failures: Int
    /// Errors of its chunks, those that were tried again with success among them.
    public let errors: Int
    /// The newest error of a chunk that is not done, without personal data.
    public let lastError: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (agency, chunks, chunksDone, processed, failures, errors, lastError) = try row.decode()
    }

    /// How far a run is in each agency, by the agencies' numbers; none before it starts.
    public static func of(_ run: Int64, _ tx: inout Transaction) throws(PostgresError) -> [RunAgencyProgress] {
        try tx.all(
            """
            select agency_id, count(*) filter (where state <> 'split'), count(*) filter (where state = 'done'),
                coalesce(sum(processed) filter (where state = 'done'), 0)::bigint,
                coalesce(sum(failures) filter (where state = 'done'), 0)::bigint, sum(errors)::bigint,
                (array_agg(last_error order by due_at desc) filter (where last_error is not null and state <> 'done'))[1]
            from run_chunk where run_id = \(run)
            group by agency_id order by agency_id
            """
        )
    }
}
