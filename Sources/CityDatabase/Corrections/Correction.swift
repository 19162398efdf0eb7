public import Personnel
public import Postgres

/// A field of a fact that was wrong, and what it was put right to.
public struct Correction: Sendable, Hashable, RowDecodable {
    /// What kind of fact it is; raw values are those of the database.
    public enum Fact: String, Sendable, Hashable {
        case person
        case assignment
        case post
    }

    /// The day on which it was put right.
    public let day: CivilDate
    /// A `Fact` by its raw value.
    public let fact: String
    public let field: String
    /// As the database writes them; nil for nothing.
    public let before: String?
    public let after: String?
    public let reason: String
    public let documentNumber: String?
    public let correctedBy: String

    public init(_ row: borrowing Row) throws(PostgresError) {
        (day, fact, field, before, after, reason, documentNumber, correctedBy) = try row.decode()
    }
}

/// Why a fact is put right, and who answers for it.
public struct CorrectionGround: Sendable, Hashable {
    public let reason: String
    public let documentNumber: String?
    /// The NIP or name of the person who puts it right.
    public let correctedBy: String

    public init(reason: String, documentNumber: String?, correctedBy: String) {
        self.reason = reason
        self.documentNumber = documentNumber
        self.correctedBy = correctedBy
    }
}
