/// What a probe says: good, or not good and why.
public struct Verdict: Sendable, Hashable {
    /// Short sentences without full stop, one line each; empty when all is good.
    public let problems: [String]

    init(problems: [String]) {
        self.problems = problems.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }

    /// Whether there is no problem.
    public var isGood: Bool { problems.isEmpty }
}
