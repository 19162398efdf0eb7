/// An array in PostgreSQL's sense: rectangular, of one to six dimensions, its elements nullable if they are optional.
///
/// Header, then the leaves row by row, each as a field (src/backend/utils/adt/arrayfuncs.c, `array_recv`). An array
/// without leaves has no dimensions there, whatever it was here.
///
/// ```swift
/// let matrix: [[Int32?]] = [[1, nil], [3, 4]]
/// print(try tx.one("select sum(n) from unnest(\(matrix)) n", as: Int.self))
/// ```
extension Array: PostgresEncodable where Element: PostgresArrayElement {
    @inlinable public static var oid: OID { Element.arrayOID }

    @inlinable
    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        guard Self.arrayDimensions <= ArrayHeader.maximumDimensions else { throw EncodingFailure.outOfRange(Self.self) }
        let header = buffer.count
        buffer.appendBigEndian(Int32(Self.arrayDimensions))
        buffer.appendBigEndian(Int32(0))
        buffer.appendBigEndian(ArrayLeaf.oid.rawValue)
        for _ in 0..<Self.arrayDimensions {
            buffer.appendBigEndian(ArrayHeader.unknownCount)
            buffer.appendBigEndian(Int32(1))
        }
        try appendArrayLeaves(into: &buffer, header: header, depth: 0)
        if buffer.count == header + ArrayHeader.size(Self.arrayDimensions) {
            buffer.storeBigEndian(Int32(0), at: header)
            buffer.removeLast(buffer.count - header - ArrayHeader.size(0))
        }
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    @inlinable
    public static func accepts(_ oid: OID) -> Bool {
        if oid == Element.arrayOID { return true }
        guard let element = oid.element else { return false }
        return ArrayLeaf.accepts(element)
    }

    /// Lower bounds are forgotten: Swift's arrays begin at 0.
    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        let header = try ArrayHeader(bytes, of: Self.self)
        guard ArrayLeaf.accepts(header.leaf) else { throw DecodingFailure.type(header.leaf, for: ArrayLeaf.self) }
        guard header.leafCount > 0 else {
            self = []
            return
        }
        guard header.dimensions == Self.arrayDimensions else {
            throw ArrayHeader.dimensionFailure(header.dimensions, of: Self.self)
        }
        var offset = ArrayHeader.size(header.dimensions)
        self = try Self.readArrayLeaves(bytes, from: &offset, depth: 0, leaf: header.leaf)
        guard offset == bytes.count else { throw DecodingFailure.value(of: Self.self) }
    }
}

extension Array: PostgresArrayElement where Element: PostgresArrayElement {
    /// The elements'.
    public typealias ArrayLeaf = Element.ArrayLeaf

    @inlinable public static var arrayOID: OID { Element.arrayOID }
    @inlinable public static var arrayDimensions: Int { Element.arrayDimensions + 1 }

    @inlinable
    public func appendArrayLeaves(into buffer: inout [UInt8], header: Int, depth: Int) throws(EncodingFailure) {
        guard let count = Int32(exactly: count) else { throw EncodingFailure.outOfRange(Self.self) }
        let offset = header + ArrayHeader.size(depth)
        let known = buffer.span.bigEndian(Int32.self, at: offset)
        if known == ArrayHeader.unknownCount {
            buffer.storeBigEndian(count, at: offset)
        } else if known != count {
            throw EncodingFailure.raggedArray(Self.self)
        }
        for element in self { try element.appendArrayLeaves(into: &buffer, header: header, depth: depth + 1) }
    }

    @inlinable
    public static func readArrayLeaves(
        _ bytes: Span<UInt8>,
        from offset: inout Int,
        depth: Int,
        leaf: OID
    ) throws(DecodingFailure) -> [Element] {
        // At most as many as there are leaves, and each of those has four bytes: the header was checked for it.
        let count = Int(bytes.bigEndian(Int32.self, at: ArrayHeader.size(depth)))
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count {
            elements.append(try Element.readArrayLeaves(bytes, from: &offset, depth: depth + 1, leaf: leaf))
        }
        return elements
    }
}
