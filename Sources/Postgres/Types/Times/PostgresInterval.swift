/// An `interval`: months, days and microseconds, each with a sign of its own, because neither a month nor a day has a
/// fixed length.
///
/// Equality is that of the three parts. The server's `=` and `<` count a month as 30 days and a day as 24 hours, so
/// there is no `<` here.
///
/// ```swift
/// let quarter = PostgresInterval(months: 3)
/// print(try tx.one("select date '2026-01-31' + \(quarter)", as: PostgresTimestamp.self))
/// ```
@frozen
public struct PostgresInterval: Sendable, Hashable {
    /// Months; a year is twelve.
    public let months: Int32
    /// Days, of 23 to 25 hours where clocks change.
    public let days: Int32
    /// Microseconds, of any number of hours.
    public let microseconds: Int64

    /// The sum of the parts.
    @inlinable
    public init(months: Int32 = 0, days: Int32 = 0, microseconds: Int64 = 0) {
        self.months = months
        self.days = days
        self.microseconds = microseconds
    }

    /// A fixed length of time, cut to the microsecond; nil beyond some 292,000 years.
    public init?(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (whole, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, overflow) = whole.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        guard !tooLarge, !overflow else { return nil }
        self.init(microseconds: sum)
    }
}

extension Duration {
    /// Nil for an interval with months or days, which have no fixed length.
    public init?(_ interval: PostgresInterval) {
        guard interval.months == 0, interval.days == 0 else { return nil }
        self = .microseconds(interval.microseconds)
    }
}

/// The server's text (manual, "Interval Output", IntervalStyle `postgres`): `1 year 2 mons -3 days +04:05:06.789`.
extension PostgresInterval: CustomStringConvertible {
    public var description: String {
        var text = ""
        var followsNegative = false
        func append(_ value: Int32, _ unit: String) {
            guard value != 0 else { return }
            if !text.isEmpty { text += " " }
            text += (followsNegative && value > 0 ? "+" : "") + "\(value) \(unit)" + (value == 1 ? "" : "s")
            followsNegative = value < 0
        }
        append(months / 12, "year")
        append(months % 12, "mon")
        append(days, "day")
        guard microseconds != 0 || text.isEmpty else { return text }
        let sign = microseconds < 0 ? "-" : followsNegative ? "+" : ""
        return text + (text.isEmpty ? "" : " ") + sign + ISOText.time(microseconds.magnitude)
    }
}

/// Microseconds in eight bytes, days and months in four each (src/backend/utils/adt/timestamp.c).
extension PostgresInterval: PostgresArrayElement {
    @inlinable public static var oid: OID { .interval }
    @inlinable public static var arrayOID: OID { .intervalArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(microseconds)
        buffer.appendBigEndian(days)
        buffer.appendBigEndian(months)
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .interval }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 16, Self.self)
        microseconds = bytes.bigEndian()
        days = bytes.bigEndian(at: 8)
        months = bytes.bigEndian(at: 12)
    }
}
