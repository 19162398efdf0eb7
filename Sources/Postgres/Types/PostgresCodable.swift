/// A value that can be sent as a parameter or a COPY field, in PostgreSQL's binary format.
public protocol PostgresEncodable: Sendable {
    static var oid: OID { get }
    var isNull: Bool { get }
    /// Appends the binary form. Not called when `isNull`.
    func encode(into buffer: inout [UInt8])
}

extension PostgresEncodable {
    public var isNull: Bool { false }
}

/// A value that can be read from a binary result column.
public protocol PostgresDecodable: Sendable {
    /// Whether a column of this type can be read. Nothing is converted through text.
    static func accepts(_ oid: OID) -> Bool
    /// Reads the value; `bytes` has the length the server sent, which is checked here.
    init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure)
    /// What a null becomes: an error, but for optionals.
    static func decodeNull() throws(DecodingFailure) -> Self
}

extension PostgresDecodable {
    public static func decodeNull() throws(DecodingFailure) -> Self {
        throw DecodingFailure(expected: "\(Self.self)", reason: .null)
    }
}

public typealias PostgresCodable = PostgresDecodable & PostgresEncodable

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var oid: OID { Wrapped.oid }
    public var isNull: Bool {
        if case .none = self { true } else { false }
    }

    public func encode(into buffer: inout [UInt8]) {
        self?.encode(into: &buffer)
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static func accepts(_ oid: OID) -> Bool { Wrapped.accepts(oid) }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self = .some(try Wrapped(binary: bytes, oid: oid))
    }

    public static func decodeNull() throws(DecodingFailure) -> Wrapped? { nil }
}
