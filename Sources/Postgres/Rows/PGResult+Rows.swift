extension PGResult {
    /// Lends the row at `index`, from 0.
    @inlinable func row<Value, Failure: Error>(
        _ index: Int,
        _ body: (borrowing Row) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let row = unsafe Row(pointer, index)
        defer { extendLifetime(self) }
        return try body(row)
    }

    @inlinable func one<Value>(
        _ read: (borrowing Row) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        guard rowCount == 1 else { throw wrongCount("exactly one") }
        return try row(0, read)
    }

    @inlinable func optional<Value>(
        _ read: (borrowing Row) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value? {
        guard rowCount != 0 else { return nil }
        guard rowCount == 1 else { throw wrongCount("at most one") }
        return try row(0, read)
    }

    @inlinable func all<Value>(
        _ read: (borrowing Row) throws(PostgresError) -> Value
    ) throws(PostgresError) -> [Value] {
        let count = rowCount
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try row(index, read)) }
        return values
    }

    @usableFromInline func wrongCount(_ expected: String) -> PostgresError {
        PostgresError(.rowCount(expected: expected, actual: rowCount))
    }
}
