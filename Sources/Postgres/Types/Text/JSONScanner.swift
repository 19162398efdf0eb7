/// Reads a document as PostgreSQL's parser does (src/common/jsonapi.c, src/backend/utils/adt/numeric.c), and keeps nothing.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// What is open: true for an object, false for an array.
    private var open: [Bool] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The whole of one document.
    mutating func scan() throws(JSONFlaw) {
        try beginValue()
        while let isObject = open.last {
            skipBlanks()
            switch next {
            case UInt8(ascii: ","):
                position += 1
                if isObject { try key() }
                try beginValue()
            case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                position += 1
                open.removeLast()
            default: throw syntax
            }
        }
        skipBlanks()
        guard next == nil else { throw syntax }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }
    private var syntax: JSONFlaw { .syntax(at: position + 1) }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard next == byte.asciiValue else { return false }
        position += 1
        return true
    }

    /// A value that ends, or the beginnings of those within each other up to one that ends or an empty one.
    private mutating func beginValue() throws(JSONFlaw) {
        while true {
            skipBlanks()
            switch next {
            case UInt8(ascii: "{"):
                guard try !isEmpty(closing: "}", isObject: true) else { return }
                try key()
            case UInt8(ascii: "["):
                guard try !isEmpty(closing: "]", isObject: false) else { return }
            case UInt8(ascii: "\""): return try string()
            case UInt8(ascii: "t"): return try word("true")
            case UInt8(ascii: "f"): return try word("false")
            case UInt8(ascii: "n"): return try word("null")
            default: return try number()
            }
        }
    }

    private mutating func isEmpty(closing: Character, isObject: Bool) throws(JSONFlaw) -> Bool {
        guard open.count < JSONDocument.maximumDepth else { throw .depth }
        position += 1
        skipBlanks()
        if take(closing) { return true }
        open.append(isObject)
        return false
    }

    private mutating func key() throws(JSONFlaw) {
        skipBlanks()
        guard next == UInt8(ascii: "\"") else { throw syntax }
        try string()
        skipBlanks()
        guard take(":") else { throw syntax }
    }

    private mutating func word(_ word: StaticString) throws(JSONFlaw) {
        for byte in word.description.utf8 {
            guard next == byte else { throw syntax }
            position += 1
        }
    }

    // MARK: - Strings

    private mutating func string() throws(JSONFlaw) {
        position += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw syntax
            default: position += 1
            }
        }
        throw syntax
    }

    private mutating func escape() throws(JSONFlaw) {
        let start = position
        position += 1
        switch next {
        case UInt8(ascii: "u"):
            let unit = try unit()
            switch unit {
            case 0: throw .nul(at: start + 1)
            case 0xD800...0xDBFF:
                guard take("\\"), next == UInt8(ascii: "u"), (0xDC00...0xDFFF).contains(try self.unit()) else {
                    throw .surrogate(at: start + 1)
                }
            case 0xDC00...0xDFFF: throw .surrogate(at: start + 1)
            default: break
            }
        case let byte? where #""\/bfnrt"#.utf8.contains(byte): position += 1
        default: throw syntax
        }
    }

    /// After the `u`, four digits.
    private mutating func unit() throws(JSONFlaw) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            position += 1
            guard let digit = next.flatMap({ Character(UnicodeScalar($0)).hexDigitValue }) else { throw syntax }
            unit = unit << 4 | UInt32(digit)
        }
        position += 1
        return unit
    }

    // MARK: - Numbers

    private mutating func number() throws(JSONFlaw) {
        let start = position
        _ = take("-")
        let whole = digits()
        guard whole.count > 0, whole.count == 1 || bytes[whole.lowerBound] != UInt8(ascii: "0") else { throw syntax }
        var fraction = position..<position
        if take(".") {
            fraction = digits()
            guard !fraction.isEmpty else { throw syntax }
        }
        var exponent = 0
        if take("e") || take("E") {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            let range = digits()
            guard !range.isEmpty else { throw syntax }
            for index in range { exponent = min(exponent * 10 + Int(bytes[index] & 0x0F), Int(Int32.max / 2)) }
            guard exponent < Int32.max / 2 else { throw .number(at: start + 1) }
            if isNegative { exponent = -exponent }
        }
        guard fraction.count - exponent <= 16_383, fits(whole, fraction, exponent) else {
            throw .number(at: start + 1)
        }
    }

    private mutating func digits() -> Range<Int> {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return start..<position
    }

    /// Whether the first digit that counts is among the 131072 before the point.
    private func fits(_ whole: Range<Int>, _ fraction: Range<Int>, _ exponent: Int) -> Bool {
        var power = whole.count - 1 + exponent
        for range in [whole, fraction] {
            for index in range {
                if bytes[index] != UInt8(ascii: "0") { return power < 131_072 }
                power -= 1
            }
        }
        return true
    }
}
