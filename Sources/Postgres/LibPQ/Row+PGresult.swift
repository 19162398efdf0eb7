import CLibPQ

extension Row {
    /// The number of columns; 0 for a statement that gives none.
    public var count: Int { Int(unsafe PQnfields(result)) }

    /// The name of the column at `position`, from 0; its number, from 1, where it has none.
    public func name(_ position: Int) -> String {
        unsafe PQfname(result, CInt(clamping: position)).map { unsafe String(cString: $0) } ?? "\(position + 1)"
    }

    /// The bytes of one value as the server sent them; `bytes` is nil for null.
    @safe @usableFromInline struct Cell {
        @usableFromInline let bytes: UnsafePointer<UInt8>?
        @usableFromInline let count: Int
        @usableFromInline let oid: OID
    }

    /// Null, and of type 0, where there is no such column.
    @usableFromInline func cell(_ position: Int) -> Cell {
        let column = CInt(clamping: position)
        let count = unsafe PQgetlength(result, index, column)
        let isNull = unsafe count == 0 && PQgetisnull(result, index, column) != 0
        let start = unsafe isNull ? nil : PQgetvalue(result, index, column)
        return unsafe Cell(
            bytes: unsafe UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self),
            count: Int(count),
            oid: OID(rawValue: unsafe PQftype(result, column))
        )
    }
}
