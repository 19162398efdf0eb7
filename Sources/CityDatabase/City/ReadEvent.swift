import Postgres

/// Records that names and results were read.
enum ReadEvent {
    /// Records it in the audit trail of an agency, or of every agency that is read.
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

    /// The same for one agency that is known by its number.
    static func record(_ purpose: String, _ columns: [String], of agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute("select record_read(\(agency), '{}'::jsonb, \(purpose), \(columns))")
    }
}
