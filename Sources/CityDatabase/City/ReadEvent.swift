import Postgres

/// An event of the audit trail: names and results were read.
enum ReadEvent {
    /// In the audit trail of an agency, or of every one that is read.
    static func record(
        _ purpose: String,
        _ columns: [String],
        in reach: Reach,
        _ tx: inout Transaction
    ) throws {
        try tx.execute(
            """
            select record_read(agency_id, '{}'::jsonb, \(purpose), \(columns)) from agency
            where \(fragment: reach.condition("agency_id"))
            """
        )
    }
}
