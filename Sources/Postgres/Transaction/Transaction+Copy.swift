extension Transaction {
    /// Binary COPY into a table's columns; the number of rows. A throw of `body` ends the COPY and leaves nothing.
    ///
    /// The fastest way in: the server converts nothing, so each value must have exactly its column's type.
    ///
    /// ```swift
    /// let count = try tx.copyIn("unit", columns: ["code", "points"]) { writer in
    ///     for number in 1...3 { try writer.row("unit-\(number)", Int32(number)) }
    /// }
    /// print(count)
    /// ```
    /// - Parameters:
    ///   - table: looked for in the search path.
    ///   - columns: in the order of each row's values.
    ///   - body: writes the rows. The server's timeout runs meanwhile.
    /// - Throws: what `body` throws, else what the server refused: `server` for a value of another length than the
    ///   column's type has, and for every constraint.
    @discardableResult
    public mutating func copyIn(
        _ table: Identifier,
        columns: [Identifier],
        _ body: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        try session.copyIn(
            "copy \(identifier: table) (\(identifiers: columns)) from stdin (format binary)",
            CopyWriter(session),
            body
        )
    }

    /// COPY in whatever format the statement names; the number of rows. A throw of `body` ends the COPY and leaves
    /// nothing.
    ///
    /// ```swift
    /// try tx.copyIn("copy unit (code, head) from stdin") { stream in
    ///     try stream.row(["dinkes", nil])
    /// }
    /// try tx.copyIn("copy unit (code, head) from stdin (format csv, header)") { stream in
    ///     try stream.write("code,head\ndisdik,7\n".utf8)
    /// }
    /// ```
    /// - Throws: what `body` throws, else what the server refused; `misuse` for other statements than COPY from standard input,
    ///   and for a statement with parameters.
    @discardableResult
    public mutating func copyIn(_ statement: SQL, _ body: (inout CopyStream) throws -> Void) throws -> Int {
        try session.copyIn(statement, CopyStream(session), body)
    }

    /// Lends each block of a `copy … to stdout`, in whatever format the statement names, in libpq's own memory. In text
    /// format a block is a row; the server sends more only as blocks are read.
    ///
    /// A throw of `body` comes out after the rest was read and dropped, and the transaction can go on, unless the server
    /// failed the statement meanwhile.
    ///
    /// ```swift
    /// var csv: [UInt8] = []
    /// try tx.copyOut("copy (select code, name from unit order by code) to stdout (format csv)") { block in
    ///     for index in block.indices { csv.append(block[index]) }
    /// }
    /// print(csv.count)
    /// ```
    /// - Throws: what `body` throws; `misuse` for other statements than COPY to standard output, and for a
    ///   statement with parameters.
    public mutating func copyOut(_ statement: SQL, _ body: (Span<UInt8>) throws -> Void) throws {
        try session.copyOut(statement, body)
    }
}
