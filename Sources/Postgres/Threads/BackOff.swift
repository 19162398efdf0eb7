/// How long to wait after a failure: twice as long each time, from 0.1 s to 30 s, less up to a half by chance so that
/// many clients do not come back at once.
struct BackOff {
    private static let shortest = Duration.milliseconds(100)
    private static let longest = Duration.seconds(30)

    private var failures = 0
    /// Nil when there was no failure.
    private(set) var end: ContinuousClock.Instant?

    func isOver(at now: ContinuousClock.Instant) -> Bool {
        end.map { $0 <= now } ?? true
    }

    /// - Parameter chance: from 0 to 1.
    mutating func increase(at now: ContinuousClock.Instant, _ chance: Double) {
        let delay = min(Self.shortest * (1 << min(failures, 9)), Self.longest)
        failures += 1
        end = now.advanced(by: delay * (1 - 0.5 * chance))
    }

    mutating func reset() {
        failures = 0
        end = nil
    }
}

/// A small generator of numbers with a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014), so that what is drawn by chance can be repeated in a test.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// From 0 to 1, without 1.
    mutating func fraction() -> Double { Double.random(in: 0..<1, using: &self) }
}
