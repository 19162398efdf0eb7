/// `int4range`, `int8range`, `daterange`, `tstzrange`: all values between two ends, or none (manual, "Range Types").
///
/// Kept as the server keeps it, so that `==` agrees with the server's: a range that holds nothing is `empty`, and one
/// of a countable type runs from an inclusive to an exclusive end.
///
/// ```swift
/// let years = PostgresRange<Int32>(2024...2026)
/// print(try tx.one("select \(years) @> \(2025 as Int32)", as: Bool.self))
/// ```
@frozen
public struct PostgresRange<Bound: PostgresRangeBound>: Sendable, Hashable {
    /// Where a range ends.
    @frozen
    public enum End: Sendable, Hashable {
        /// Nowhere.
        case unbounded
        /// At a value that belongs to the range.
        case inclusive(Bound)
        /// At a value that does not.
        case exclusive(Bound)

        /// The value, if there is one.
        @inlinable public var bound: Bound? {
            switch self {
            case .unbounded: nil
            case .inclusive(let bound), .exclusive(let bound): bound
            }
        }
    }

    /// The lower end; unbounded in an empty range.
    public let lower: End
    /// The upper end; unbounded in an empty range.
    public let upper: End
    /// Whether the range holds nothing.
    public let isEmpty: Bool

    @inlinable
    init(lower: End, upper: End, isEmpty: Bool) {
        self.lower = lower
        self.upper = upper
        self.isEmpty = isEmpty
    }

    /// The range without values.
    @inlinable public static var empty: PostgresRange {
        PostgresRange(lower: .unbounded, upper: .unbounded, isEmpty: true)
    }

    /// The range of all values.
    @inlinable public static var all: PostgresRange {
        PostgresRange(lower: .unbounded, upper: .unbounded, isEmpty: false)
    }

    /// Nil when the lower bound is greater than the upper one.
    public init?(from lower: End, to upper: End) {
        if let first = lower.bound, let last = upper.bound {
            guard first <= last else { return nil }
            if first == last, lower != .inclusive(first) || upper != .inclusive(last) {
                self = .empty
                return
            }
        }
        var (lower, upper) = (lower, upper)
        if case .exclusive(let bound) = lower, let next = bound.rangeSuccessor { lower = .inclusive(next) }
        if case .inclusive(let bound) = upper, let next = bound.rangeSuccessor { upper = .exclusive(next) }
        if let last = lower.bound, upper == .exclusive(last) {
            self = .empty
        } else {
            self.init(lower: lower, upper: upper, isEmpty: false)
        }
    }

    /// Whether the range holds `value`.
    public func contains(_ value: Bound) -> Bool {
        let isAbove =
            switch lower {
            case .unbounded: true
            case .inclusive(let bound): bound <= value
            case .exclusive(let bound): bound < value
            }
        let isBelow =
            switch upper {
            case .unbounded: true
            case .inclusive(let bound): value <= bound
            case .exclusive(let bound): value < bound
            }
        return isAbove && isBelow && !isEmpty
    }
}

// Swift's own ranges have their bounds in order, so that none of these is nil.
extension PostgresRange {
    /// From the lower bound to before the upper one; empty when they are equal.
    public init(_ range: Range<Bound>) {
        self = Self(from: .inclusive(range.lowerBound), to: .exclusive(range.upperBound)) ?? .empty
    }

    /// Both bounds and what is between them.
    public init(_ range: ClosedRange<Bound>) {
        self = Self(from: .inclusive(range.lowerBound), to: .inclusive(range.upperBound)) ?? .empty
    }

    /// From the bound on, without an end.
    public init(_ range: PartialRangeFrom<Bound>) {
        self = Self(from: .inclusive(range.lowerBound), to: .unbounded) ?? .empty
    }

    /// Everything before the bound.
    public init(_ range: PartialRangeUpTo<Bound>) {
        self = Self(from: .unbounded, to: .exclusive(range.upperBound)) ?? .empty
    }

    /// Everything up to the bound, and the bound.
    public init(_ range: PartialRangeThrough<Bound>) {
        self = Self(from: .unbounded, to: .inclusive(range.upperBound)) ?? .empty
    }
}

/// The server's text: `[1,5)`, `(,"2000-01-01 00:00:00+00"]`, `empty`.
extension PostgresRange: CustomStringConvertible {
    public var description: String {
        guard !isEmpty else { return "empty" }
        var text = if case .inclusive = lower { "[" } else { "(" }
        if let bound = lower.bound { text += Self.quoted("\(bound)") }
        text += ","
        if let bound = upper.bound { text += Self.quoted("\(bound)") }
        let close = if case .inclusive = upper { "]" } else { ")" }
        return text + close
    }

    private static func quoted(_ text: String) -> String {
        text.utf8.contains(0x20) ? "\"\(text)\"" : text
    }
}
