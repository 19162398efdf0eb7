/// A domain value that reads itself from a row, column by column.
///
/// ```swift
/// struct Unit: RowDecodable {
///     var code: String
///     var head: Int?
///
///     init(_ row: borrowing Row) throws(PostgresError) {
///         code = try row.column(0)
///         head = try row.column(1)
///     }
/// }
/// ```
public protocol RowDecodable: Sendable {
    /// Reads the columns by position, from 0, in the order of the statement's list.
    ///
    /// - Throws: `decoding` and `misuse`, as ``Row/column(_:as:)`` does.
    init(_ row: borrowing Row) throws(PostgresError)
}
