/// The handle of an open transaction, on its connection's own thread: every call is an ordinary throwing call.
///
/// It cannot be copied, so it cannot leave the closure it was lent to, nor be used by two tasks at once.
///
/// ```swift
/// let count = try await database.transaction(as: scope) { tx in
///     try tx.one("select count(*) from person where agency_id = \(agency)", as: Int.self)
/// }
/// ```
public struct Transaction: ~Copyable {
    let session: Session

    /// Runs a statement; the number of rows it touched.
    @discardableResult
    public mutating func execute(_ sql: SQL) throws(PostgresError) -> Int {
        try session.query(sql).value.affectedRows
    }

    /// Exactly one row.
    public mutating func one<each Column: PostgresDecodable>(
        _ sql: SQL,
        as _: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        let result = try session.query(sql)
        try requireRows(result, 1...1)
        return try Row(result, 0).decode(as: (repeat each Column).self)
    }

    /// One row or none.
    public mutating func optional<each Column: PostgresDecodable>(
        _ sql: SQL,
        as _: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column)? {
        let result = try session.query(sql)
        try requireRows(result, 0...1)
        guard result.value.rowCount == 1 else { return nil }
        let columns: (repeat each Column) = try Row(result, 0).decode()
        return columns
    }

    /// All rows, in memory.
    public mutating func all<each Column: PostgresDecodable>(
        _ sql: SQL,
        as _: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> [(repeat each Column)] {
        let result = try session.query(sql)
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(result.value.rowCount)
        for index in 0..<result.value.rowCount {
            rows.append(try Row(result, index).decode(as: (repeat each Column).self))
        }
        return rows
    }

    public mutating func one<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        let result = try session.query(sql)
        try requireRows(result, 1...1)
        return try Value(Row(result, 0))
    }

    public mutating func optional<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value? {
        let result = try session.query(sql)
        try requireRows(result, 0...1)
        return result.value.rowCount == 1 ? try Value(Row(result, 0)) : nil
    }

    public mutating func all<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> [Value] {
        let result = try session.query(sql)
        var values: [Value] = []
        values.reserveCapacity(result.value.rowCount)
        for index in 0..<result.value.rowCount {
            values.append(try Value(Row(result, index)))
        }
        return values
    }

    /// Row by row as they arrive; memory does not grow with the result.
    public mutating func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try session.stream(sql, body)
    }

    /// Binary COPY into a table's columns; the number of rows. A throw in `body` ends the COPY and leaves nothing.
    @discardableResult
    public mutating func copyIn(
        _ table: Identifier,
        columns: [Identifier],
        _ body: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        try session.copyIn(table, columns, body)
    }

    /// The blocks of a `copy (…) to stdout` in text form.
    public mutating func copyOut(_ sql: SQL, _ body: ([UInt8]) throws -> Void) throws {
        try session.copyOut(sql, body)
    }

    /// A part that can fail by itself: a throw undoes it and leaves the transaction usable.
    public mutating func savepoint<Output: Sendable>(
        _ body: (inout Transaction) async throws -> Output
    ) async throws -> Output {
        session.depth += 1
        let name = Identifier("nested_\(session.depth)")
        defer { session.depth -= 1 }
        try session.query("savepoint \(identifier: name)")
        do {
            let output = try await body(&self)
            try session.query("release savepoint \(identifier: name)")
            return output
        } catch {
            session.rollback(to: name)
            throw error
        }
    }

    /// Runs a file of statements that came with the program.
    public mutating func run(_ script: SQLScript) throws(PostgresError) {
        try session.run(script)
    }

    /// All rows of a query that came with the program as a file.
    public mutating func all<each Column: PostgresDecodable>(
        _ script: SQLScript,
        as _: (repeat each Column).Type
    ) throws(PostgresError) -> [(repeat each Column)] {
        try all(SQL(script))
    }

    /// The server's version, 150018 for 15.18.
    public var serverVersion: Int { session.serverVersion }

    private func requireRows(_ result: PGResultReference, _ expected: ClosedRange<Int>) throws(PostgresError) {
        let count = result.value.rowCount
        guard expected.contains(count) else {
            let text = expected.lowerBound == 1 ? "exactly one" : "at most one"
            throw PostgresError(.rowCount(expected: text, actual: count))
        }
    }
}
