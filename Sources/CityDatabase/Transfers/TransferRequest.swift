public import Personnel
public import Postgres

/// An agency's wish for a person, or for a post, that it cannot see.
public struct TransferRequest: Sendable, Hashable, RowDecodable {
    public let id: Int64
    public let agency: AgencyCode
    public let nip: String
    public let to: AgencyCode
    public let post: Int64
    public let basis: String
    public let reason: String
    public let day: CivilDate
    public let by: String
    /// The case that came of it.
    public let number: String?
    /// Why none did.
    public let declined: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (id, agency, nip, to, post, basis, reason, day, by, number, declined) = try row.decode()
    }

    /// Such as "REQ-000012".
    public var code: String {
        let digits = String(id)
        return "REQ-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
