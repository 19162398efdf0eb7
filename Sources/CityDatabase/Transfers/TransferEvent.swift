public import Personnel
public import Postgres

/// A step that was taken.
public struct TransferEvent: Sendable, Hashable, RowDecodable {
    public let step: String
    public let from: String?
    public let to: String
    public let actor: String
    public let by: String
    public let day: CivilDate
    public let documentNumber: String?
    public let documentDate: CivilDate?
    public let note: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (step, from, to, actor, by, day, documentNumber, documentDate, note) = try row.decode()
    }
}
