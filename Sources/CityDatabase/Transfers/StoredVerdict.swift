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
        (rule, outcome, stops, mayBeLifted, facts, passesFrom, exception) = try row.decode()
    }
}
