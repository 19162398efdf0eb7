extension String: PostgresCodable {
    public static var oid: OID { .text }

    public func encode(into buffer: inout [UInt8]) {
        buffer.append(contentsOf: utf8)
    }

    public static func accepts(_ oid: OID) -> Bool {
        [.text, .varchar, .bpchar, .name, .unknown, .json].contains(oid)
    }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        // The connection's encoding is UTF-8 and the server validates it.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

/// A `jsonb` document as text.
public struct JSONDocument: PostgresCodable, Hashable {
    public let text: String

    public init(text: String) {
        self.text = text
    }

    public static var oid: OID { .jsonb }

    public func encode(into buffer: inout [UInt8]) {
        buffer.append(1)
        buffer.append(contentsOf: text.utf8)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .jsonb || oid == .json }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard oid == .jsonb else {
            text = try String(binary: bytes, oid: oid)
            return
        }
        guard bytes.count >= 1, bytes[0] == 1 else {
            throw DecodingFailure(expected: "jsonb version 1", reason: .value)
        }
        text = try String(binary: bytes.extracting(1...), oid: .text)
    }
}

/// A `bytea`.
public struct Bytes: PostgresCodable, Hashable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public static var oid: OID { .bytea }

    public func encode(into buffer: inout [UInt8]) {
        buffer.append(contentsOf: bytes)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .bytea }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self.bytes = unsafe bytes.withUnsafeBufferPointer { unsafe [UInt8]($0) }
    }
}
