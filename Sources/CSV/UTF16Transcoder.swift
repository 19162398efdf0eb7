/// Turns a stream of UTF-16 into UTF-8. A lone surrogate or half a unit becomes a byte that is not UTF-8, so that the
/// parser refuses it on its line.
struct UTF16Transcoder {
    private let isBigEndian: Bool
    private var half: UInt8?
    private var surrogate: UInt16?

    private static let invalid: UInt8 = 0xFF

    /// Nil for a file that is not UTF-16: it begins neither with a byte order mark nor with two ASCII characters.
    init?(beginningWith head: [UInt8]) {
        guard head.count >= 4 else { return nil }
        switch (head[0], head[1], head[2], head[3]) {
        case (0xFF, 0xFE, _, _): isBigEndian = false
        case (0xFE, 0xFF, _, _): isBigEndian = true
        case (1..., 0, 1..., 0): isBigEndian = false
        case (0, 1..., 0, 1...): isBigEndian = true
        default: return nil
        }
    }

    mutating func utf8(of bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in bytes.indices {
            guard let first = half else {
                half = bytes[index]
                continue
            }
            half = nil
            let (high, low) = isBigEndian ? (first, bytes[index]) : (bytes[index], first)
            take(UInt16(high) << 8 | UInt16(low), &text)
        }
        return text
    }

    /// What is left at the end of the file; not empty only when something is missing.
    mutating func finish() -> [UInt8] {
        defer { (half, surrogate) = (nil, nil) }
        return half == nil && surrogate == nil ? [] : [Self.invalid]
    }

    private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
        if let high = surrogate {
            surrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                append(value, &text)
                return
            }
            text.append(Self.invalid)
        }
        if UTF16.isLeadSurrogate(unit) {
            surrogate = unit
        } else {
            append(UInt32(unit), &text)
        }
    }

    private func append(_ value: UInt32, _ text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else {
            text.append(Self.invalid)
            return
        }
        text.append(contentsOf: String(scalar).utf8)
    }
}
