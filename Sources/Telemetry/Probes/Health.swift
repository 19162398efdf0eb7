import Synchronization

/// How the daemon is: told by the daemon as it works, read by probes and the watchdog. All of it is in memory.
///
/// It is *live* while its work goes on: a call of ``progress()``, ``available()`` or ``unavailable(_:)`` is a sign of
/// that. It is *ready* while it takes up work: it has started, the database answered the last time, and it is not
/// draining.
///
/// ```swift
/// let health = Health()
/// health.started()
/// health.available()
/// ```
public final class Health: Sendable {
    /// How the database answered the last time.
    private enum Database {
        case unasked
        case available
        case unavailable(reason: String)
    }

    private struct State {
        var lastProgress: Duration
        var hasStarted = false
        var isDraining = false
        var database = Database.unasked
    }

    private let state: Mutex<State>
    private let limit: Duration
    /// The time on the clock since an instant of its own.
    private let now: @Sendable () -> Duration

    /// - Parameters:
    ///   - limit: so long may nothing go on before ``liveness`` is lost; longer than the longest step of the work. It
    ///     counts from now on, so setting up is a step too.
    ///   - clock: does not go back; `ContinuousClock` goes on while the machine sleeps.
    public init(limit: Duration = .seconds(60), clock: some Clock<Duration> = ContinuousClock()) {
        let start = clock.now
        self.limit = limit
        now = { start.duration(to: clock.now) }
        state = Mutex(State(lastProgress: .zero))
    }

    /// A step of the work has ended, in whatever way: a poll returned, a chunk or a job ended.
    ///
    /// To be called where the work is done and never from a timer of its own: a timer goes on while the work hangs.
    public func progress() { change { _ in } }

    /// The daemon has set itself up.
    public func started() { change { $0.hasStarted = true } }

    /// The database has answered. A sign of life too.
    public func available() { change { $0.database = .available } }

    /// The database did not answer. This is a sign of life, too, because the attempt came back: a restart of the
    /// daemon does not mend a database.
    /// - Parameter reason: is shown by a probe, so it must not hold a secret or personal data.
    public func unavailable(_ reason: String) { change { $0.database = .unavailable(reason: reason) } }

    /// The daemon ends what it has in hand and takes up nothing more; that does not go back. No sign of life.
    public func draining() { state.withLock { $0.isDraining = true } }

    /// Whether the work goes on, and if not, since when.
    public var liveness: Verdict {
        let silence = now() - state.withLock { $0.lastProgress }
        guard silence > limit else { return Verdict(problems: []) }
        return Verdict(problems: [
            "no progress for \(silence.components.seconds) s, the limit is \(limit.components.seconds) s"
        ])
    }

    /// Whether the daemon takes up work, and if not, why.
    public var readiness: Verdict {
        let state = state.withLock { $0 }
        var problems: [String] = []
        if state.isDraining { problems.append("draining") }
        if !state.hasStarted { problems.append("not started") }
        switch state.database {
        case .unasked: problems.append("the database has not been asked yet")
        case .available: break
        case .unavailable(let reason): problems.append("database unavailable: \(reason)")
        }
        return Verdict(problems: problems)
    }

    /// Whether ``liveness`` is good.
    public var isLive: Bool { liveness.isGood }

    /// Whether ``readiness`` is good.
    public var isReady: Bool { readiness.isGood }

    private func change(_ change: (inout State) -> Void) {
        state.withLock {
            // Inside the lock, so that an earlier reading cannot come after a later one.
            $0.lastProgress = now()
            change(&$0)
        }
    }
}
