public import Postgres

/// How far a run is in one agency.
public struct RunAgencyProgress: Sendable, Hashable, RowDecodable {
    public let agency: Int32
    public let chunks: Int
    public let chunksDone: Int
    public let processed: Int
    public let failures: Int
    /// Errors of its chunks, those that were tried again with success among them.
    public let errors: Int
    /// The newest error of a chunk that is not done, without personal data.
    public let lastError: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (agency, chunks, chunksDone, processed, failures, errors, lastError) = try row.decode()
    }

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
