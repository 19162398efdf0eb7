/// A byte of flags, then each bound there is as a field (src/backend/utils/adt/rangetypes.c, `range_recv`).
extension PostgresRange: PostgresArrayElement {
    @inlinable public static var oid: OID { Bound.rangeOID }
    @inlinable public static var arrayOID: OID { Bound.rangeArrayOID }

    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        guard !isEmpty else {
            buffer.append(RangeFlags.empty.rawValue)
            return
        }
        var flags = RangeFlags()
        switch lower {
        case .unbounded: flags.insert(.lowerUnbounded)
        case .inclusive: flags.insert(.lowerInclusive)
        case .exclusive: break
        }
        switch upper {
        case .unbounded: flags.insert(.upperUnbounded)
        case .inclusive: flags.insert(.upperInclusive)
        case .exclusive: break
        }
        buffer.append(flags.rawValue)
        if let bound = lower.bound { try bound.encodeField(into: &buffer) }
        if let bound = upper.bound { try bound.encodeField(into: &buffer) }
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool {
        if oid == Bound.rangeOID { return true }
        guard let bound = oid.rangeBound else { return false }
        return Bound.accepts(bound)
    }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard bytes.count >= 1 else { throw DecodingFailure.length(0, of: Self.self) }
        let flags = RangeFlags(rawValue: bytes[0])
        guard flags.isSubset(of: .known) else { throw DecodingFailure.value(of: Self.self) }
        var offset = 1
        if flags.contains(.empty) {
            self = .empty
        } else {
            let type = oid.rangeBound ?? Bound.oid
            var (lower, upper) = (End.unbounded, End.unbounded)
            if !flags.contains(.lowerUnbounded) {
                let bound = try Self.readBound(bytes, at: &offset, type)
                lower = flags.contains(.lowerInclusive) ? .inclusive(bound) : .exclusive(bound)
            }
            if !flags.contains(.upperUnbounded) {
                let bound = try Self.readBound(bytes, at: &offset, type)
                upper = flags.contains(.upperInclusive) ? .inclusive(bound) : .exclusive(bound)
            }
            guard let range = Self(from: lower, to: upper) else { throw DecodingFailure.value(of: Self.self) }
            self = range
        }
        guard offset == bytes.count else { throw DecodingFailure.length(bytes.count, of: Self.self) }
    }

    private static func readBound(
        _ bytes: Span<UInt8>,
        at offset: inout Int,
        _ type: OID
    ) throws(DecodingFailure) -> Bound {
        guard bytes.count - offset >= 4 else { throw DecodingFailure.length(bytes.count, of: Self.self) }
        let start = offset + 4
        let length = Int(bytes.bigEndian(Int32.self, at: offset))
        guard length >= 0, bytes.count - start >= length else { throw DecodingFailure.value(of: Self.self) }
        offset = start + length
        return try Bound(binary: bytes.extracting(start..<offset), oid: type)
    }
}

private struct RangeFlags: OptionSet {
    let rawValue: UInt8

    static let empty = RangeFlags(rawValue: 0x01)
    static let lowerInclusive = RangeFlags(rawValue: 0x02)
    static let upperInclusive = RangeFlags(rawValue: 0x04)
    static let lowerUnbounded = RangeFlags(rawValue: 0x08)
    static let upperUnbounded = RangeFlags(rawValue: 0x10)
    static let known = RangeFlags(rawValue: 0x1F)
}
