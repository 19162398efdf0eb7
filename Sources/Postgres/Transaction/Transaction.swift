/// The handle of an open transaction, on its connection's own thread: every call is an ordinary throwing call.
///
/// It cannot be copied, so it cannot leave the closure it was lent to, nor be used by two tasks at once. Every
/// statement ends within the transaction's timeout, on the server, or a little later, here.
///
/// What any call throws: `server` for what the server refuses, after which only a rollback can follow, of a
/// ``savepoint(_:)`` or of all; `encoding` for a parameter that cannot be sent; `cancelled`, `deadlineExceeded` and
/// `connectionLost`. What a call throws besides stands with it.
///
/// ```swift
/// let count = try await database.transaction(as: scope) { tx in
///     try tx.one("select count(*) from person where agency_id = \(7)", as: Int.self)
/// }
/// print(count)
/// ```
public struct Transaction: ~Copyable {
    @usableFromInline let session: Session

    /// Runs a statement; the number of rows it touched.
    ///
    /// ```swift
    /// let closed = try tx.execute("update unit set closed = true where code = \("dinkes")")
    /// print(closed)
    /// ```
    /// - Returns: 0 for a command that touches no rows; for a query, the rows it gave.
    /// - Throws: as every call.
    @discardableResult
    public mutating func execute(_ sql: SQL) throws(PostgresError) -> Int {
        try session.query(sql).affectedRows
    }

    // MARK: - Tuples

    /// Exactly one row, as a tuple.
    ///
    /// ```swift
    /// let (name, head) = try tx.one("select name, head from unit where code = \("dinkes")", as: (String, Int?).self)
    /// print(name, head ?? 0)
    /// ```
    /// - Throws: `rowCount` for none or several, `decoding` for a column of another type, `misuse` for another number
    ///   of columns.
    @inlinable public mutating func one<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        try session.query(sql).one { (row) throws(PostgresError) in try row.decode(as: type) }
    }

    /// One row or none, as a tuple.
    ///
    /// - Throws: `rowCount` for several, `decoding` for a column of another type, `misuse` for another number of
    ///   columns.
    @inlinable public mutating func optional<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column)? {
        try session.query(sql).optional { (row) throws(PostgresError) in try row.decode(as: type) }
    }

    /// All rows, as tuples, in memory. For results of unknown size there is ``stream(_:_:)``.
    ///
    /// - Throws: `decoding` for a column of another type, `misuse` for another number of columns.
    @inlinable public mutating func all<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> [(repeat each Column)] {
        try session.query(sql).all { (row) throws(PostgresError) in try row.decode(as: type) }
    }

    // MARK: - Domain values

    /// Exactly one row, which reads itself.
    ///
    /// - Throws: `rowCount` for none or several, and what the value's initialiser throws.
    @inlinable public mutating func one<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        try session.query(sql).one(Value.init)
    }

    /// One row or none, which reads itself.
    ///
    /// - Throws: `rowCount` for several, and what the value's initialiser throws.
    @inlinable public mutating func optional<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value? {
        try session.query(sql).optional(Value.init)
    }

    /// All rows, which read themselves, in memory.
    ///
    /// - Throws: what the value's initialiser throws.
    @inlinable public mutating func all<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> [Value] {
        try session.query(sql).all(Value.init)
    }

    // MARK: - Streams

    /// Row by row as they arrive; memory does not grow with the result.
    ///
    /// The statement's timeout covers the whole stream, the time in `body` included. A throw of `body` comes out after
    /// the rest was read and dropped, and the transaction can go on, unless the server failed the statement meanwhile.
    ///
    /// ```swift
    /// var total = 0
    /// try tx.stream("select points from rating_event") { row in
    ///     total += try row.column(0, as: Int.self)
    /// }
    /// print(total)
    /// ```
    /// - Throws: what `body` throws.
    public mutating func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try session.stream(sql, body)
    }

    /// Row by row as tuples; memory does not grow with the result.
    ///
    /// ```swift
    /// try tx.stream("select code, name from unit", as: (String, String).self) { code, name in
    ///     print(code, name)
    /// }
    /// ```
    /// - Throws: what `body` throws; `decoding` for a column of another type, `misuse` for another number of columns.
    @inlinable public mutating func stream<each Column: PostgresDecodable>(
        _ sql: SQL,
        as type: (repeat each Column).Type,
        _ body: (repeat each Column) throws -> Void
    ) throws {
        try session.stream(sql) { row in
            let columns = try row.decode(as: type)
            try body(repeat each columns)
        }
    }

    // MARK: - Parts

    /// A part that can fail by itself: a throw undoes it and leaves the transaction usable. They nest.
    ///
    /// It costs no round trip of its own: the savepoint travels with the part's first statement, its release with the
    /// next. Only undoing it takes one.
    ///
    /// ```swift
    /// do {
    ///     let added = try await tx.savepoint { part in
    ///         try part.execute("insert into unit (code) values (\("dinkes"))")
    ///     }
    ///     print(added)
    /// } catch let error as PostgresError where error.sqlState == .uniqueViolation {
    ///     try tx.execute("update unit set seen = seen + 1 where code = \("dinkes")")
    /// }
    /// ```
    /// - Throws: what `body` throws; `commitRolledBack` when a statement failed and `body` let it pass: the part is
    ///   undone.
    @discardableResult
    public mutating func savepoint<Output: Sendable>(
        _ body: (inout Transaction) async throws -> Output
    ) async throws -> Output {
        let savepoint = session.beginSavepoint()
        let output: Output
        do {
            output = try await body(&self)
        } catch {
            session.undo(savepoint)
            throw error
        }
        try session.release(savepoint)
        return output
    }

    /// Sends a notification when the transaction commits; those that ``Database/listen(to:)`` get it.
    ///
    /// ```swift
    /// try tx.notify("jobs", "chunk 7")
    /// ```
    /// - Parameters:
    ///   - channel: where to.
    ///   - payload: under 8,000 bytes (manual, NOTIFY). It is readable by every login of the database.
    /// - Throws: as every call; `server` for a payload or a channel's name that is too long.
    public mutating func notify(_ channel: Channel, _ payload: String = "") throws(PostgresError) {
        _ = try session.query("select pg_notify(\(channel.name), \(payload))")
    }

    // MARK: - Scripts

    /// Runs a file of statements that came with the program. They share one message and no parameters; none may begin
    /// or end a transaction. The server's timeout is for each, the client's for all of them.
    ///
    /// - Throws: as every call; the first failure, and nothing after it was run.
    public mutating func run(_ script: SQLScript) throws(PostgresError) {
        try session.run(script)
    }

    /// All rows of a query that came with the program as a file: one statement.
    ///
    /// - Throws: `decoding` for a column of another type, `misuse` for another number of columns.
    @inlinable public mutating func all<each Column: PostgresDecodable>(
        _ script: SQLScript,
        as type: (repeat each Column).Type
    ) throws(PostgresError) -> [(repeat each Column)] {
        try all(SQL(script), as: type)
    }

    /// The server's version as a number, 150018 for 15.18.
    public var serverVersion: Int { session.serverVersion }
}
