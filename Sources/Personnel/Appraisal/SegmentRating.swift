/// What was rated of one part of a period: a person who moves in mid-year is rated in each post.
///
/// How the parts make one is not prescribed (PermenPANRB 6/2022 only says that the year is rated as a whole): the city's
/// default is the mean by days.
public struct SegmentRating: Sendable, Hashable {
    /// Days of the segment, first and last included; 0 or more.
    public let days: Int
    public let result: Expectation?
    public let behaviour: Expectation?

    public init(days: Int, result: Expectation?, behaviour: Expectation?) {
        precondition(days >= 0, "a segment has no negative number of days")
        self.days = days
        self.result = result
        self.behaviour = behaviour
    }

    /// Whether both sides were rated: half a rating counts for none.
    public var isRated: Bool { result != nil && behaviour != nil }

    /// The expectations of the whole: of each side the mean by days over the rated segments, rounded to the nearest one,
    /// a half towards the worse.
    ///
    /// Nil when the rated days are fewer than `minimumShare` percent of all days, or none. In SQL the same with
    /// integers: `(2 * sum(days * value) + sum(days)) / (2 * sum(days))`.
    public static func combined(
        _ segments: [SegmentRating],
        minimumShare: Int
    ) -> (result: Expectation, behaviour: Expectation)? {
        var (days, results, behaviours) = (0, 0, 0)
        for segment in segments {
            guard let result = segment.result, let behaviour = segment.behaviour else { continue }
            days += segment.days
            results += segment.days * result.rawValue
            behaviours += segment.days * behaviour.rawValue
        }
        let all = segments.reduce(0) { $0 + $1.days }
        guard days > 0, days * 100 >= minimumShare * all,
            let result = Expectation(rawValue: (2 * results + days) / (2 * days)),
            let behaviour = Expectation(rawValue: (2 * behaviours + days) / (2 * days))
        else { return nil }
        return (result, behaviour)
    }
}
