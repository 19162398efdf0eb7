/// `bytea`: bytes as they are (src/backend/utils/adt/varlena.c). An array of `UInt8` would be an array there.
///
/// ```swift
/// let digest = try tx.one("select sha256(\(Bytes([1, 2, 3])))", as: Bytes.self)
/// print(digest.bytes.count)
/// ```
@frozen
public struct Bytes: Sendable, Hashable, CustomStringConvertible {
    /// The bytes.
    public let bytes: [UInt8]

    /// Bytes to be stored as they are.
    @inlinable
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The server's hexadecimal form, `\x00ff`.
    public var description: String {
        var text: [UInt8] = [0x5C, 0x78]
        text.reserveCapacity(2 + 2 * bytes.count)
        for byte in bytes {
            for digit in [byte >> 4, byte & 15] { text.append(digit + (digit < 10 ? 0x30 : 0x57)) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Bytes: PostgresArrayElement {
    @inlinable public static var oid: OID { .bytea }
    @inlinable public static var arrayOID: OID { .byteaArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: bytes) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .bytea }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self.bytes = unsafe bytes.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
}
