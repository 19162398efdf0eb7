/// How long a job waits after a failure: twice as long after each, up to a limit, and a random part less, so that jobs that
/// failed together do not come back together.
public struct BackOff: Sendable, Hashable {
    /// After the first failure.
    public var first: Duration
    /// At most.
    public var limit: Duration
    /// The part of the pause, 0 to 1, that chance may take away.
    public var jitter: Double

    /// A pause of `first` that doubles up to `limit`, of which chance takes away a part of up to `jitter`.
    public init(first: Duration = .seconds(5), limit: Duration = .seconds(3600), jitter: Double = 0.5) {
        precondition(first >= .zero && limit >= first && (0...1).contains(jitter), "a pause of a sensible length")
        self.first = first
        self.limit = limit
        self.jitter = jitter
    }

    /// The pause after so many failures, 1 or more.
    public func pause(afterFailures failures: Int, using random: inout some RandomNumberGenerator) -> Duration {
        let doubled = (1..<max(1, min(failures, 64))).reduce(first) { pause, _ in min(pause * 2, limit) }
        return doubled * (1 - jitter * Double.random(in: 0...1, using: &random))
    }
}
