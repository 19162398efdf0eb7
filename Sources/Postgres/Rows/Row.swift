/// One row of a result, readable while it is lent.
///
/// It cannot be copied, so it cannot leave the closure or the initialiser it was lent to.
///
/// ```swift
/// try tx.stream("select code, head from unit") { row in
///     let (code, head) = try row.decode(as: (String, Int?).self)
///     print(code, head ?? 0)
/// }
/// ```
@safe public struct Row: ~Copyable {
    @usableFromInline let result: OpaquePointer
    @usableFromInline let index: CInt

    @inlinable init(_ result: OpaquePointer, _ index: Int) {
        unsafe self.result = result
        self.index = CInt(truncatingIfNeeded: index)
    }

    /// The number of columns; 0 for a statement that gives none.
    public var count: Int { unsafe PGResult.columnCount(result) }

    /// The name of the column at `position`, from 0; its number, from 1, where it has none.
    public func name(_ position: Int) -> String {
        unsafe PGResult.columnName(result, position) ?? "\(position + 1)"
    }

    /// All columns, by position, as a tuple of as many.
    ///
    /// - Throws: `decoding` with the column's name, the expected and the found type; `misuse` when the row has another
    ///   number of columns.
    @inlinable public func decode<each Column: PostgresDecodable>(
        as _: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        var expected = 0
        for _ in repeat (each Column).self { expected += 1 }
        guard count == expected else { throw width(expected) }
        var position = 0
        return (repeat try next((each Column).self, &position))
    }

    @inlinable func next<Value: PostgresDecodable>(
        _: Value.Type,
        _ position: inout Int
    ) throws(PostgresError) -> Value {
        defer { position += 1 }
        return try column(position)
    }

    /// The column at `position`, from 0.
    ///
    /// - Throws: `decoding` with the column's name, the expected and the found type; `misuse` when there is no such
    ///   column.
    @inlinable public func column<Value: PostgresDecodable>(
        _ position: Int,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        let cell = unsafe PGResult.cell(result, index, position)
        do throws(DecodingFailure) {
            guard Value.accepts(cell.oid) else {
                throw DecodingFailure(expected: "\(Value.self)", reason: .type(cell.oid))
            }
            guard let bytes = unsafe cell.bytes else { return try Value.decodeNull() }
            return try Value(binary: unsafe UnsafeBufferPointer(start: bytes, count: cell.count).span, oid: cell.oid)
        } catch {
            throw failure(error, position)
        }
    }

    @usableFromInline func failure(_ failure: DecodingFailure, _ position: Int) -> PostgresError {
        guard position >= 0, position < count else {
            return PostgresError(.misuse("the result has no column \(position + 1)"))
        }
        return PostgresError(.decoding(failure, column: name(position)))
    }

    @usableFromInline func width(_ expected: Int) -> PostgresError {
        PostgresError(.misuse("the result has \(count) columns, \(expected) were asked for"))
    }
}
