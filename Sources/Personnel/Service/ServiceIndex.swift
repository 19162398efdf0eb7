/// The satisfaction index of a service unit (IKM, PermenPANRB 14/2017): the sum of its nine elements' means, each times
/// its weight, times 25.
///
/// Rounded half up to two decimals and graded then: the published ranges leave gaps between their two-decimal bounds.
public struct ServiceIndex: Sendable, Hashable {
    /// What an element weighs. Published figures may have been made with a rounded ninth, which tops out below 100: keep
    /// the weight beside the figure, or nobody can make it again.
    public enum Weight: Sendable, Hashable {
        /// 1/9, not 0.11.
        case ninth
        /// A weight as it was used, in millionths: 0.111 is 111,000.
        case millionths(Int)
    }

    /// The answers to one element, each 1 to 4.
    public struct Answers: Sendable, Hashable {
        /// The sum of the answers.
        public let total: Int
        /// How many answered this element; an answer that is missing is not counted.
        public let count: Int

        public init(total: Int, count: Int) {
            self.total = total
            self.count = count
        }

        /// The element's mean (NRR) in ten-thousandths, rounded half up; for showing. Nil without an answer.
        public var meanTenThousandths: Int? {
            count > 0 ? (2 * total * 10_000 + count) / (2 * count) : nil
        }
    }

    public enum Invalid: Error, Sendable, Hashable {
        /// Nobody answered this element: there is no index.
        case unanswered(ServiceElement)
        /// A sum that so many answers of 1 to 4 cannot have, or more answers than a survey has.
        case answers(ServiceElement)
        /// A weight that is none, or one with which the index exceeds 100.
        case weight

        public var reason: String {
            switch self {
            case .unanswered(let element): "no answer to the element \(element.code)"
            case .answers(let element): "the answers to \(element.code) do not lie between 1 and 4"
            case .weight: "the weight of an element is not above 0 and at most what makes an index of 100"
            }
        }
    }

    /// The index converted to 25.00...100.00; with a weight below 1/9 a little less.
    public let value: Score
    public let weight: Weight

    public init(_ answers: [ServiceElement: Answers], weight: Weight = .ninth) throws(Invalid) {
        let (numerator, denominator) =
            switch weight {
            case .ninth: (1, 9)
            case .millionths(let millionths): (millionths, 1_000_000)
            }
        guard numerator > 0, numerator <= denominator else { throw .weight }
        // Hundredths of the index, times 10^20.
        var sum: Int128 = 0
        for element in ServiceElement.allCases {
            guard let given = answers[element], given.count != 0 else { throw .unanswered(element) }
            guard (1...Self.mostAnswers).contains(given.count), given.total >= given.count,
                given.total <= 4 * given.count
            else { throw .answers(element) }
            sum +=
                Int128(given.total) * Int128(numerator) * 2_500 * Self.scale
                / (Int128(given.count) * Int128(denominator))
        }
        // Each of the nine was cut off by less than one: with nine more a sum that is a half is no less than one.
        let hundredths = (sum + 9 + Self.scale / 2) / Self.scale
        guard let value = Score(hundredths: Int(hundredths)) else { throw .weight }
        self.value = value
        self.weight = weight
    }

    /// By the lower bounds: A from 88.31, B from 76.61, C from 65.00, else D.
    public var grade: Grade {
        switch value.hundredths {
        case 8_831...: .a
        case 7_661...: .b
        case 6_500...: .c
        default: .d
        }
    }

    /// The quality of a service (mutu pelayanan).
    public enum Grade: String, Sendable, Hashable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"

        public var code: String { rawValue }

        public var title: String {
            switch self {
            case .a: "Sangat Baik"
            case .b: "Baik"
            case .c: "Kurang Baik"
            case .d: "Tidak Baik"
            }
        }
    }

    private static let scale: Int128 = 100_000_000_000_000_000_000
    // Far more than any city's, and few enough for the sum to fit.
    private static let mostAnswers = 10_000_000
}
