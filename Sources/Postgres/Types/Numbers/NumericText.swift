extension Numeric: CustomStringConvertible {
    /// Reads what `description` gives, and any digits with an optional sign and point: `+007.50`, `.5`, `5.`.
    ///
    /// Nil for anything else, exponents among it, and for more digits than the server takes. Linear in the length.
    public init?(_ text: some StringProtocol) {
        switch text {
        case "NaN": self = .nan
        case "Infinity": self = .infinity
        case "-Infinity": self = .minusInfinity
        default: self.init(decimal: Array(text.utf8))
        }
    }

    private init?(decimal text: [UInt8]) {
        let start = text.first == 0x2D || text.first == 0x2B ? 1 : 0
        let point = text.firstIndex(of: 0x2E) ?? text.count
        guard point >= start else { return nil }
        let whole = text[start..<point].drop { $0 == 0x30 }
        let fraction = text[min(point + 1, text.count)...]
        guard whole.startIndex > start || !(whole.isEmpty && fraction.isEmpty),
            whole.count <= Self.wholeDigitLimit, fraction.count <= Self.scaleLimit
        else { return nil }
        var digits: [Int16] = []
        digits.reserveCapacity((whole.count + fraction.count) / 4 + 2)
        var digit: Int16 = 0
        // Full groups end at the point and begin after it.
        var missing = whole.count % 4 == 0 ? 4 : whole.count % 4
        for part in [whole, fraction] {
            for character in part {
                guard (0x30...0x39).contains(character) else { return nil }
                digit = digit * 10 + Int16(character - 0x30)
                missing -= 1
                guard missing == 0 else { continue }
                digits.append(digit)
                (digit, missing) = (0, 4)
            }
        }
        if missing < 4 {
            for _ in 0..<missing { digit *= 10 }
            digits.append(digit)
        }
        self.init(
            text.first == 0x2D ? .negative : .positive,
            weight: (whole.count + 3) / 4 - 1,
            scale: fraction.count,
            digits: digits
        )
    }

    /// The server's text: `-12.50`, `NaN`, `Infinity`, never with an exponent.
    public var description: String {
        switch sign {
        case .nan: return "NaN"
        case .infinity: return "Infinity"
        case .minusInfinity: return "-Infinity"
        case .positive, .negative: break
        }
        var text: [UInt8] = []
        text.reserveCapacity(4 * (max(0, Int(weight)) + 1) + scale + 2)
        for position in stride(from: max(0, Int(weight)), through: 0, by: -1) {
            text.appendGroup(digit(at: position))
        }
        let zeros = text.prefix { $0 == 0x30 }.count
        text.removeFirst(min(zeros, text.count - 1))
        if sign == .negative { text.insert(0x2D, at: 0) }
        if scale > 0 {
            text.append(0x2E)
            let end = text.count + scale
            for position in 1...((scale + 3) / 4) { text.appendGroup(digit(at: -position)) }
            text.removeLast(text.count - end)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Four decimal digits.
    fileprivate mutating func appendGroup(_ digit: Int16) {
        for power: Int16 in [1000, 100, 10, 1] { append(UInt8(0x30 + digit / power % 10)) }
    }
}
