import CLibPQ
import Glibc

extension PGConnection {
    enum Wait { case ready, late, signalled }

    /// Waits for the running statement. Past its deadline the server is asked to stop; if even that is not answered,
    /// the connection is given up.
    func wait(for events: CShort, _ deadline: Deadline) throws(PostgresError) {
        if waitCancellably(for: events, deadline) { return }
        cancelOnServer()
        if waitCancellably(for: events, Deadline(after: grace)) { return }
        throw PostgresError(.deadlineExceeded(deadline.limit))
    }

    /// False when the deadline came first. A raised signal asks the server to cancel, once and again: a request that
    /// overtakes its statement finds nothing to cancel and is forgotten. From then on only the grace is left.
    private func waitCancellably(for events: CShort, _ deadline: Deadline) -> Bool {
        var deadline = deadline
        while true {
            let watched = isCancellable && !hasAskedToCancel ? signal : nil
            let limit = !hasAskedToCancel ? deadline : deadline.noLater(than: Self.cancelInterval)
            switch waitOnSocket(for: events, limit, until: watched) {
            case .ready: return true
            case .signalled:
                cancelOnServer()
                deadline = deadline.noLater(than: grace)
            case .late where deadline.isOver: return false
            case .late: cancelOnServer()
            }
        }
    }

    private static let cancelInterval = Duration.milliseconds(50)

    func waitOnSocket(for events: CShort, _ deadline: Deadline, until signal: CancelSignal?) -> Wait {
        // Without a signal the second descriptor is negative, which poll ignores.
        var watched = (
            pollfd(fd: unsafe PQsocket(pointer), events: events, revents: 0),
            pollfd(fd: signal?.descriptor ?? -1, events: CShort(POLLIN), revents: 0)
        )
        while true {
            let count = unsafe withUnsafeMutableBytes(of: &watched) { bytes in
                unsafe poll(bytes.assumingMemoryBound(to: pollfd.self).baseAddress, 2, deadline.milliseconds)
            }
            // The signal first: the socket of a long answer is always ready.
            if count > 0 { return signal != nil && watched.1.revents != 0 ? .signalled : .ready }
            if deadline.isOver { return .late }
        }
    }

    // MARK: - Cancelling

    /// One request at a time; the next when it is done and the statement still runs.
    private func cancelOnServer() {
        hasAskedToCancel = true
        if let cancelRequest, !cancelRequest.isFinished { return }
        cancelRequest = unsafe CancelRequest.start(pointer, encryptedWith: cancelKeywords) ?? cancelRequest
    }

    /// Called when a statement's results are all read: whatever was asked for it must not reach the next one.
    func statementEnded() throws(PostgresError) {
        hasAskedToCancel = false
        guard let request = cancelRequest else { return }
        cancelRequest = nil
        guard request.waitUntilFinished(Deadline(after: grace)) else {
            throw PostgresError(.connectionLost("a request to cancel was not answered within \(grace)"))
        }
    }
}

extension Deadline {
    /// The earlier of the two.
    fileprivate func noLater(than limit: Duration) -> Deadline {
        let other = Deadline(after: limit)
        return other.milliseconds < milliseconds ? other : self
    }
}
