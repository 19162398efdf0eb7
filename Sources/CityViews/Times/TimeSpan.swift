/// A length of time in words: 45s, 15m, 2h, 7d.
public struct TimeSpan: Sendable, Hashable, LosslessStringConvertible {
    public let duration: Duration

    public init(_ duration: Duration) {
        self.duration = duration
    }

    /// At most a year.
    public init?(_ text: String) {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
            (0...31_622_400).contains(number)
        else { return nil }
        duration = .seconds(number * unit)
    }

    /// In the largest unit that goes into it.
    public var description: String {
        let seconds = Int(duration / .seconds(1))
        for (unit, length) in [("d", 86_400), ("h", 3_600), ("m", 60)] where seconds > 0 && seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }
}
