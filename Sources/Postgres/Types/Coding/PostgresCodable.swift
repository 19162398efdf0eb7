/// A value that can be sent as a parameter or a COPY field, in PostgreSQL's binary format.
///
/// A type of your own borrows the form of one that is here:
///
/// ```swift
/// struct Celsius: PostgresEncodable {
///     let degrees: Double
///     static var oid: OID { .float8 }
///     func encode(into buffer: inout [UInt8]) { degrees.encode(into: &buffer) }
/// }
/// ```
public protocol PostgresEncodable: Sendable {
    /// The type the server is told. It alone decides how the bytes are read there.
    static var oid: OID { get }
    /// Whether the value is SQL's null; false unless the type says otherwise.
    var isNull: Bool { get }
    /// Appends the binary form, without its length. Not called when `isNull`.
    ///
    /// Fails only for a nested array whose rows differ in length, for a text with U+0000, and for what the protocol has no
    /// room for; the server judges everything else.
    func encode(into buffer: inout [UInt8]) throws(EncodingFailure)
    /// Appends the value as parameters, COPY, arrays and ranges carry it: its length in four bytes, big-endian, before
    /// the binary form; −1 alone for null.
    ///
    /// The default does so by ``isNull`` and ``encode(into:)``; a type of fixed length writes both at once.
    func encodeField(into buffer: inout [UInt8]) throws(EncodingFailure)
}

extension PostgresEncodable {
    /// False: a value is there.
    @inlinable public var isNull: Bool { false }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) throws(EncodingFailure) {
        guard !isNull else { return buffer.appendBigEndian(Int32(-1)) }
        let start = buffer.count
        buffer.appendBigEndian(Int32(0))
        try encode(into: &buffer)
        guard let length = Int32(exactly: buffer.count - start - 4) else { throw EncodingFailure.outOfRange(Self.self) }
        buffer.storeBigEndian(length, at: start)
    }
}

/// A value that can be read from a binary result column.
///
/// ```swift
/// struct Celsius: PostgresDecodable {
///     let degrees: Double
///     static func accepts(_ oid: OID) -> Bool { Double.accepts(oid) }
///     init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
///         degrees = try Double(binary: bytes, oid: oid)
///     }
/// }
/// let normal = try tx.one("select 36.6::float8", as: Celsius.self)
/// print(normal.degrees)
/// ```
public protocol PostgresDecodable: Sendable {
    /// Whether a column of this type can be read. Asked for every value: compare, do not search.
    ///
    /// Integers and floats widen (`Int` reads int2, int4 and int8), nothing narrows, nothing goes through text. Domains
    /// arrive as the type under them.
    static func accepts(_ oid: OID) -> Bool
    /// Reads the value from exactly `bytes`, which are whatever arrived: any length and any content.
    ///
    /// `oid` is one that `accepts` took.
    init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure)
    /// What a null becomes: an error, but for optionals.
    ///
    /// - Throws: `null`.
    static func decodeNull() throws(DecodingFailure) -> Self
}

extension PostgresDecodable {
    /// Throws `null`: the type has no place for it.
    @inlinable
    public static func decodeNull() throws(DecodingFailure) -> Self {
        throw DecodingFailure.null(Self.self)
    }
}

/// A value that travels both ways.
public typealias PostgresCodable = PostgresDecodable & PostgresEncodable
