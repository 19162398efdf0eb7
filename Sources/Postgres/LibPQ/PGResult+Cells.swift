import CLibPQ

/// What a row reads. It is valid only as long as the result of `pointer`.
extension PGResult {
    static func columnCount(_ pointer: OpaquePointer) -> Int { Int(unsafe PQnfields(pointer)) }

    /// Nil where the column has none.
    static func columnName(_ pointer: OpaquePointer, _ position: Int) -> String? {
        unsafe PQfname(pointer, CInt(clamping: position)).map { unsafe String(cString: $0) }
    }

    /// The bytes of one value as the server sent them; `bytes` is nil for null.
    @safe @usableFromInline struct Cell {
        @usableFromInline let bytes: UnsafePointer<UInt8>?
        @usableFromInline let count: Int
        @usableFromInline let oid: OID
    }

    /// A column that the result lacks reads as null, with type 0.
    @usableFromInline static func cell(_ pointer: OpaquePointer, _ index: CInt, _ position: Int) -> Cell {
        let column = CInt(clamping: position)
        let count = unsafe PQgetlength(pointer, index, column)
        let isNull = unsafe count == 0 && PQgetisnull(pointer, index, column) != 0
        let start = unsafe isNull ? nil : PQgetvalue(pointer, index, column)
        return unsafe Cell(
            bytes: unsafe UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self),
            count: Int(count),
            oid: OID(rawValue: unsafe PQftype(pointer, column))
        )
    }
}
