public import Personnel
public import Postgres

/// A day on which offices are closed besides Saturdays and Sundays.
public struct Holiday: Sendable, Hashable, RowDecodable {
    public enum Kind: String, Sendable, CaseIterable {
        /// As the joint decree of three ministers sets it for a year.
        case national
        /// *Cuti bersama*, from the same decree.
        case collectiveLeave = "collective_leave"
        /// Set by the city itself.
        case local
    }

    public let day: CivilDate
    public let name: String
    public let kind: Kind

    public init(day: CivilDate, name: String, kind: Kind) {
        self.day = day
        self.name = name
        self.kind = kind
    }

    public init(_ row: borrowing Row) throws(PostgresError) {
        let kind: String
        (day, name, kind) = try row.decode()
        self.kind = Kind(rawValue: kind) ?? .local
    }
}

/// The city's calendar of holidays. Each call is part of the caller's transaction.
public enum Holidays {
    /// - Parameter year: lists only this year.
    public static func list(_ year: Int?, _ tx: inout Transaction) throws(PostgresError) -> [Holiday] {
        try tx.all(
            """
            select day, name, kind from holiday
            where \(year == nil) or extract(year from day) = \(year ?? 0)
            order by day
            """
        )
    }

    /// All days of the calendar.
    public static func daysOff(_ tx: inout Transaction) throws(PostgresError) -> Set<PostgresDate> {
        Set(try tx.all("select day from holiday", as: PostgresDate.self))
    }

    /// Adds days, and gives existing days their new name and kind; returns how many were new or changed.
    public static func set(_ holidays: [Holiday], _ tx: inout Transaction) throws(PostgresError) -> Int {
        var count = 0
        for holiday in holidays {
            count += try tx.execute(
                """
                insert into holiday as h (day, name, kind) values (\(holiday.day), \(holiday.name), \(holiday.kind.rawValue))
                on conflict (day) do update set name = excluded.name, kind = excluded.kind
                where (h.name, h.kind) is distinct from (excluded.name, excluded.kind)
                """
            )
        }
        return count
    }

    /// False when the day was not a holiday.
    public static func remove(_ day: CivilDate, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        try tx.execute("delete from holiday where day = \(day)") == 1
    }
}
