/// A performance value of the scale from 0 to 120 that was used before the three expectations (PP 30/2019 art. 41); for
/// reading history.
///
/// Kept in hundredths: rounded first, then compared with the bounds.
public struct NumericRating: Sendable, Hashable {
    /// 0...12,000.
    public let hundredths: Int

    /// How plan (SKP) and behaviour are weighed.
    public enum Weighting: Sendable, Hashable, CaseIterable {
        /// 70 : 30, where peers and subordinates were not asked.
        case withoutFeedback
        /// 60 : 40, where they were.
        case withFeedback

        /// Percent of the plan.
        public var plan: Int {
            switch self {
            case .withoutFeedback: 70
            case .withFeedback: 60
            }
        }
    }

    /// Nil outside 0...12,000.
    public init?(hundredths: Int) {
        guard (0...12_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// The value of a year from those of plan and behaviour, rounded half up to two decimals.
    public init(plan: NumericRating, behaviour: NumericRating, weighting: Weighting) {
        let total = plan.hundredths * weighting.plan + behaviour.hundredths * (100 - weighting.plan)
        hundredths = (total + 50) / 100
    }

    /// The rating that the value is. "Cukup", 70 to below 90, is what `.butuhPerbaikan` is called today. 110 and above is
    /// "Sangat Baik" only for one who has created a new idea or way of working, and "Baik" otherwise. The
    /// bound of 50 is not verified.
    public func rating(createsIdea: Bool) -> Rating {
        switch hundredths {
        case 11_000...: createsIdea ? .sangatBaik : .baik
        case 9_000...: .baik
        case 7_000...: .butuhPerbaikan
        case 5_000...: .kurang
        default: .sangatKurang
        }
    }
}

extension NumericRating: Comparable {
    public static func < (left: NumericRating, right: NumericRating) -> Bool { left.hundredths < right.hundredths }
}

extension NumericRating: CustomStringConvertible {
    /// Always two decimals: "110.00".
    public var description: String {
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}
