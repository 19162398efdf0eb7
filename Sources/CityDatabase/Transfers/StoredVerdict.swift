public import Personnel
public import Postgres

/// A verdict of a case's last check, as it is on record.
public struct StoredVerdict: Sendable, Hashable, RowDecodable {
    /// The rule's code, or that of a condition of the city's own.
    public let rule: String
    public let outcome: String
    /// Whether it stops the case, unless an exception lifts it.
    public let stops: Bool
    public let mayBeLifted: Bool
    /// Such as "held_since=2025-03-01"; names are those of `FactName`.
    public let facts: [String]
    /// The day from which the rule would pass.
    public let passesFrom: CivilDate?
    /// The approver and the document of the exception that lifts it.
    public let exception: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        // Other columns may follow.
        rule = try row.column(0)
        outcome = try row.column(1)
        stops = try row.column(2)
        mayBeLifted = try row.column(3)
        facts = try row.column(4)
        passesFrom = try row.column(5)
        exception = try row.column(6)
    }

    /// Of a verdict `v`.
    static let columns: SQL = """
        v.rule, v.outcome, v.stops, v.may_be_lifted,
            array(select f ->> 0 || '=' || (f ->> 1) from jsonb_array_elements(v.facts) f), v.passes_on,
            (
                select x.approved_by || ', ' || x.document_number
                from transfer_check k
                join transfer_exception x on x.agency_id = k.agency_id and x.transfer_case_id = k.transfer_case_id
                where k.agency_id = v.agency_id and k.transfer_check_id = v.transfer_check_id and x.rule = v.rule
            )
        """

    /// What stops a case first.
    static let order: SQL = """
        case v.outcome when 'block' then 1 when 'gate' then 2 when 'not_known' then 3 when 'warn' then 4 else 5 end,
            v.rule
        """
}
