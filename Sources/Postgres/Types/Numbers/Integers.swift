/// `int2`, `int4`, `int8`: big-endian two's complement (src/backend/utils/adt/int.c, int8.c).
@usableFromInline
protocol PostgresInteger: FixedWidthInteger, BitwiseCopyable, PostgresArrayElement {}

extension PostgresInteger {
    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(self) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(self) }

    // The column's type says how long the bytes must be; `accepts` let through only what fits Self.
    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        switch (oid, bytes.count) {
        case (Self.oid, MemoryLayout<Self>.size): self = bytes.bigEndian()
        case (.int2, 2): self = Self(truncatingIfNeeded: bytes.bigEndian(Int16.self))
        case (.int4, 4) where Self.bitWidth > 32: self = Self(truncatingIfNeeded: bytes.bigEndian(Int32.self))
        default: throw DecodingFailure.length(bytes.count, of: Self.self)
        }
    }
}

extension Int16: PostgresInteger {
    @inlinable public static var oid: OID { .int2 }
    @inlinable public static var arrayOID: OID { .int2Array }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .int2 }
}

extension Int32: PostgresInteger {
    @inlinable public static var oid: OID { .int4 }
    @inlinable public static var arrayOID: OID { .int4Array }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .int4 || oid == .int2 }
}

extension Int64: PostgresInteger {
    @inlinable public static var oid: OID { .int8 }
    @inlinable public static var arrayOID: OID { .int8Array }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .int8 || oid == .int4 || oid == .int2 }
}

extension Int: PostgresInteger {
    @inlinable public static var oid: OID { .int8 }
    @inlinable public static var arrayOID: OID { .int8Array }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .int8 || oid == .int4 || oid == .int2 }
}
