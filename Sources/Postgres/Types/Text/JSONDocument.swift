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

    /// How deep arrays and objects may lie within each other in what `init(checking:limit:)` takes. The server's own limit
    /// is the size of its stack.
    public static let maximumDepth = 100

    /// A document that the server will take: for what somebody typed.
    ///
    /// - Parameters:
    ///   - text: one JSON value (RFC 8259).
    ///   - limit: how many bytes it may have.
    /// - Throws: `JSONFlaw` for a text that is not JSON, and for JSON that `jsonb` refuses: `\\u0000`, halves of surrogate pairs,
    ///   numbers beyond `numeric`, too deep nesting (manual, section 8.14).
    public init(checking text: String, limit: Int = 1_000_000) throws(JSONFlaw) {
        let bytes = Array(text.utf8)
        guard bytes.count <= limit else { throw .size(limit: limit) }
        var scanner = JSONScanner(bytes)
        try scanner.scan()
        self.text = text
    }

    @inlinable public var description: String { text }
}

/// The text, for `jsonb` with the version 1 before it (src/backend/utils/adt/jsonb.c).
extension JSONDocument: PostgresArrayElement {
    @inlinable public static var oid: OID { .jsonb }
    @inlinable public static var arrayOID: OID { .jsonbArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        buffer.append(1)
        try text.encode(into: &buffer)
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
