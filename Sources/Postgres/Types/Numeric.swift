/// An exact decimal: PostgreSQL's `numeric`, kept as its canonical text (`-12.50`, `NaN`, `Infinity`).
public struct Numeric: PostgresCodable, Hashable, CustomStringConvertible {
    public let description: String

    /// `text`: optional sign, digits, optional point and digits. Nil for anything else, and for more than the server's
    /// 131,072 digits before the point and 16,383 after it.
    public init?(_ text: some StringProtocol) {
        let isSigned = text.first == "-" || text.first == "+"
        let parts = text.dropFirst(isSigned ? 1 : 0)
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        guard let first = parts.first, !(first.isEmpty && fraction.isEmpty) else { return nil }
        let whole = String(first.drop { $0 == "0" })
        guard whole.utf8.count <= 131_072, fraction.utf8.count <= 16_383 else { return nil }
        let isZero = whole.isEmpty && fraction.utf8.allSatisfy { $0 == 0x30 }
        description =
            (text.first == "-" && !isZero ? "-" : "") + (whole.isEmpty ? "0" : whole)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    private init(canonical text: String) {
        description = text
    }

    public static var oid: OID { .numeric }

    /// The sign word of what is no number.
    private static let specialSigns: [String: UInt16] = ["NaN": 0xC000, "Infinity": 0xD000, "-Infinity": 0xF000]

    /// Header of four 16-bit words (digit count, weight of the first base-10,000 digit, sign, decimal places), digits.
    public func encode(into buffer: inout [UInt8]) {
        if let sign = Self.specialSigns[description] {
            buffer.appendBigEndian(Int32(0))
            buffer.appendBigEndian(sign)
            buffer.appendBigEndian(Int16(0))
            return
        }
        let negative = description.hasPrefix("-")
        let parts = description.drop { $0 == "-" }
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = Array(parts[0].utf8)
        let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
        var padded = [UInt8](repeating: 0x30, count: (4 - whole.count % 4) % 4) + whole
        let wholeDigits = padded.count / 4
        padded += fraction + [UInt8](repeating: 0x30, count: (4 - fraction.count % 4) % 4)
        let all = stride(from: 0, to: padded.count, by: 4)
            .map { start in
                padded[start..<(start + 4)].reduce(Int16(0)) { $0 * 10 + Int16($1 - 0x30) }
            }
        var digits = all.drop { $0 == 0 }
        let weight = wholeDigits - 1 - digits.startIndex
        while digits.last == 0 { digits.removeLast() }
        buffer.appendBigEndian(UInt16(digits.count))
        buffer.appendBigEndian(Int16(digits.isEmpty ? 0 : weight))
        buffer.appendBigEndian(UInt16(negative && !digits.isEmpty ? 0x4000 : 0))
        buffer.appendBigEndian(Int16(fraction.count))
        for digit in digits { buffer.appendBigEndian(digit) }
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .numeric }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        let wrong = DecodingFailure(expected: "numeric", reason: .value)
        guard bytes.count >= 8 else { throw wrong }
        let count = Int(bytes.bigEndian(UInt16.self))
        let weight = Int(bytes.bigEndian(Int16.self, at: 2))
        let scale = Int(bytes.bigEndian(Int16.self, at: 6))
        guard scale >= 0, bytes.count == 8 + 2 * count else { throw wrong }
        let sign: String
        switch bytes.bigEndian(UInt16.self, at: 4) {
        case 0: sign = ""
        case 0x4000: sign = "-"
        case let special:
            guard let name = Self.specialSigns.first(where: { $0.value == special })?.key else { throw wrong }
            self.init(canonical: name)
            return
        }
        for index in 0..<count where !(0...9999).contains(bytes.bigEndian(Int16.self, at: 8 + 2 * index)) {
            throw wrong
        }
        func digit(_ position: Int) -> String {
            let index = weight - position
            let value = index >= 0 && index < count ? bytes.bigEndian(Int16.self, at: 8 + 2 * index) : 0
            let text = String(value)
            return String(repeating: "0", count: 4 - text.count) + text
        }
        var whole = weight < 0 ? "0" : stride(from: weight, through: 0, by: -1).map(digit).joined()
        whole = String(whole.drop { $0 == "0" })
        var fraction = ""
        var position = -1
        while fraction.utf8.count < scale {
            fraction += digit(position)
            position -= 1
        }
        let text = sign + (whole.isEmpty ? "0" : whole) + (scale > 0 ? "." + fraction.prefix(scale) : "")
        self.init(canonical: text)
    }
}
