/// A stream of random numbers (SplitMix64) that is the same on every machine and with every compiler.
///
/// The standard library's `random(in:using:)` and `shuffled(using:)` may change their algorithms between versions; what
/// is drawn here may not, so the stream brings its own.
struct RandomStream {
    private var state: UInt64

    /// A stream of its own for each seed and purpose, so that what one part draws never shifts another's.
    init(seed: UInt64, _ purpose: String...) {
        state = seed
        for word in purpose {
            // FNV-1a over the word and a separator.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            state = next() ^ hash
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0..<bound.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func integer(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// 0..<1, in steps of 2^-53.
    mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    mutating func chance(_ probability: Double) -> Bool {
        fraction() < probability
    }

    /// Roughly normal, mean 0 and deviation 1: the sum of twelve fractions, since a logarithm may differ in its last
    /// bit from one machine to the next.
    mutating func bell() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += fraction() }
        return sum
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in (1..<elements.count).reversed() {
            elements.swapAt(last, below(last + 1))
        }
    }

    /// 32 upper-case hexadecimal digits, as SIASN writes its ids.
    mutating func id() -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for number in [next(), next()] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 0xF
                digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Shares `count` out over the weights: each share is its exact proportion rounded down or up, and on average is
    /// that proportion (systematic sampling). All zero when no weight is positive.
    mutating func shares(of count: Int, weights: [Double]) -> [Int] {
        let total = weights.reduce(0, +)
        guard total > 0 else { return weights.map { _ in 0 } }
        let offset = fraction()
        var (reached, given) = (0.0, 0)
        return weights.enumerated()
            .map { index, weight in
                reached += weight
                let isRest = !weights[(index + 1)...].contains { $0 > 0 }
                let through =
                    isRest ? count : min(count, Int((reached / total * Double(count) + offset).rounded(.down)))
                defer { given = through }
                return through - given
            }
    }
}
