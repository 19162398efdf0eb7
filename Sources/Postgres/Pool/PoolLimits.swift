/// The pool's bounds.
///
/// ```swift
/// let limits = PoolLimits(minimum: 1, maximum: 4, acquireTimeout: .seconds(2))
/// let database = Database(ConnectionOptions(uri: "service=city"), limits: limits)
/// print(database.statistics.open)
/// ```
public struct PoolLimits: Sendable, Hashable {
    /// How many connections are kept open, also when nobody needs them. They are opened at once.
    public var minimum: Int
    /// How many connections there may be.
    public var maximum: Int
    /// How long a caller waits for a connection that others use. Opening one has its own limit,
    /// ``ConnectionOptions/connectTimeout``.
    public var acquireTimeout: Duration
    /// How many callers may wait for what others use; the next fails at once. Those for whom a connection is being
    /// opened do not count.
    public var queue: Int
    /// How long a connection is used before it is replaced; each by up to a tenth more or less, so that they do not go
    /// all at once.
    public var lifetime: Duration
    /// How long a connection above `minimum` may lie idle before it is closed.
    public var idleTimeout: Duration

    /// - Parameters:
    ///   - minimum: no more than `maximum`.
    ///   - maximum: each is a thread here and a process on the server.
    ///   - acquireTimeout: how long a caller waits.
    ///   - queue: how many callers may wait; nil is ten times `maximum`.
    ///   - lifetime: how long a connection is used.
    ///   - idleTimeout: how long one above `minimum` lies idle.
    public init(
        minimum: Int = 0,
        maximum: Int = 8,
        acquireTimeout: Duration = .seconds(5),
        queue: Int? = nil,
        lifetime: Duration = .seconds(1800),
        idleTimeout: Duration = .seconds(300)
    ) {
        self.minimum = min(minimum, maximum)
        self.maximum = maximum
        self.acquireTimeout = acquireTimeout
        self.queue = queue ?? 10 * maximum
        self.lifetime = lifetime
        self.idleTimeout = idleTimeout
    }
}
