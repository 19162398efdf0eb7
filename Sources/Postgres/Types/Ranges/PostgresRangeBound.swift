/// A type that PostgreSQL has a range of: `Int32`, `Int64`, `Int`, ``PostgresDate`` and ``Instant``.
///
/// ```swift
/// func text<Bound: PostgresRangeBound>(_ range: PostgresRange<Bound>) -> String {
///     range.isEmpty ? "nothing" : "\(range)"
/// }
/// print(text(PostgresRange(1...3)))
/// ```
public protocol PostgresRangeBound: PostgresCodable, Hashable, Comparable {
    /// The range's type.
    static var rangeOID: OID { get }
    /// The type of an array of such ranges.
    static var rangeArrayOID: OID { get }
    /// The next value, for a type whose values can be counted through; nil at its end, and for every other type.
    ///
    /// Ranges of countable types are kept as the server keeps them, from an inclusive to an exclusive end.
    var rangeSuccessor: Self? { get }
}

extension PostgresRangeBound where Self: FixedWidthInteger {
    /// The value and one; nil at the end.
    @inlinable public var rangeSuccessor: Self? { self == .max ? nil : self + 1 }
}

extension Int32: PostgresRangeBound {
    @inlinable public static var rangeOID: OID { .int4Range }
    @inlinable public static var rangeArrayOID: OID { .int4RangeArray }
}

extension Int64: PostgresRangeBound {
    @inlinable public static var rangeOID: OID { .int8Range }
    @inlinable public static var rangeArrayOID: OID { .int8RangeArray }
}

extension Int: PostgresRangeBound {
    @inlinable public static var rangeOID: OID { .int8Range }
    @inlinable public static var rangeArrayOID: OID { .int8RangeArray }
}

extension PostgresDate: PostgresRangeBound {
    @inlinable public static var rangeOID: OID { .dateRange }
    @inlinable public static var rangeArrayOID: OID { .dateRangeArray }
    @inlinable public var rangeSuccessor: PostgresDate? {
        isFinite ? PostgresDate(daysSince2000: daysSince2000 + 1) : nil
    }
}

extension Instant: PostgresRangeBound {
    @inlinable public static var rangeOID: OID { .tstzRange }
    @inlinable public static var rangeArrayOID: OID { .tstzRangeArray }
    @inlinable public var rangeSuccessor: Instant? { nil }
}
