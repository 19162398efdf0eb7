/// A kind of job, and how jobs of it are run.
public struct JobKind: Sendable, Hashable {
    /// Lower-case letters, digits and `_`, as in `send_reminder`.
    public let name: String
    /// How many of one agency are claimed at once and done in one transaction, as long as that takes no longer than a
    /// quarter of a second; 1 for jobs that take long, or that must not see one another's changes uncommitted.
    public var batch: Int
    /// A job that takes longer is ended, which counts as a failure. Also the limit of each of its statements.
    public var timeout: Duration
    /// After so many failures a job is dead.
    public var errorLimit: Int
    /// The pause after a failure.
    public var backOff: BackOff

    /// A kind by its name; what is left out fits jobs that take milliseconds.
    public init(
        _ name: String,
        batch: Int = 100,
        timeout: Duration = .seconds(60),
        errorLimit: Int = 20,
        backOff: BackOff = BackOff()
    ) {
        precondition(batch >= 1 && timeout > .zero && errorLimit >= 1, "a kind of job that can be done")
        self.name = name
        self.batch = batch
        self.timeout = timeout
        self.errorLimit = errorLimit
        self.backOff = backOff
    }
}
