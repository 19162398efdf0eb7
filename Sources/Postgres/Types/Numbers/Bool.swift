/// `bool`: one byte (src/backend/utils/adt/bool.c).
extension Bool: PostgresArrayElement {
    @inlinable public static var oid: OID { .bool }
    @inlinable public static var arrayOID: OID { .boolArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.append(self ? 1 : 0) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(self ? 1 as UInt8 : 0) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .bool }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 1, Self.self)
        self = bytes[0] != 0
    }
}
