/// A `date`: days since 2000-01-01. The two infinities are the extreme values.
public struct PostgresDate: PostgresCodable, Hashable {
    public let daysSince2000: Int32

    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    public static let infinity = PostgresDate(daysSince2000: .max)
    public static let minusInfinity = PostgresDate(daysSince2000: .min)

    public static var oid: OID { .date }

    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(daysSince2000)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .date }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 4, Self.self)
        daysSince2000 = bytes.bigEndian()
    }
}

/// A `timestamptz`: an instant in microseconds since 2000-01-01 00:00 UTC. The two infinities are the extreme values.
public struct Instant: PostgresCodable, Hashable, Comparable {
    public let microsecondsSince2000: Int64

    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// Seconds since 1970, as `Date` of Foundation counts them.
    public init(secondsSince1970: Double) {
        microsecondsSince2000 = Int64(((secondsSince1970 - Self.epochOffset) * 1_000_000).rounded())
    }

    public var secondsSince1970: Double {
        Double(microsecondsSince2000) / 1_000_000 + Self.epochOffset
    }

    private static var epochOffset: Double { 946_684_800 }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }

    public static var oid: OID { .timestamptz }

    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(microsecondsSince2000)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .timestamptz }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 8, Self.self)
        microsecondsSince2000 = bytes.bigEndian()
    }
}
