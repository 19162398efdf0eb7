/// What stands before an array's leaves: the number of dimensions, whether there are nulls, the leaves' type, and for
/// each dimension its count and its lower bound.
@usableFromInline
struct ArrayHeader {
    @usableFromInline let dimensions: Int
    @usableFromInline let leaf: OID
    @usableFromInline let leafCount: Int

    @usableFromInline static var maximumDimensions: Int { 6 }
    /// Stands for a count until the first row of its depth is seen.
    @inlinable static var unknownCount: Int32 { -1 }
    /// The last byte of the word that says whether there are nulls.
    @inlinable static var nullFlag: Int { 7 }

    @inlinable
    static func size(_ dimensions: Int) -> Int { 12 + 8 * dimensions }

    /// Refuses everything that would make reading the leaves allocate more than the bytes can hold.
    @usableFromInline
    init(_ bytes: Span<UInt8>, of type: Any.Type) throws(DecodingFailure) {
        let wrong = { DecodingFailure.value(of: type) }
        guard bytes.count >= Self.size(0) else { throw wrong() }
        dimensions = Int(bytes.bigEndian(Int32.self))
        leaf = OID(rawValue: bytes.bigEndian(at: 8))
        guard (0...Self.maximumDimensions).contains(dimensions), bytes.bigEndian(UInt32.self, at: 4) <= 1,
            bytes.count >= Self.size(dimensions)
        else { throw wrong() }
        let room = (bytes.count - Self.size(dimensions)) / 4
        var product = dimensions == 0 ? 0 : 1
        for dimension in 0..<dimensions {
            let count = Int(bytes.bigEndian(Int32.self, at: Self.size(dimension)))
            let (next, overflow) = product.multipliedReportingOverflow(by: count)
            guard count >= 0, !overflow else { throw wrong() }
            product = next
        }
        leafCount = product
        guard product <= room, product > 0 || bytes.count == Self.size(dimensions) else { throw wrong() }
    }

    @usableFromInline @inline(never)
    static func dimensionFailure<Element: PostgresArrayElement>(_ found: Int, of _: [Element].Type) -> DecodingFailure {
        let words = ["one", "two", "three", "four", "five", "six"]
        let wanted = [Element].arrayDimensions
        let word = wanted <= words.count ? words[wanted - 1] : "\(wanted)"
        return DecodingFailure(
            expected: "\(word)-dimensional array of \(Element.ArrayLeaf.self)",
            reason: .dimensions(found)
        )
    }
}
