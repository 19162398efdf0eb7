/// How far a person's assessed competencies meet what a post asks.
public enum PostMatch: Sendable, Hashable {
    case known(JobPersonMatch)
    /// Competencies that the post asks and in which the person has no valid result: nothing is guessed for them.
    case notAssessed([CompetencyName])
    /// Nobody has said what the post asks, and its kind does not say it.
    case noStandard

    /// - Parameters:
    ///   - standard: what the post asks.
    ///   - achieved: the person's valid results.
    public init(
        _ standard: CompetencyStandard,
        achieved: [CompetencyName: CompetencyLevel],
        cap: JobPersonMatch.Cap
    ) {
        let names = standard.levels.keys.sorted()
        let missing = names.filter { achieved[$0] == nil }
        let match = try? JobPersonMatch(
            standard: names.compactMap { standard.levels[$0]?.rawValue },
            achieved: names.compactMap { achieved[$0]?.rawValue },
            cap: cap
        )
        if !missing.isEmpty {
            self = .notAssessed(missing)
        } else if let match {
            self = .known(match)
        } else {
            // A match cannot be had of nothing.
            self = .noStandard
        }
    }

    /// The match, where it is known.
    public var value: JobPersonMatch? { if case .known(let match) = self { match } else { nil } }
}
