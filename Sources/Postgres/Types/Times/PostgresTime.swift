/// A `time`: a time of day without a zone, from 00:00 to 24:00, to the microsecond.
///
/// ```swift
/// let opening = PostgresTime(hour: 7, minute: 30)
/// print(try tx.one("select \(opening) < localtime", as: Bool.self))
/// ```
@frozen
public struct PostgresTime: Sendable, Hashable {
    /// From 0 to 86,400,000,000, which is 24:00.
    public let microsecondsSinceMidnight: Int64

    /// Nil for a negative number and for more than a day's.
    @inlinable
    public init?(microsecondsSinceMidnight: Int64) {
        guard microsecondsSinceMidnight >= 0, microsecondsSinceMidnight <= 86_400_000_000 else { return nil }
        self.microsecondsSinceMidnight = microsecondsSinceMidnight
    }

    /// Nil for a time that no clock shows; 24:00 is one, 23:59:60 is not.
    public init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999_999).contains(microsecond)
        else { return nil }
        let seconds = (hour * 60 + minute) * 60 + second
        self.init(microsecondsSinceMidnight: Int64(seconds * 1_000_000 + microsecond))
    }

    /// From 0 to 24.
    public var hour: Int { Int(microsecondsSinceMidnight / 3_600_000_000) }
    /// From 0 to 59.
    public var minute: Int { Int(microsecondsSinceMidnight / 60_000_000 % 60) }
    /// From 0 to 59.
    public var second: Int { Int(microsecondsSinceMidnight / 1_000_000 % 60) }
    /// From 0 to 999,999.
    public var microsecond: Int { Int(microsecondsSinceMidnight % 1_000_000) }
}

extension PostgresTime: Comparable {
    @inlinable
    public static func < (left: PostgresTime, right: PostgresTime) -> Bool {
        left.microsecondsSinceMidnight < right.microsecondsSinceMidnight
    }
}

/// The server's text: `04:05:06.789`, `24:00:00`.
extension PostgresTime: CustomStringConvertible {
    public var description: String { ISOText.time(microsecondsSinceMidnight.magnitude) }
}

/// The microseconds in eight bytes (src/backend/utils/adt/date.c).
extension PostgresTime: PostgresArrayElement {
    @inlinable public static var oid: OID { .time }
    @inlinable public static var arrayOID: OID { .timeArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(microsecondsSinceMidnight) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(microsecondsSinceMidnight) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .time }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 8, Self.self)
        guard let time = Self(microsecondsSinceMidnight: bytes.bigEndian()) else {
            throw DecodingFailure.value(of: Self.self)
        }
        self = time
    }
}
