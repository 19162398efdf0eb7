import Glibc

/// A client's connection and its own to the server, confined to the proxy's thread.
final class ProxiedConnection {
    private var client: Side
    /// Nil until the server is reached.
    private var server: Side?
    private var answer = Answer.forward
    private var answerIsHeldUntil = ContinuousClock.now
    private(set) var isOver = false

    /// A descriptor, and bytes that could not be written to it yet.
    private struct Side {
        let descriptor: CInt
        var pending: [UInt8] = []
        var hasEnded = false

        /// Reports nothing when nothing is wanted, not even the end.
        func poll(reads: Bool) -> pollfd {
            let events = (reads && !hasEnded ? POLLIN : 0) | (pending.isEmpty ? 0 : POLLOUT)
            return pollfd(fd: events == 0 ? -1 : descriptor, events: Int16(events), revents: 0)
        }

        /// The bytes that came; nil when none are there.
        mutating func read() -> [UInt8]? {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = unsafe recv(descriptor, &bytes, bytes.count, CInt(MSG_DONTWAIT))
            if count < 0, errno == EAGAIN || errno == EINTR { return nil }
            if count <= 0 { hasEnded = true }
            return count > 0 ? Array(bytes.prefix(count)) : nil
        }

        mutating func flush() {
            while !pending.isEmpty {
                let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)
                let count = unsafe send(descriptor, pending, pending.count, flags)
                guard count > 0 else {
                    if errno == EAGAIN || errno == EINTR { return }
                    hasEnded = true
                    pending = []
                    return
                }
                pending.removeFirst(count)
            }
        }
    }

    private enum Answer {
        case forward
        /// Drop the answer until the server has been ready as many times as it was asked, then cut.
        case drop(MessageCount, requests: Int, ArmedFault)
        case cut(afterBytes: Int, ArmedFault)
    }

    init(client: CInt) { self.client = Side(descriptor: client) }

    func reach(_ target: ServerAddress) {
        guard server == nil, !isOver else { return }
        guard let descriptor = try? Sockets.connect(target) else { return cut() }
        server = Side(descriptor: descriptor)
    }

    /// Closes both sides.
    func cut() {
        guard !isOver else { return }
        isOver = true
        Sockets.end(client.descriptor)
        if let server { Sockets.end(server.descriptor) }
    }

    /// The instant at which the held answer may go on.
    var wakes: ContinuousClock.Instant? { answerIsHeldUntil > .now ? answerIsHeldUntil : nil }

    /// The events to wait for: the client's side and the server's.
    var polls: [pollfd] {
        guard let server else { return [] }
        return [
            client.poll(reads: server.pending.isEmpty),
            server.poll(reads: client.pending.isEmpty && wakes == nil),
        ]
    }

    /// Forwards the received bytes.
    ///
    /// - Parameter judge: the fault that the client's bytes trigger.
    func forward(_ polls: ArraySlice<pollfd>, judge: ([UInt8]) -> ArmedFault?) {
        guard let first = polls.first, let last = polls.last, !isOver else { return }
        if first.revents != 0, first.events & Int16(POLLIN) != 0, let bytes = client.read() {
            guard ask(bytes, judge(bytes)) else { return }
        }
        server?.flush()
        if last.revents != 0, last.events & Int16(POLLIN) != 0 {
            if let bytes = server?.read() {
                reply(bytes)
            } else if server?.hasEnded == true, case .drop(_, _, let fault) = answer {
                cut()
                fault.strike()
            }
        }
        guard !isOver else { return }
        client.flush()
        finish()
    }

    /// False when none of these bytes may go on now.
    private func ask(_ bytes: [UInt8], _ fault: ArmedFault?) -> Bool {
        server?.pending += bytes
        guard let fault else { return true }
        switch fault.fault {
        case .cutBeforeSend:
            cut()
            fault.strike()
            return false
        case .cutAfterSend:
            var requests = MessageCount.requests
            requests.read(bytes)
            answer = .drop(.readiness, requests: max(1, requests.count), fault)
            return true
        case .cutDuringAnswer(let count):
            answer = .cut(afterBytes: count, fault)
            return true
        case .delay(let duration):
            answerIsHeldUntil = .now + duration
            fault.strike()
            return true
        case .halfOpen:
            fault.strike()
            return false
        case .refuse:
            fault.strike()
            return true
        }
    }

    private func reply(_ bytes: [UInt8]) {
        switch answer {
        case .forward: client.pending += bytes
        case .drop(var readiness, let requests, let fault):
            readiness.read(bytes)
            answer = .drop(readiness, requests: requests, fault)
            guard readiness.count >= requests, readiness.isAtBoundary else { return }
            cut()
            fault.strike()
        case .cut(let left, let fault):
            client.pending += bytes.prefix(left)
            answer = .cut(afterBytes: max(0, left - bytes.count), fault)
        }
    }

    /// Ends when one side has ended, and the other has received everything.
    private func finish() {
        if case .cut(0, let fault) = answer, client.pending.isEmpty {
            cut()
            fault.strike()
        } else if client.hasEnded, server?.pending.isEmpty != false || server?.hasEnded == true {
            cut()
        } else if server?.hasEnded == true, client.pending.isEmpty {
            cut()
        }
    }
}
