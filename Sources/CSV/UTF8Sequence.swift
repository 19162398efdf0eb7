/// Follows the multi-byte sequences of a stream of UTF-8, by table 3-7 of the Unicode Standard: what may come second
/// depends on the first byte, so that overlong forms, surrogates and values past U+10FFFF are refused.
struct UTF8Sequence {
    /// The continuation bytes still to come; 0 between sequences.
    private(set) var pending = 0
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Takes a byte that is not ASCII, or any byte while some are pending; false when it cannot stand here.
    mutating func accept(_ byte: UInt8) -> Bool {
        guard pending == 0 else {
            guard next.contains(byte) else { return false }
            pending -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, next) = (2, 0xA0...0xBF)
        case 0xED: (pending, next) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, next) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
