/// Writes rows of a binary COPY (manual, COPY, "Binary Format").
public struct CopyWriter: ~Copyable {
    private let session: Session
    private var buffer: [UInt8] = []
    private static let blockSize = 1 << 16

    init(_ session: Session) {
        self.session = session
        buffer.reserveCapacity(Self.blockSize + 4096)
        buffer.append(contentsOf: [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00])
        buffer.append(contentsOf: [UInt8](repeating: 0, count: 8))
    }

    /// One row, in the order of the columns. Waits while the server cannot take more.
    public mutating func row<each Value: PostgresEncodable>(_ value: repeat each Value) throws(PostgresError) {
        var count: Int16 = 0
        for _ in repeat (each Value).self { count += 1 }
        buffer.appendBigEndian(count)
        repeat buffer.appendField(each value)
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// One row whose number of columns is known at run time only.
    public mutating func row(_ values: [any PostgresEncodable]) throws(PostgresError) {
        buffer.appendBigEndian(Int16(values.count))
        for value in values { buffer.appendField(value) }
        if buffer.count >= Self.blockSize { try flush() }
    }

    mutating func finish() throws(PostgresError) {
        buffer.appendBigEndian(Int16(-1))
        try flush()
    }

    private mutating func flush() throws(PostgresError) {
        try session.putCopy(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
