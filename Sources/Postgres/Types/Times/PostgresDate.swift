/// A `date`: a day of the proleptic Gregorian calendar, or one of the two infinities.
///
/// The server's dates go from 4714-11-24 BC to 5874897-12-31; it refuses others.
///
/// ```swift
/// let first = PostgresDate(year: 2026, month: 7, day: 1)
/// let day = try tx.one("select \(first) + 30", as: PostgresDate.self)
/// print(day, day.components?.month ?? 0)
/// ```
@frozen
public struct PostgresDate: Sendable, Hashable {
    /// Days since 2000-01-01; the greatest and the least value are the infinities.
    public let daysSince2000: Int32

    /// The day so many days after 2000-01-01.
    @inlinable
    public init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    /// Nil for a day that the calendar or the server does not have. Year 0 is 1 BC, −1 is 2 BC.
    public init?(year: Int, month: Int, day: Int) {
        guard (-4713...5_874_897).contains(year), let civil = CivilDay(year: year, month: month, day: day),
            civil.daysSince2000 >= Self.earliest
        else { return nil }
        self.init(daysSince2000: Int32(civil.daysSince2000))
    }

    private static let earliest = -2_451_545

    /// Later than every date.
    @inlinable public static var infinity: PostgresDate { PostgresDate(daysSince2000: .max) }
    /// Earlier than every date.
    @inlinable public static var minusInfinity: PostgresDate { PostgresDate(daysSince2000: .min) }

    /// Whether it is a day at all.
    @inlinable public var isFinite: Bool { daysSince2000 != .max && daysSince2000 != .min }

    /// Year (0 is 1 BC), month and day from 1; nil for an infinity.
    public var components: (year: Int, month: Int, day: Int)? {
        guard isFinite else { return nil }
        let civil = CivilDay(daysSince2000: Int(daysSince2000))
        return (civil.year, civil.month, civil.day)
    }
}

extension PostgresDate: Comparable {
    @inlinable
    public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}

/// The server's text: `2026-07-01`, `0044-03-15 BC`, `infinity`.
extension PostgresDate: CustomStringConvertible {
    public var description: String {
        guard isFinite else { return self == .infinity ? "infinity" : "-infinity" }
        return ISOText.date(CivilDay(daysSince2000: Int(daysSince2000)))
    }
}

/// The days in four bytes (src/backend/utils/adt/date.c).
extension PostgresDate: PostgresArrayElement {
    @inlinable public static var oid: OID { .date }
    @inlinable public static var arrayOID: OID { .dateArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(daysSince2000) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(daysSince2000) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .date }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 4, Self.self)
        daysSince2000 = bytes.bigEndian()
    }
}
