import Glibc

/// `text`, `varchar`, `char(n)`, `name` and `json`: the characters in UTF-8, which every connection speaks.
///
/// A text with U+0000 is not sent: the server has no room for it.
extension String: PostgresArrayElement {
    @inlinable public static var oid: OID { .text }
    @inlinable public static var arrayOID: OID { .textArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        let start = buffer.count
        buffer.append(contentsOf: utf8)
        guard !buffer.hasZero(from: start) else { throw EncodingFailure.nul(Self.self) }
    }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) throws(EncodingFailure) {
        guard let length = Int32(exactly: utf8.count) else { throw EncodingFailure.outOfRange(Self.self) }
        buffer.appendBigEndian(length)
        try encode(into: &buffer)
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool {
        switch oid {
        case .text, .varchar, .bpchar, .name, .unknown, .json: true
        default: false
        }
    }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        // Not validated: the server has done it. Bytes that are not UTF-8 after all are repaired, not trusted.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Asked of every text that is sent.
    @usableFromInline
    func hasZero(from start: Int) -> Bool {
        guard start < count else { return false }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return unsafe memchr(base + start, 0, bytes.count - start) != nil
        }
    }
}
