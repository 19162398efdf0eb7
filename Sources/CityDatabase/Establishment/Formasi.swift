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

    /// The statement by which the city enters seats; the same day again corrects them. Returns for each new or changed row
    /// whether it is new.
    ///
    /// - Parameter rows: agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by.
    static func entering(_ rows: SQL) -> SQL {
        """
        insert into formasi (
            agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by
        )
        \(fragment: rows)
        on conflict (agency_id, post_id, valid_from) do update
        set seats = excluded.seats, source = excluded.source, decree_number = excluded.decree_number,
            decree_date = excluded.decree_date, standard = excluded.standard, recorded_by = excluded.recorded_by,
            recorded_at = now()
        where (formasi.seats, formasi.source, formasi.decree_number, formasi.decree_date, formasi.standard)
            is distinct from
            (excluded.seats, excluded.source, excluded.decree_number, excluded.decree_date, excluded.standard)
        returning xmax = 0
        """
    }
}
