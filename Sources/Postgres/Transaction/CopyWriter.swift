/// Writes rows of a binary COPY (manual, COPY, "Binary Format").
///
/// What it holds is one block of 64 KiB; `row` waits while the server cannot take more.
///
/// ```swift
/// let heads: [String: Int64?] = ["dinkes": 7, "disdik": nil]
/// try tx.copyIn("unit", columns: ["code", "head"]) { writer in
///     for (code, head) in heads { try writer.row(code, head) }
/// }
/// ```
public struct CopyWriter: ~Copyable, CopyDestination {
    @usableFromInline let session: Session
    @usableFromInline var buffer: [UInt8] = []
    @usableFromInline static let blockSize = 1 << 16

    init(_ session: Session) {
        self.session = session
        buffer.reserveCapacity(Self.blockSize + 4096)
        buffer.append(contentsOf: [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00])
        buffer.append(contentsOf: [UInt8](repeating: 0, count: 8))
    }

    /// One row, in the order of the columns, each of exactly the column's type: the server converts nothing.
    ///
    /// - Throws: `encoding` for a value that cannot be sent, and the row is left out; `connectionLost` and
    ///   `deadlineExceeded`. What the server refuses is thrown by `copyIn` itself, at the end.
    @inlinable public mutating func row<each Value: PostgresEncodable>(
        _ value: repeat each Value
    ) throws(PostgresError) {
        var count = 0
        for _ in repeat (each Value).self { count += 1 }
        let start = begin(count)
        var column = 0
        repeat try field(each value, &column, start)
        try end()
    }

    /// One row whose number of columns is known at run time only, at most 32,767.
    ///
    /// - Throws: as the other `row`.
    public mutating func row(_ values: [any PostgresEncodable]) throws(PostgresError) {
        let start = begin(values.count)
        var column = 0
        for value in values { try field(value, &column, start) }
        try end()
    }

    /// Where the row begins in the buffer.
    @inlinable mutating func begin(_ columns: Int) -> Int {
        defer { buffer.appendBigEndian(Int16(columns)) }
        return buffer.count
    }

    @inlinable mutating func end() throws(PostgresError) {
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// Takes the whole row back when a value of it cannot be written.
    @inlinable mutating func field(
        _ value: some PostgresEncodable,
        _ column: inout Int,
        _ start: Int
    ) throws(PostgresError) {
        column += 1
        do throws(EncodingFailure) {
            try value.encodeField(into: &buffer)
        } catch {
            buffer.removeLast(buffer.count - start)
            throw PostgresError(.encoding(error, parameter: column))
        }
    }

    mutating func finish() throws(PostgresError) {
        buffer.appendBigEndian(Int16(-1))
        try flush()
    }

    @usableFromInline mutating func flush() throws(PostgresError) {
        try session.putCopy(buffer.span)
        buffer.removeAll(keepingCapacity: true)
    }
}
