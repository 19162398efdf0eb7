public import Personnel
public import Postgres

/// A case as lists show it. An agency gets those parts that it may see.
public struct TransferSummary: Sendable, Hashable, RowDecodable {
    /// Such as "TRF-2026-000123".
    public let number: String
    public let state: String
    public let nip: String
    public let name: String
    /// The agency in which the person served when the case began.
    public let from: AgencyCode
    /// Nil without a definitive post, or where it is not the reader's.
    public let fromTitle: String?
    public let to: AgencyCode
    public let toTitle: String?
    public let day: CivilDate
    public let proposer: String
    public let basis: String
    /// The batch's code; nil without one, and for agencies.
    public let batch: String?
    /// As the last check derived it; nil before, and for agencies.
    public let direction: String?
    /// Why it was not carried out on its day.
    public let problem: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (
            number, state, nip, name, from, fromTitle, to, toTitle, day, proposer, basis, batch, direction, problem
        ) = try row.decode()
    }
}
