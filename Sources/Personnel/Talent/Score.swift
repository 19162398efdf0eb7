/// A score from 0 to 100 with two decimals, as the talent map, the job-person match and the satisfaction index have it.
///
/// Kept in whole hundredths, so that sums are exact and a comparison with a threshold is one of integers: rounded first,
/// then compared.
public struct Score: Sendable, Hashable {
    /// 0...10,000.
    public let hundredths: Int

    /// Nil outside 0...10,000.
    public init?(hundredths: Int) {
        guard (0...10_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// Reads "80", "80.5" or "80.56": ASCII digits, a point, at most two decimals, no sign, no needless leading zero.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let points = Self.number(parts[0], digits: 1...3),
            parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
        else { return nil }
        var hundredths = points * 100
        if parts.count == 2 {
            guard let decimals = Self.number(parts[1], digits: 1...2) else { return nil }
            hundredths += parts[1].count == 1 ? decimals * 10 : decimals
        }
        self.init(hundredths: hundredths)
    }

    /// Whole points; traps outside 0...100.
    public init(_ points: Int) {
        precondition((0...100).contains(points), "a score is 0 to 100 points")
        hundredths = points * 100
    }

    /// The weighted mean, rounded half up to two decimals: what PostgreSQL's `round(sum(score * weight) / sum(weight),
    /// 2)` gives on numerics. Nil when the weights add to 0; traps on a negative weight.
    public static func mean(_ parts: [(score: Score, weight: Int)]) -> Score? {
        var total = 0
        var weights = 0
        for part in parts {
            precondition(part.weight >= 0, "a weight is not negative")
            total += part.score.hundredths * part.weight
            weights += part.weight
        }
        guard weights > 0 else { return nil }
        return Score(hundredths: (2 * total + weights) / (2 * weights))
    }

    private static func number(_ bytes: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(bytes.count),
            bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension Score: Comparable {
    public static func < (left: Score, right: Score) -> Bool { left.hundredths < right.hundredths }
}

extension Score: LosslessStringConvertible {
    /// Always two decimals: "71.00".
    public var description: String {
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}
