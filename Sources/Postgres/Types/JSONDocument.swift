/// A `jsonb` or `json` document as text; sent as `jsonb`, which the server parses.
///
/// Equality is that of the text: `jsonb` comes back with the server's spacing and order of keys, `json` as it was
/// written.
///
/// ```swift
/// let document = JSONDocument(text: #"{"code": "dinkes"}"#)
/// print(try tx.one("select \(document) ->> 'code'", as: String.self))
/// ```
@frozen
public struct JSONDocument: Sendable, Hashable, CustomStringConvertible {
    /// The document.
    public let text: String

    /// A document that the server is to check.
    @inlinable
    public init(text: String) {
        self.text = text
    }

    @inlinable public var description: String { text }
}

/// The text, for `jsonb` with the version 1 before it (src/backend/utils/adt/jsonb.c).
extension JSONDocument: PostgresArrayElement {
    @inlinable public static var oid: OID { .jsonb }
    @inlinable public static var arrayOID: OID { .jsonbArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) {
        buffer.append(1)
        buffer.append(contentsOf: text.utf8)
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .jsonb || oid == .json }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard oid != .json else {
            text = try String(binary: bytes, oid: oid)
            return
        }
        guard bytes.count >= 1, bytes[0] == 1 else { throw DecodingFailure.value(of: Self.self) }
        text = try String(binary: bytes.extracting(1...), oid: .text)
    }
}
