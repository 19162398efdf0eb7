/// A `timestamp`: a date and a time of day without a zone, to the microsecond, or one of the two infinities. For a
/// moment use `Instant`.
///
/// The server's timestamps go from 4714-11-24 BC to the year 294276; it refuses others.
///
/// ```swift
/// let shown = try tx.one("select now() at time zone 'Asia/Jakarta'", as: PostgresTimestamp.self)
/// print(shown.date, shown.time?.hour ?? 0)
/// ```
@frozen
public struct PostgresTimestamp: Sendable, Hashable {
    /// Microseconds since 2000-01-01 00:00; the greatest and the least value are the infinities.
    public let microsecondsSince2000: Int64

    /// The date and time so many microseconds after 2000-01-01 00:00.
    @inlinable
    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// Nil for an infinite date and for one beyond what the microseconds can count, some 292,000 years.
    public init?(_ date: PostgresDate, _ time: PostgresTime) {
        guard date.isFinite else { return nil }
        let (midnight, tooLarge) = Int64(date.daysSince2000).multipliedReportingOverflow(by: ISOText.microsecondsADay)
        let (moment, overflow) = midnight.addingReportingOverflow(time.microsecondsSinceMidnight)
        guard !tooLarge, !overflow else { return nil }
        self.init(microsecondsSince2000: moment)
    }

    /// Later than every timestamp.
    @inlinable public static var infinity: PostgresTimestamp { PostgresTimestamp(microsecondsSince2000: .max) }
    /// Earlier than every timestamp.
    @inlinable public static var minusInfinity: PostgresTimestamp { PostgresTimestamp(microsecondsSince2000: .min) }

    /// Whether it is a date and time at all.
    @inlinable public var isFinite: Bool { microsecondsSince2000 != .max && microsecondsSince2000 != .min }

    /// The day, infinite as the timestamp is.
    public var date: PostgresDate {
        guard isFinite else { return self == .infinity ? .infinity : .minusInfinity }
        // At most 106,751,992 days.
        return PostgresDate(
            daysSince2000: Int32(microsecondsSince2000.floored(by: ISOText.microsecondsADay).quotient)
        )
    }

    /// The time of day; nil for an infinity.
    public var time: PostgresTime? {
        guard isFinite else { return nil }
        let rest = microsecondsSince2000.floored(by: ISOText.microsecondsADay).remainder
        return PostgresTime(microsecondsSinceMidnight: rest)
    }
}

extension PostgresTimestamp: Comparable {
    @inlinable
    public static func < (left: PostgresTimestamp, right: PostgresTimestamp) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}

/// The server's text: `2026-07-01 04:05:06.789`, `0044-03-15 12:00:00 BC`, `infinity`.
extension PostgresTimestamp: CustomStringConvertible {
    public var description: String { ISOText.moment(microsecondsSince2000, offset: "") }
}

/// The microseconds in eight bytes (src/backend/utils/adt/timestamp.c).
extension PostgresTimestamp: PostgresArrayElement {
    @inlinable public static var oid: OID { .timestamp }
    @inlinable public static var arrayOID: OID { .timestampArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(microsecondsSince2000) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(microsecondsSince2000) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .timestamp }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 8, Self.self)
        microsecondsSince2000 = bytes.bigEndian()
    }
}
