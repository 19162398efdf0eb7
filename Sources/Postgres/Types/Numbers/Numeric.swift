/// A `numeric`: an exact decimal of up to 131,072 digits before the point and 16,383 after it, NaN or an infinity.
///
/// Equality and order are those of the server's `=` and `<`: by value, so that 1.0 equals 1.00; NaN equals itself and
/// is greater than everything. `scale` and `description` tell 1.0 from 1.00.
///
/// ```swift
/// let sum = try tx.one("select coalesce(sum(amount), 0) from budget", as: Numeric.self)
/// print(sum, Int(exactly: sum) ?? 0, Double(sum))
/// ```
public struct Numeric: Sendable {
    /// What kind of number it is, with the protocol's word for it.
    enum Sign: UInt16, Sendable {
        case positive = 0x0000
        case negative = 0x4000
        case nan = 0xC000
        case infinity = 0xD000
        case minusInfinity = 0xF000
    }

    /// Zero is positive.
    let sign: Sign
    /// The power of 10,000 that the first digit counts; 0 when there is none.
    let weight: Int16
    /// Decimal places shown, zeros at the end included.
    public let scale: Int
    /// In base 10,000, without zeros at either end.
    let digits: [Int16]

    static let wholeDigitLimit = 131_072
    static let scaleLimit = 16_383

    private init(_ sign: Sign) {
        self.sign = sign
        weight = 0
        scale = 0
        digits = []
    }

    /// Cuts zeros off. The caller has checked that the weight is in range.
    init(_ sign: Sign, weight: Int, scale: Int, digits: [Int16]) {
        let first = digits.firstIndex { $0 != 0 } ?? digits.count
        let last = digits.lastIndex { $0 != 0 } ?? -1
        let isCut = first == 0 && last == digits.count - 1
        self.digits = isCut ? digits : first > last ? [] : Array(digits[first...last])
        self.sign = self.digits.isEmpty ? .positive : sign
        self.weight = self.digits.isEmpty ? 0 : Int16(weight - first)
        self.scale = scale
    }

    /// Not a number.
    public static let nan = Numeric(.nan)
    /// Greater than every number; from version 14 of the server on.
    public static let infinity = Numeric(.infinity)
    /// Less than every number; from version 14 of the server on.
    public static let minusInfinity = Numeric(.minusInfinity)

    /// Whether it is neither NaN nor an infinity.
    public var isFinite: Bool { sign == .positive || sign == .negative }
    /// Whether it is not a number at all.
    public var isNaN: Bool { sign == .nan }

    /// The digit that counts 10,000 to the power of `position`.
    func digit(at position: Int) -> Int16 {
        let index = Int(weight) - position
        return digits.indices.contains(index) ? digits[index] : 0
    }
}

extension Numeric: Hashable {
    public static func == (left: Numeric, right: Numeric) -> Bool {
        left.sign == right.sign && left.weight == right.weight && left.digits == right.digits
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(sign)
        hasher.combine(weight)
        hasher.combine(digits)
    }
}

extension Numeric: Comparable {
    public static func < (left: Numeric, right: Numeric) -> Bool {
        switch (left.sign, right.sign) {
        case (.positive, .positive): left.isSmaller(than: right)
        case (.negative, .negative): right.isSmaller(than: left)
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch sign {
        case .minusInfinity: 0
        case .negative: 1
        case .positive: 2
        case .infinity: 3
        case .nan: 4
        }
    }

    /// Of two numbers without their signs.
    private func isSmaller(than other: Numeric) -> Bool {
        guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
        guard weight == other.weight else { return weight < other.weight }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
