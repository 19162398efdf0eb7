/// A statement and how its result is read, for ``Transaction/pipeline(_:)``.
///
/// ```swift
/// let head = Query.optional("select head from unit where code = \("dinkes")", as: Int?.self)
/// let closed = Query.execute("update unit set closed = true where head is null")
/// let results = try tx.pipeline(head, closed)
/// print(results)
/// ```
public struct Query<Output>: Sendable {
    let sql: SQL
    private let decode: @Sendable (borrowing PGResult) throws(PostgresError) -> Output

    private init(_ sql: SQL, _ decode: @escaping @Sendable (borrowing PGResult) throws(PostgresError) -> Output) {
        self.sql = sql
        self.decode = decode
    }

    func read(_ results: Session.Results, _ position: inout Int) throws(PostgresError) -> Output {
        position += 1
        do throws(PostgresError) {
            return try results.at(position - 1, decode)
        } catch {
            throw error.at(position)
        }
    }

    /// The number of rows that the statement touched.
    public static func execute(_ sql: SQL) -> Query<Int> where Output == Int {
        Query<Int>(sql) { $0.affectedRows }
    }

    /// Exactly one row of one column.
    public static func one(_ sql: SQL, as _: Output.Type) -> Query<Output> where Output: PostgresDecodable {
        Query(sql) { (result) throws(PostgresError) in
            try result.one { (row) throws(PostgresError) in try row.only() }
        }
    }

    /// One row of one column, or no row.
    public static func optional<Column: PostgresDecodable>(
        _ sql: SQL,
        as _: Column.Type
    ) -> Query<Output> where Output == Column? {
        Query(sql) { (result) throws(PostgresError) in
            try result.optional { (row) throws(PostgresError) in try row.only() }
        }
    }

    /// One column of all rows, in memory.
    public static func all<Column: PostgresDecodable>(
        _ sql: SQL,
        as _: Column.Type
    ) -> Query<Output> where Output == [Column] {
        Query(sql) { (result) throws(PostgresError) in
            try result.all { (row) throws(PostgresError) in try row.only() }
        }
    }

    /// Exactly one row, as a tuple; another number of them is `rowCount`.
    public static func one<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type
    ) -> Query<Output> where Output == (repeat each Column) {
        Query(sql) { (result) throws(PostgresError) in
            try result.one { (row) throws(PostgresError) in try row.decode(as: type) }
        }
    }

    /// One row or none, as a tuple; several are `rowCount`.
    public static func optional<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type
    ) -> Query<Output> where Output == (repeat each Column)? {
        Query(sql) { (result) throws(PostgresError) in
            try result.optional { (row) throws(PostgresError) in try row.decode(as: type) }
        }
    }

    /// All rows, as tuples, in memory.
    public static func all<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type
    ) -> Query<Output> where Output == [(repeat each Column)] {
        Query(sql) { (result) throws(PostgresError) in
            try result.all { (row) throws(PostgresError) in try row.decode(as: type) }
        }
    }
}
