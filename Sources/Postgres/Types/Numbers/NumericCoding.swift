/// Four words (number of digits, weight, sign, scale), then the digits (src/backend/utils/adt/numeric.c,
/// `numeric_recv`).
extension Numeric: PostgresArrayElement {
    @inlinable public static var oid: OID { .numeric }
    @inlinable public static var arrayOID: OID { .numericArray }

    public func encode(into buffer: inout [UInt8]) {
        // At most 36,864 digits: the limits on both sides of the point make them so.
        buffer.appendBigEndian(UInt16(digits.count))
        buffer.appendBigEndian(weight)
        buffer.appendBigEndian(sign.rawValue)
        buffer.appendBigEndian(UInt16(scale))
        for digit in digits { buffer.appendBigEndian(digit) }
    }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .numeric }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard bytes.count >= 8 else { throw DecodingFailure.length(bytes.count, of: Self.self) }
        let count = Int(bytes.bigEndian(UInt16.self))
        guard bytes.count == 8 + 2 * count else { throw DecodingFailure.length(bytes.count, of: Self.self) }
        guard let sign = Sign(rawValue: bytes.bigEndian(at: 4)) else { throw DecodingFailure.value(of: Self.self) }
        switch sign {
        case .nan: self = .nan
        case .infinity: self = .infinity
        case .minusInfinity: self = .minusInfinity
        case .positive, .negative: self = try Self.finite(sign, count, bytes)
        }
    }

    private static func finite(_ sign: Sign, _ count: Int, _ bytes: Span<UInt8>) throws(DecodingFailure) -> Numeric {
        let scale = Int(bytes.bigEndian(UInt16.self, at: 6))
        guard scale <= scaleLimit else { throw DecodingFailure.value(of: Self.self) }
        var digits: [Int16] = []
        digits.reserveCapacity(count)
        for index in 0..<count {
            let digit: Int16 = bytes.bigEndian(at: 8 + 2 * index)
            guard digit >= 0, digit < 10_000 else { throw DecodingFailure.value(of: Self.self) }
            digits.append(digit)
        }
        // What is left of the first digit with a value decides the weight, so that zeros cannot take it out of range.
        let leadingZeros = digits.prefix { $0 == 0 }.count
        let weight = Int(bytes.bigEndian(Int16.self, at: 2)) - leadingZeros
        digits.removeFirst(leadingZeros)
        while digits.last == 0 { digits.removeLast() }
        guard let last = digits.last else {
            return Numeric(.positive, weight: 0, scale: scale, digits: [])
        }
        // Every digit lies before the last place shown: none is hidden, and few are there.
        let places = 4 * (digits.count - 1 - weight)
        let unused = places - scale
        let isShown = unused <= 0 || (unused < 4 && last % [1, 10, 100, 1000][unused] == 0)
        guard isShown else { throw DecodingFailure.value(of: Self.self) }
        return Numeric(sign, weight: weight, scale: scale, digits: digits)
    }
}
