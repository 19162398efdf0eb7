/// What a pool holds now, and what it has done since it was made.
///
/// ```swift
/// let statistics = database.statistics
/// print("\(statistics.inUse) of \(statistics.open) connections in use, \(statistics.waiting) callers wait")
/// ```
public struct PoolStatistics: Sendable, Hashable {
    /// Why a connection was closed.
    public enum Closing: String, Sendable, Hashable, CaseIterable {
        /// It was older than the pool's `lifetime`.
        case lifetime
        /// It had lain idle for the pool's `idleTimeout`.
        case idle
        /// It failed, or came back in a state from which it cannot be used.
        case broken
        /// The database was closed.
        case shutdown
    }

    /// Connections that are open or being opened.
    public internal(set) var open = 0
    /// Of these, those that nobody uses.
    public internal(set) var idle = 0
    /// Of these, those that are being opened.
    public internal(set) var opening = 0
    /// Callers that wait for one.
    public internal(set) var waiting = 0

    /// How often a connection was asked for.
    public internal(set) var requests = 0
    /// How often a caller had to wait for one that others used.
    public internal(set) var queued = 0
    /// How long all callers that were served later have waited together, also for a connection to be opened.
    public internal(set) var waited = Duration.zero
    /// How often none came free in time.
    public internal(set) var timeouts = 0
    /// How often the queue was full.
    public internal(set) var refusals = 0
    /// How many connections were opened.
    public internal(set) var opened = 0
    /// How often one could not be opened.
    public internal(set) var failedToOpen = 0
    /// How many were closed, by reason.
    public internal(set) var closed: [Closing: Int] = [:]

    /// Connections in use.
    public var inUse: Int { open - idle - opening }
}
