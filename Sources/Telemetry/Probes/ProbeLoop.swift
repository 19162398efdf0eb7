internal import Foundation
internal import Glibc

/// Answers connections on a thread of its own, so that no request, however slow, large or frequent, takes one of those that
/// the work needs.
///
/// So many connections are kept; for one more the oldest that has not been answered yet is ended. So who asks quickly is
/// answered, whatever number of slow ones there is.
struct ProbeLoop {
    private static let connections = 64
    /// Accepted before those that are there are looked at again.
    private static let newcomers = 16
    /// Nanoseconds that answers in the making are waited for at the end.
    private static let farewell: Int64 = 100_000_000
    /// Milliseconds until a connection is tried again for which there was no descriptor.
    private static let recovery: Int32 = 100

    private let listener: ProbeListener
    private let wakeSocket: WakeSocket
    /// Nanoseconds from the beginning of a connection to its end.
    private let limit: Int64
    private let reply: @Sendable (ProbeRequest) -> ProbeReply
    /// In the order in which they came.
    private var conversations: [ProbeConversation] = []
    /// Kept for the one connection that is served when the process has no descriptor left.
    private var spare: Int32
    /// A connection waits for which there is no descriptor.
    private var isShort = false

    private init(
        _ listener: ProbeListener,
        _ wakeSocket: WakeSocket,
        limit: Duration,
        _ reply: @escaping @Sendable (ProbeRequest) -> ProbeReply
    ) {
        self.listener = listener
        self.wakeSocket = wakeSocket
        self.limit = limit.nanoseconds
        self.reply = reply
        spare = Self.openSpare()
    }

    /// Returns when `wakeSocket` was woken.
    ///
    /// - Parameter limit: for one connection, from its beginning to its end.
    /// - Throws: ``ProbeError`` when it cannot listen any more.
    static func run(
        _ listener: ProbeListener,
        until wakeSocket: WakeSocket,
        limit: Duration,
        _ reply: @escaping @Sendable (ProbeRequest) -> ProbeReply
    ) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let thread = Thread {
                var loop = ProbeLoop(listener, wakeSocket, limit: limit, reply)
                continuation.resume(with: Result { try loop.run() })
            }
            thread.name = "probes"
            thread.start()
        }
    }

    private mutating func run() throws(ProbeError) {
        defer {
            for conversation in conversations { close(conversation.descriptor) }
            if spare >= 0 { close(spare) }
        }
        while try !round() {}
        let end = Self.now() + Self.farewell
        leave { !$0.isAnswering }
        while !conversations.isEmpty, Self.now() < end {
            var watched = conversations.map(\.watched)
            _ = unsafe poll(&watched, nfds_t(watched.count), 10)
            goOn(watched[...])
            leave { !$0.isAnswering }
        }
    }

    /// - Returns: whether `wakeSocket` was woken.
    private mutating func round() throws(ProbeError) -> Bool {
        var watched = [
            pollfd(fd: wakeSocket.descriptor, events: Int16(POLLIN), revents: 0),
            // While there is no descriptor for it, a connection that waits would make every round begin at once.
            pollfd(fd: isShort ? -1 : listener.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        watched += conversations.map(\.watched)
        _ = unsafe poll(&watched, nfds_t(watched.count), patience)
        guard watched[0].revents == 0 else { return true }
        goOn(watched[2...])
        leave(\.hasEnded)
        if watched[1].revents != 0 || isShort { try accept() }
        return false
    }

    /// Milliseconds until the next connection has to end.
    private var patience: Int32 {
        guard let next = conversations.lazy.map(\.deadline).min() else { return isShort ? Self.recovery : -1 }
        let milliseconds = Int32(clamping: max(0, next - Self.now()) / 1_000_000 + 1)
        return isShort ? min(milliseconds, Self.recovery) : milliseconds
    }

    /// - Parameter watched: of the conversations, in their order.
    private mutating func goOn(_ watched: ArraySlice<pollfd>) {
        let now = Self.now()
        for (index, state) in zip(conversations.indices, watched) {
            if state.revents != 0 { conversations[index].goOn(now: now, reply) }
            if conversations[index].deadline <= now { conversations[index].expire(now: now) }
        }
    }

    private mutating func leave(_ isOver: (ProbeConversation) -> Bool) {
        conversations.removeAll { conversation in
            guard isOver(conversation) else { return false }
            close(conversation.descriptor)
            return true
        }
        if spare < 0 { spare = Self.openSpare() }
    }

    private mutating func accept() throws(ProbeError) {
        isShort = false
        for _ in 0..<Self.newcomers {
            let descriptor: Int32?
            do throws(ProbeListener.Failure) {
                descriptor = try listener.accept()
            } catch {
                guard case .broken(let reason) = error else {
                    guard makeRoom() else {
                        isShort = true
                        return
                    }
                    continue
                }
                throw reason
            }
            guard let descriptor else { return }
            if conversations.count >= Self.connections { endOldest() }
            let now = Self.now()
            var conversation = ProbeConversation(descriptor, until: now + limit)
            // Mostly the request has arrived already.
            conversation.goOn(now: now, reply)
            conversations.append(conversation)
        }
    }

    /// A descriptor for one more.
    private mutating func makeRoom() -> Bool {
        if !conversations.isEmpty {
            endOldest()
            return true
        }
        guard spare >= 0 else { return false }
        close(spare)
        spare = -1
        return true
    }

    private mutating func endOldest() {
        let index = conversations.firstIndex { !$0.isAnswering } ?? 0
        close(conversations.remove(at: index).descriptor)
    }

    /// On a clock that does not jump.
    private static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static func openSpare() -> Int32 { unsafe open("/dev/null", O_RDONLY | O_CLOEXEC) }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
