/// A type that PostgreSQL has an array of.
///
/// A type of your own says `arrayOID` and nothing else; the other requirements are how arrays nest.
///
/// ```swift
/// struct Points: PostgresArrayElement {
///     let count: Int32
///     static var oid: OID { .int4 }
///     static var arrayOID: OID { .int4Array }
///     static func accepts(_ oid: OID) -> Bool { Int32.accepts(oid) }
///     func encode(into buffer: inout [UInt8]) { count.encode(into: &buffer) }
///     init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
///         count = try Int32(binary: bytes, oid: oid)
///     }
/// }
/// let points = try tx.one("select '{3, 4}'::int4[]", as: [Points].self)
/// print(points.count)
/// ```
public protocol PostgresArrayElement: PostgresCodable {
    /// The value inside all dimensions and optionals: `Int32` of `[[Int32?]]`.
    associatedtype ArrayLeaf: PostgresCodable = Self
    /// The array's type, the same for any number of dimensions.
    static var arrayOID: OID { get }
    /// How many dimensions a value brings along: 0, but for arrays.
    static var arrayDimensions: Int { get }
    /// Appends the value's leaves, each with its length before it.
    ///
    /// The header of the whole array begins at `header`; counts are written there by the first row of each `depth` and
    /// held to by the others.
    func appendArrayLeaves(into buffer: inout [UInt8], header: Int, depth: Int) throws(EncodingFailure)
    /// Reads a value's leaves, of type `leaf`, from `offset` on, and moves it. The header is checked.
    static func readArrayLeaves(
        _ bytes: Span<UInt8>,
        from offset: inout Int,
        depth: Int,
        leaf: OID
    ) throws(DecodingFailure) -> Self
}

extension PostgresArrayElement {
    /// 0: the value is not an array.
    @inlinable public static var arrayDimensions: Int { 0 }

    /// Appends the value as the one leaf that it is.
    @inlinable
    public func appendArrayLeaves(into buffer: inout [UInt8], header: Int, depth: Int) throws(EncodingFailure) {
        if isNull { buffer[header + ArrayHeader.nullFlag] = 1 }
        try encodeField(into: &buffer)
    }

    /// Reads one leaf.
    @inlinable
    public static func readArrayLeaves(
        _ bytes: Span<UInt8>,
        from offset: inout Int,
        depth: Int,
        leaf: OID
    ) throws(DecodingFailure) -> Self {
        guard bytes.count - offset >= 4 else { throw DecodingFailure.value(of: [Self].self) }
        let length = Int(bytes.bigEndian(Int32.self, at: offset))
        offset += 4
        guard length >= 0 else {
            guard length == -1 else { throw DecodingFailure.value(of: [Self].self) }
            return try decodeNull()
        }
        guard bytes.count - offset >= length else { throw DecodingFailure.value(of: [Self].self) }
        let start = offset
        offset += length
        return try Self(binary: bytes.extracting(start..<offset), oid: leaf)
    }
}

/// Elements may be null; a whole row may not.
extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement {
    /// The wrapped type's.
    public typealias ArrayLeaf = Wrapped.ArrayLeaf

    @inlinable public static var arrayOID: OID { Wrapped.arrayOID }
    @inlinable public static var arrayDimensions: Int { Wrapped.arrayDimensions }

    @inlinable
    public func appendArrayLeaves(into buffer: inout [UInt8], header: Int, depth: Int) throws(EncodingFailure) {
        switch self {
        case .some(let value):
            try value.appendArrayLeaves(into: &buffer, header: header, depth: depth)
        case .none:
            guard Self.arrayDimensions == 0 else { throw EncodingFailure.raggedArray([Self].self) }
            buffer[header + ArrayHeader.nullFlag] = 1
            buffer.appendBigEndian(Int32(-1))
        }
    }

    @inlinable
    public static func readArrayLeaves(
        _ bytes: Span<UInt8>,
        from offset: inout Int,
        depth: Int,
        leaf: OID
    ) throws(DecodingFailure) -> Wrapped? {
        let isNull =
            Self.arrayDimensions == 0 && bytes.count - offset >= 4 && bytes.bigEndian(Int32.self, at: offset) == -1
        guard isNull else { return try Wrapped.readArrayLeaves(bytes, from: &offset, depth: depth, leaf: leaf) }
        offset += 4
        return nil
    }
}
