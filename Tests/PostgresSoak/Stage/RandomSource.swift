import TestSupport

/// What is drawn: the same seed draws the same.
struct RandomSource: RandomNumberGenerator, Sendable {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(state: seed) }

    /// A stream of its own for each of several that share a seed.
    init(seed: UInt64, stream: Int) {
        self.init(seed: seed)
        generator.state = generator.next() ^ (UInt64(truncatingIfNeeded: stream) &* 0xD129_0B26_88A1_E4C5)
        _ = generator.next()
    }

    mutating func next() -> UInt64 { generator.next() }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { number(1...count) == 1 }

    /// From 0 to 1.
    mutating func fraction() -> Double { Double.random(in: 0...1, using: &self) }

    mutating func milliseconds(_ range: ClosedRange<Int>) -> Duration { .milliseconds(number(range)) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(0...(elements.count - 1))]
    }
}
