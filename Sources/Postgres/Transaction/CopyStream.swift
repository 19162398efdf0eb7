/// Writes the bytes of a COPY in whatever format its statement names: PostgreSQL's text format, CSV or binary.
///
/// What it holds is one block of 64 KiB; `write` waits while the server cannot take more.
///
/// ```swift
/// try tx.copyIn("copy unit (code, head) from stdin (format csv)") { stream in
///     for line in ["dinkes,7\n", "disdik,\n"] { try stream.write(line.utf8) }
/// }
/// ```
public struct CopyStream: ~Copyable, CopyDestination {
    private let session: Session
    private var buffer: [UInt8] = []
    private static let blockSize = 1 << 16

    init(_ session: Session) {
        self.session = session
        buffer.reserveCapacity(Self.blockSize + 4096)
    }

    /// Bytes as they are; a block need not end where a row ends.
    ///
    /// - Throws: `connectionLost` and `deadlineExceeded`. What the server refuses is thrown by `copyIn` itself, at the
    ///   end.
    public mutating func write(_ bytes: some Collection<UInt8>) throws(PostgresError) {
        buffer += bytes
        if buffer.count >= Self.blockSize { try flush() }
    }

    /// One row of the text format (manual, COPY, "Text Format"): columns parted by tabs, nil as `\N`, and the server
    /// reads each by its column's type.
    ///
    /// - Throws: as `write`.
    public mutating func row(_ columns: [String?]) throws(PostgresError) {
        for (index, column) in columns.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            guard let column else {
                buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
                continue
            }
            for byte in column.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
                case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
                case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
                case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
                default: buffer.append(byte)
                }
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.blockSize { try flush() }
    }

    mutating func finish() throws(PostgresError) {
        if !buffer.isEmpty { try flush() }
    }

    private mutating func flush() throws(PostgresError) {
        try session.putCopy(buffer.span)
        buffer.removeAll(keepingCapacity: true)
    }
}
