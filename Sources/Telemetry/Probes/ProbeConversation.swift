internal import Glibc

/// One connection: one request, one answer, and an end at a time that was fixed when it began.
struct ProbeConversation {
    private enum Phase {
        case reading
        case writing
        /// The answer is sent. What still comes is thrown away, for a close would take the answer back (RFC 9112,
        /// section 9.6).
        case lingering(left: Int)
        case ended
    }

    /// Bytes that are thrown away after the answer.
    private static let lingering = 1 << 20
    /// Nanoseconds for what follows the request: the answer to one that was late, and the end.
    private static let lastWords: Int64 = 1_000_000_000

    let descriptor: Int32
    /// In nanoseconds of the machine's monotonic clock.
    private(set) var deadline: Int64
    private var phase = Phase.reading
    private var request = ProbeRequest()
    private var output: [UInt8] = []
    private var sent = 0

    init(_ descriptor: Int32, until deadline: Int64) {
        self.descriptor = descriptor
        self.deadline = deadline
    }

    var hasEnded: Bool { if case .ended = phase { true } else { false } }
    var isAnswering: Bool { if case .writing = phase { true } else { false } }
    var watched: pollfd {
        pollfd(fd: descriptor, events: Int16(isAnswering ? POLLOUT : POLLIN), revents: 0)
    }

    /// Does what can be done without waiting.
    mutating func goOn(now: Int64, _ reply: (ProbeRequest) -> ProbeReply) {
        if case .reading = phase { read(now, reply) }
        if case .writing = phase { write(now) }
        if case .lingering = phase { discard() }
    }

    /// Its time is up.
    mutating func expire(now: Int64) {
        guard case .reading = phase, request.hasBegun else { return end() }
        deadline = now + Self.lastWords
        answer(ProbeReply(.late), hasBody: true)
        write(now)
    }

    mutating func end() { phase = .ended }

    private mutating func read(_ now: Int64, _ reply: (ProbeRequest) -> ProbeReply) {
        while case .reading = phase {
            switch Self.receive(descriptor) {
            case .bytes(let bytes):
                do throws(ProbeRequest.Flaw) {
                    guard try request.take(bytes) else { continue }
                    answer(reply(request), hasBody: request.method != "HEAD")
                } catch {
                    answer(ProbeReply(error), hasBody: true)
                }
            case .nothingYet: return
            case .end where request.hasBegun: answer(ProbeReply(.malformed("it breaks off")), hasBody: true)
            case .end, .failure: end()
            }
        }
    }

    private mutating func answer(_ reply: ProbeReply, hasBody: Bool) {
        output = reply.bytes(hasBody: hasBody)
        phase = .writing
    }

    private mutating func write(_ now: Int64) {
        while sent < output.count {
            let count = unsafe output.withUnsafeBytes { bytes in
                unsafe send(
                    descriptor,
                    bytes.baseAddress.map { unsafe $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else {
                if errno != EAGAIN && errno != EINTR { end() }
                return
            }
            sent += count
        }
        output = []
        shutdown(descriptor, Int32(SHUT_WR))
        deadline = min(deadline, now + Self.lastWords)
        phase = .lingering(left: Self.lingering)
    }

    private mutating func discard() {
        while case .lingering(let left) = phase {
            switch Self.receive(descriptor) {
            case .bytes(let bytes) where bytes.count < left: phase = .lingering(left: left - bytes.count)
            case .nothingYet: return
            case .bytes, .end, .failure: end()
            }
        }
    }

    private enum Received {
        case bytes([UInt8])
        case nothingYet
        case end
        case failure
    }

    private static func receive(_ descriptor: Int32) -> Received {
        var count = 0
        var code: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, size in
            count = unsafe recv(descriptor, buffer.baseAddress, 4_096, 0)
            code = errno
            size = max(0, count)
        }
        if count > 0 { return .bytes(bytes) }
        if count == 0 { return .end }
        return code == EAGAIN || code == EINTR ? .nothingYet : .failure
    }
}
