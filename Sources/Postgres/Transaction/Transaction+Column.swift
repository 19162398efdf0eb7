// To the compiler a pack of one type is not the type itself: `tx.one(…).count` needs these.
extension Transaction {
    /// Exactly one row of one column.
    ///
    /// ```swift
    /// let people = try tx.one("select count(*) from person", as: Int.self)
    /// print(people)
    /// ```
    /// - Throws: `rowCount` for none or several rows, `decoding` for another type, `misuse` for several columns.
    @inlinable public mutating func one<Column: PostgresDecodable>(
        _ sql: SQL,
        as _: Column.Type = Column.self
    ) throws(PostgresError) -> Column {
        try session.query(sql).one { (row) throws(PostgresError) in try row.only() }
    }

    /// One row of one column, or no row.
    ///
    /// A null in it is nil only when an optional was asked for, and then inside of the outer one.
    ///
    /// - Throws: `rowCount` for several rows, `decoding` for another type, `misuse` for several columns.
    @inlinable public mutating func optional<Column: PostgresDecodable>(
        _ sql: SQL,
        as _: Column.Type = Column.self
    ) throws(PostgresError) -> Column? {
        try session.query(sql).optional { (row) throws(PostgresError) in try row.only() }
    }

    /// One column of all rows, in memory.
    ///
    /// - Throws: `decoding` for another type, `misuse` for several columns.
    @inlinable public mutating func all<Column: PostgresDecodable>(
        _ sql: SQL,
        as _: Column.Type = Column.self
    ) throws(PostgresError) -> [Column] {
        try session.query(sql).all { (row) throws(PostgresError) in try row.only() }
    }
}

extension Row {
    /// The only column.
    @inlinable func only<Value: PostgresDecodable>() throws(PostgresError) -> Value {
        guard count == 1 else { throw width(1) }
        return try column(0)
    }
}
