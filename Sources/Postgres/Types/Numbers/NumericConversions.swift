extension Numeric {
    /// The same number, without decimal places. An integer of more than 131,072 digits is a mistake of the program.
    public init(_ integer: some BinaryInteger) {
        var digits: [Int16] = []
        if var rest = UInt64(exactly: integer.magnitude) {
            while rest > 0 {
                digits.append(Int16(rest % 10_000))
                rest /= 10_000
            }
        } else {
            var rest = integer.magnitude
            while rest > 0 {
                let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10_000)
                digits.append(Int16(remainder))
                rest = quotient
            }
        }
        self.init(
            integer.signum() < 0 ? .negative : .positive,
            weight: digits.count - 1,
            scale: 0,
            digits: digits.reversed()
        )
    }
}

extension FixedWidthInteger {
    /// Nil for a number with a fraction, for one that does not fit, for NaN and the infinities.
    public init?(exactly number: Numeric) {
        guard number.isFinite, number.digits.isEmpty || number.digits.count <= Int(number.weight) + 1 else {
            return nil
        }
        var value: Self = 0
        guard !number.digits.isEmpty else {
            self = value
            return
        }
        for position in stride(from: Int(number.weight), through: 0, by: -1) {
            // Digit by decimal digit, since 10,000 does not fit the narrow types.
            let group = number.digit(at: position)
            for power: Int16 in [1000, 100, 10, 1] {
                let decimal = Self(group / power % 10)
                let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflow) =
                    number.sign == .negative
                    ? shifted.subtractingReportingOverflow(decimal) : shifted.addingReportingOverflow(decimal)
                guard !tooLarge, !overflow else { return nil }
                value = sum
            }
        }
        self = value
    }
}

extension Double {
    /// The nearest value; an infinity for what is too large, NaN for NaN.
    public init(_ number: Numeric) {
        switch number.sign {
        case .nan: self = .nan
        case .infinity: self = .infinity
        case .minusInfinity: self = -.infinity
        case .positive, .negative: self = Double(number.description) ?? .nan
        }
    }
}
