/// A `timestamptz`: a moment, to the microsecond, or one of the two infinities. It knows no zone; that is how it is
/// shown.
///
/// The server's moments go from 4714-11-24 BC to the year 294276; it refuses others.
///
/// ```swift
/// let deadline = Instant(secondsSince1970: 1_800_000_000)
/// print(try tx.one("select now() > \(deadline)", as: Bool.self), deadline)
/// ```
@frozen
public struct Instant: Sendable, Hashable {
    /// Microseconds since 2000-01-01 00:00 UTC; the greatest and the least value are the infinities.
    public let microsecondsSince2000: Int64

    /// The moment so many microseconds after 2000-01-01 00:00 UTC.
    @inlinable
    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// Seconds since 1970, as `Date` of Foundation counts them, to the nearest microsecond.
    ///
    /// What the microseconds cannot count becomes the infinity of its side; NaN becomes `infinity`.
    public init(secondsSince1970 seconds: Double) {
        let microseconds = ((seconds - Self.secondsTo2000) * 1_000_000).rounded()
        microsecondsSince2000 = Int64(exactly: microseconds) ?? (microseconds < 0 ? .min : .max)
    }

    /// Seconds since 1970, as `Date` of Foundation counts them; infinite as the instant is. Exact to the microsecond
    /// for a hundred years or so, then less.
    public var secondsSince1970: Double {
        guard isFinite else { return self == .infinity ? .infinity : -.infinity }
        return Double(microsecondsSince2000) / 1_000_000 + Self.secondsTo2000
    }

    private static var secondsTo2000: Double { 946_684_800 }

    /// Later than every moment.
    @inlinable public static var infinity: Instant { Instant(microsecondsSince2000: .max) }
    /// Earlier than every moment.
    @inlinable public static var minusInfinity: Instant { Instant(microsecondsSince2000: .min) }

    /// Whether it is a moment at all.
    @inlinable public var isFinite: Bool { microsecondsSince2000 != .max && microsecondsSince2000 != .min }
}

extension Instant: Comparable {
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}

/// The server's text in UTC: `2026-07-01 04:05:06.789+00`, `0044-03-15 12:00:00+00 BC`, `infinity`.
extension Instant: CustomStringConvertible {
    public var description: String { ISOText.moment(microsecondsSince2000, offset: "+00") }
}

/// The microseconds in eight bytes (src/backend/utils/adt/timestamp.c).
extension Instant: PostgresArrayElement {
    @inlinable public static var oid: OID { .timestamptz }
    @inlinable public static var arrayOID: OID { .timestamptzArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(microsecondsSince2000) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(microsecondsSince2000) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .timestamptz }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 8, Self.self)
        microsecondsSince2000 = bytes.bigEndian()
    }
}
