public import FoundationEssentials

/// `uuid`: its sixteen bytes in the order they are written (src/backend/utils/adt/uuid.c).
extension UUID: PostgresArrayElement {
    @inlinable public static var oid: OID { .uuid }
    @inlinable public static var arrayOID: OID { .uuidArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) {
        unsafe withUnsafeBytes(of: uuid) { unsafe buffer.append(contentsOf: $0) }
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .uuid }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 16, Self.self)
        self.init(uuid: unsafe bytes.bytes.unsafeLoadUnaligned(as: uuid_t.self))
    }
}
