/// `text`, `varchar`, `char(n)`, `name` and `json`: the characters in UTF-8, which every connection speaks.
///
/// The server refuses U+0000 in a text.
extension String: PostgresArrayElement {
    @inlinable public static var oid: OID { .text }
    @inlinable public static var arrayOID: OID { .textArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: utf8) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool {
        switch oid {
        case .text, .varchar, .bpchar, .name, .unknown, .json: true
        default: false
        }
    }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        // Not validated: the server has done it. What is no UTF-8 after all is repaired, not trusted.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
