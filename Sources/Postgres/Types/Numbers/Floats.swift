/// `float4`: IEEE 754 binary32, big-endian (src/backend/utils/adt/float.c).
extension Float: PostgresArrayElement {
    @inlinable public static var oid: OID { .float4 }
    @inlinable public static var arrayOID: OID { .float4Array }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(bitPattern) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(bitPattern) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .float4 }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 4, Self.self)
        self = Float(bitPattern: bytes.bigEndian())
    }
}

/// `float8`: IEEE 754 binary64, big-endian (src/backend/utils/adt/float.c).
extension Double: PostgresArrayElement {
    @inlinable public static var oid: OID { .float8 }
    @inlinable public static var arrayOID: OID { .float8Array }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(bitPattern) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(bitPattern) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .float8 || oid == .float4 }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        if oid == .float4 {
            self = Double(try Float(binary: bytes, oid: oid))
        } else {
            try requireLength(bytes, 8, Self.self)
            self = Double(bitPattern: bytes.bigEndian())
        }
    }
}
