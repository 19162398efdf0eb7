/// A value or SQL's null.
extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    @inlinable public static var oid: OID { Wrapped.oid }

    @inlinable public var isNull: Bool {
        switch self {
        case .none: true
        case .some(let value): value.isNull
        }
    }

    @inlinable
    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        if case .some(let value) = self { try value.encode(into: &buffer) }
    }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) throws(EncodingFailure) {
        switch self {
        case .none: buffer.appendBigEndian(Int32(-1))
        case .some(let value): try value.encodeField(into: &buffer)
        }
    }
}

/// A value or SQL's null.
extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    @inlinable
    public static func accepts(_ oid: OID) -> Bool { Wrapped.accepts(oid) }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self = .some(try Wrapped(binary: bytes, oid: oid))
    }

    @inlinable
    public static func decodeNull() throws(DecodingFailure) -> Wrapped? { nil }
}
