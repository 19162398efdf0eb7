public import Postgres
import Synchronization

/// Tells workers, in whatever process, that there is something to do. They look for themselves every second anyhow.
///
/// Rings are notifications in transactions of their own, which is why they are not part of the caller's: a commit that
/// notifies takes a lock of the whole server. Several rings at once are one.
public final class Doorbell: Sendable {
    private struct State {
        var isRinging = false
        var isAskedAgain = false
    }

    private let database: Database
    private let scope: Scope
    private let channel: Channel
    private let state = Mutex(State())
    /// At most one notification in this time.
    private static let pause = Duration.milliseconds(50)

    /// - Parameters:
    ///   - database: the same as the workers'.
    ///   - scope: one that may notify.
    ///   - channel: the same as the workers listen to.
    public init(_ database: Database, scope: Scope, channel: Channel) {
        self.database = database
        self.scope = scope
        self.channel = channel
    }

    /// Returns when it has rung, or somebody else's ring will do. An error while it rings is not a failure: no work is lost.
    public func ring() async {
        let isMine = state.withLock { state in
            if state.isRinging {
                state.isAskedAgain = true
                return false
            }
            state.isRinging = true
            return true
        }
        guard isMine else { return }
        while true {
            _ = try? await database.transaction(as: scope) { tx in
                // A ring that a crash swallows is one that nobody needs any more.
                try tx.execute("set local synchronous_commit = off")
                try tx.notify(channel)
            }
            guard state.withLock({ $0.isAskedAgain }) else { break }
            state.withLock { $0.isAskedAgain = false }
            try? await Task.sleep(for: Self.pause)
        }
        state.withLock { $0.isRinging = false }
    }
}
