/// Decides who gets which connection, and when one is opened and closed: pure, with the time as an argument.
///
/// A caller that finds room opens a connection itself, which is the shortest way to one. The others are served in the
/// order of asking, each by whatever comes first: a connection that is given back or one that was opened for them. Every
/// call returns what is to be done outside, in order.
struct PoolState {
    typealias Instant = ContinuousClock.Instant
    typealias ConnectionID = Int
    typealias CallerID = Int

    enum Action {
        case lend(ConnectionID, CallerID)
        case refuse(CallerID, PostgresError)
        case open(ConnectionID)
        case close(ConnectionID, PoolStatistics.Closing)
    }

    private struct Caller {
        let id: CallerID
        let since: Instant
        let deadline: Instant
    }

    private struct Idle {
        let id: ConnectionID
        let since: Instant
    }

    private let limits: PoolLimits
    private var jitter: SplitMix64
    private var callers: [Caller] = []
    /// The most recently used last: the others may go.
    private var idle: [Idle] = []
    /// When each open connection has lived long enough.
    private var expiry: [ConnectionID: Instant] = [:]
    /// Those that are being opened for waiting callers, or to have the minimum.
    private var opening: Set<ConnectionID> = []
    /// Those that a caller opens for itself.
    private var openedByCallers: Set<ConnectionID> = []
    private var nextConnection = 0
    private var backOff = BackOff()
    private var lastFailure: PostgresError?
    private(set) var isClosed = false
    private(set) var statistics = PoolStatistics()

    init(_ limits: PoolLimits, seed: UInt64) {
        self.limits = limits
        jitter = SplitMix64(state: seed)
    }

    // MARK: - What callers do

    enum Offer: Equatable {
        case idle(ConnectionID)
        /// There is room for another; the caller opens it.
        case toOpen(ConnectionID)
        /// The caller has to wait, or is refused.
        case nothing
    }

    /// What can be had without waiting, if nobody waits already.
    ///
    /// - Parameter nearest: rather this one, if it is idle.
    mutating func offer(at now: Instant, preferring nearest: ConnectionID? = nil) -> (offer: Offer, actions: [Action]) {
        guard callers.isEmpty, !isClosed else { return (.nothing, []) }
        let (idle, expired) = takeIdle(at: now, preferring: nearest)
        if let idle {
            statistics.requests += 1
            return (.idle(idle), expired)
        }
        guard total < limits.maximum, lastFailure == nil else { return (.nothing, expired) }
        statistics.requests += 1
        nextConnection += 1
        openedByCallers.insert(nextConnection)
        return (.toOpen(nextConnection), expired)
    }

    mutating func request(_ caller: CallerID, at now: Instant) -> [Action] {
        statistics.requests += 1
        guard !isClosed else { return [.refuse(caller, PostgresError(.closed, wasSent: false))] }
        if let refusal = lastFailure, refusal.isRefusal, total == 0, !backOff.isOver(at: now) {
            return [.refuse(caller, refusal)]
        }
        // Those for whom a connection is being opened do not wait for somebody else's.
        guard callers.count - opening.count < limits.queue || total < limits.maximum && backOff.isOver(at: now) else {
            statistics.refusals += 1
            return [.refuse(caller, PostgresError(.queueFull(limit: limits.queue), wasSent: false))]
        }
        callers.append(Caller(id: caller, since: now, deadline: now.advanced(by: limits.acquireTimeout)))
        let actions = refill(at: now)
        if opening.count < callers.count { statistics.queued += 1 }
        return actions
    }

    /// The caller waits no longer; false when it does not wait any more.
    mutating func withdraw(_ caller: CallerID) -> Bool {
        guard let index = callers.firstIndex(where: { $0.id == caller }) else { return false }
        callers.remove(at: index)
        return true
    }

    /// - Parameter reopenings: how often it broke while it was idle and was replaced in its place.
    mutating func giveBack(
        _ connection: ConnectionID,
        _ state: ReturnedState,
        reopenings: Int = 0,
        at now: Instant
    ) -> [Action] {
        for _ in 0..<reopenings {
            statistics.closed[.broken, default: 0] += 1
            noteOpened(connection, at: now)
        }
        guard !isClosed else { return close(connection, .shutdown) }
        switch state {
        case .usable: break
        case .notReopened(let error): return close(connection, .broken) + noteFailure(error, at: now)
        case .broken: return close(connection, .broken) + refill(at: now)
        }
        guard !isExpired(connection, at: now) else { return close(connection, .lifetime) + refill(at: now) }
        return offer(connection, at: now)
    }

    /// How a connection comes back.
    enum ReturnedState {
        case usable
        /// It broke while it was idle and could not be replaced.
        case notReopened(PostgresError)
        case broken
    }

    // MARK: - What connections do

    mutating func opened(_ connection: ConnectionID, at now: Instant) -> [Action] {
        let isInUse = openedByCallers.remove(connection) != nil
        opening.remove(connection)
        noteOpened(connection, at: now)
        if isInUse { return refill(at: now) }
        return isClosed ? close(connection, .shutdown) : offer(connection, at: now)
    }

    private mutating func noteOpened(_ connection: ConnectionID, at now: Instant) {
        statistics.opened += 1
        backOff.reset()
        lastFailure = nil
        expiry[connection] = now.advanced(by: limits.lifetime * (0.9 + 0.2 * jitter.fraction()))
    }

    mutating func failedToOpen(_ connection: ConnectionID, _ error: PostgresError, at now: Instant) -> [Action] {
        opening.remove(connection)
        // Its caller asks once more where there are others, and is one caller all the same.
        if openedByCallers.remove(connection) != nil, !isFinal(error) { statistics.requests -= 1 }
        return noteFailure(error, at: now)
    }

