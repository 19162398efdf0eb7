/// One row of a result, readable while it is lent.
public struct Row: ~Copyable {
    private let result: PGResultReference
    private let index: Int

    init(_ result: PGResultReference, _ index: Int) {
        self.result = result
        self.index = index
    }

    /// All columns, by position. Errors name the column, the expected and the found type.
    public func decode<each Column: PostgresDecodable>(
        as _: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        var reader = try ColumnReader(result, index, expecting: Row.count(repeat (each Column).self))
        return (repeat try reader.next((each Column).self))
    }

    /// The column at `position`, from 0.
    public func column<Value: PostgresDecodable>(
        _ position: Int,
        as _: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        guard position < result.value.columnCount else {
            throw PostgresError(.misuse("the result has no column \(position + 1)"))
        }
        return try result.value.decode(row: index, column: position, as: Value.self)
    }

    private static func count<each Column>(_: repeat (each Column).Type) -> Int {
        var count = 0
        for _ in repeat (each Column).self { count += 1 }
        return count
    }
}

/// Reads a row's columns one after the other.
private struct ColumnReader {
    let result: PGResultReference
    let row: Int
    var position = 0

    init(_ result: PGResultReference, _ row: Int, expecting count: Int) throws(PostgresError) {
        guard result.value.columnCount == count else {
            throw PostgresError(.misuse("the result has \(result.value.columnCount) columns, \(count) were asked for"))
        }
        self.result = result
        self.row = row
    }

    mutating func next<Value: PostgresDecodable>(_: Value.Type) throws(PostgresError) -> Value {
        defer { position += 1 }
        return try result.value.decode(row: row, column: position, as: Value.self)
    }
}

/// A result that several rows share.
final class PGResultReference {
    let value: PGResult

    init(_ value: consuming PGResult) {
        self.value = value
    }
}

/// A domain value that reads itself from a row.
public protocol RowDecodable: Sendable {
    init(_ row: borrowing Row) throws(PostgresError)
}
