public import Personnel
public import Postgres

/// The seats of a post from a day on, until the next formasi of the post.
public struct Formasi: Sendable, Hashable, RowDecodable {
    /// Where the number comes from. Raw values are those of the database.
    public enum Source: String, Sendable, CaseIterable {
        /// A decree of the city.
        case decree
        /// A reckoning of the workload (analisis beban kerja).
        case workload
        /// Nobody entered it: the seats follow those who hold them.
        case holders
    }

    public let day: CivilDate
    /// 0 or more; 0 abolishes the post.
    public let seats: Int
    public let source: Source
    public let decreeNumber: String?
    public let decreeDate: CivilDate?
    /// By what the number was reckoned.
    public let standard: String?
    /// The NIP or name of the person who entered it, or the word of a program.
    public let recordedBy: String

    /// A number that the city enters: of a decree, or without one of the workload.
    public init(
        day: CivilDate,
        seats: Int,
        decreeNumber: String?,
        decreeDate: CivilDate?,
        standard: String?,
        recordedBy: String
    ) {
        (self.day, self.seats, self.source) = (day, seats, decreeNumber == nil ? .workload : .decree)
        (self.decreeNumber, self.decreeDate, self.standard) = (decreeNumber, decreeDate, standard)
        self.recordedBy = recordedBy
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (seats, source): (Int32, String)
        (day, seats, source, decreeNumber, decreeDate, standard, recordedBy) = try row.decode()
        self.seats = Int(seats)
        self.source = Source(rawValue: source) ?? .holders
    }
}