    /// Those who wait fail only when there is no other connection that they could get.
    private mutating func noteFailure(_ error: PostgresError, at now: Instant) -> [Action] {
        if case .cancelled = error.kind { return refill(at: now) }
        statistics.failedToOpen += 1
        lastFailure = error
        // Those that were opened at once and fail at once are one failure.
        if backOff.isOver(at: now) { backOff.increase(at: now, jitter.fraction()) }
        guard isFinal(error) else { return [] }
        let refused = callers
        callers = []
        return refused.map { .refuse($0.id, error) }
    }

    /// There is no other connection that one could wait for.
    func isFinal(_ error: PostgresError) -> Bool {
        expiry.isEmpty && (total == 0 || error.isRefusal)
    }

    // MARK: - Time

    /// Does what is due: deadlines of callers, ends of idle connections, another attempt to open one.
    mutating func tick(at now: Instant) -> [Action] {
        // First, so that a caller whose connection can be opened now does not give up.
        var actions = refill(at: now)
        while let first = patient.first, first.deadline <= now {
            callers.remove(at: patient.startIndex)
            statistics.timeouts += 1
            let error = PostgresError(
                .acquireTimeout(
                    waited: limits.acquireTimeout,
                    inUse: expiry.count - idle.count,
                    lastFailure: lastFailure?.description
                ),
                wasSent: false
            )
            actions.append(.refuse(first.id, error))
        }
        for connection in idle where isExpired(connection.id, at: now) { actions += end(connection.id, .lifetime) }
        while idle.count > 0, expiry.count > limits.minimum,
            idle[0].since.advanced(by: limits.idleTimeout) <= now
        {
            actions += end(idle[0].id, .idle)
        }
        return actions + refill(at: now)
    }

    /// When `tick` has something to do at the latest; nil for never.
    var nextTick: Instant? {
        guard !isClosed else { return nil }
        var next = patient.first?.deadline
        func consider(_ instant: Instant?) {
            guard let instant else { return }
            next = next.map { min($0, instant) } ?? instant
        }
        for connection in idle { consider(expiry[connection.id]) }
        if expiry.count > limits.minimum { consider(idle.first?.since.advanced(by: limits.idleTimeout)) }
        // While one is being opened after a failure, its end says what is next.
        if wanted > 0, opening.isEmpty, lastFailure?.isRefusal != true || !callers.isEmpty { consider(backOff.end) }
        return next
    }

    /// When a connection that is given back now has lived or lain idle long enough.
    func end(of connection: ConnectionID, at now: Instant) -> Instant {
        let idle = now.advanced(by: limits.idleTimeout)
        return expiry[connection].map { min($0, idle) } ?? now
    }

    mutating func close() -> [Action] {
        isClosed = true
        let refused = callers.map { Action.refuse($0.id, PostgresError(.closed, wasSent: false)) }
        callers = []
        return refused + idle.flatMap { end($0.id, .shutdown) }
    }

    var snapshot: PoolStatistics {
        var snapshot = statistics
        snapshot.open = total
        snapshot.idle = idle.count
        snapshot.opening = opening.count + openedByCallers.count
        snapshot.waiting = callers.count
        return snapshot
    }

    // MARK: - Inside

    /// Callers whose waiting time is limited here. The first callers wait for connections that are being opened, and
    /// opening has its own limit.
    private var patient: ArraySlice<Caller> { callers.dropFirst(opening.count) }

    private var total: Int { expiry.count + opening.count + openedByCallers.count }

    private mutating func takeIdle(
        at now: Instant,
        preferring nearest: ConnectionID?
    ) -> (id: ConnectionID?, expired: [Action]) {
        if let nearest, let index = idle.lastIndex(where: { $0.id == nearest }), !isExpired(nearest, at: now) {
            idle.remove(at: index)
            return (nearest, [])
        }
        var expired: [Action] = []
        while let last = idle.last {
            guard isExpired(last.id, at: now) else {
                idle.removeLast()
                return (last.id, expired)
            }
            expired += end(last.id, .lifetime)
        }
        return (nil, expired)
    }

    private mutating func offer(_ connection: ConnectionID, at now: Instant) -> [Action] {
        guard let first = callers.first else {
            idle.append(Idle(id: connection, since: now))
            return refill(at: now)
        }
        callers.removeFirst()
        statistics.waited += first.since.duration(to: now)
        return [.lend(connection, first.id)] + refill(at: now)
    }

    private func isExpired(_ connection: ConnectionID, at now: Instant) -> Bool {
        expiry[connection].map { $0 <= now } ?? false
    }

    private mutating func end(_ connection: ConnectionID, _ reason: PoolStatistics.Closing) -> [Action] {
        idle.removeAll { $0.id == connection }
        return close(connection, reason)
    }

    private mutating func close(_ connection: ConnectionID, _ reason: PoolStatistics.Closing) -> [Action] {
        expiry[connection] = nil
        statistics.closed[reason, default: 0] += 1
        return [.close(connection, reason)]
    }

    /// How many connections more than there are would be of use.
    private var wanted: Int {
        let needed = max(callers.count - opening.count, limits.minimum - total)
        return max(0, min(needed, limits.maximum - total))
    }

    /// Opens what is wanted; after a failure one at a time, and not before the back-off is over. After a refusal only for
    /// a caller: asking by itself would lock the account.
    private mutating func refill(at now: Instant) -> [Action] {
        guard !isClosed, backOff.isOver(at: now) else { return [] }
        var count = wanted
        if let lastFailure {
            guard !lastFailure.isRefusal || !callers.isEmpty else { return [] }
            count = min(count, opening.isEmpty ? 1 : 0)
        }
        return (0..<count)
            .map { _ in
                nextConnection += 1
                opening.insert(nextConnection)
                return .open(nextConnection)
            }
    }
}
