/// What a `FaultProxy` can do to a conversation.
public enum Fault: Sendable, Hashable {
    /// The client's bytes are not forwarded; both sides are closed.
    case cutBeforeSend
    /// The bytes are forwarded and the server's whole answer is awaited and dropped: it has done the work. Then both
    /// sides are closed. Not for TLS, whose messages cannot be told apart.
    case cutAfterSend
    /// The bytes are forwarded, and this much of the answer; then both sides are closed.
    case cutDuringAnswer(afterBytes: Int)
    /// The bytes are forwarded; the answer is held back for this long.
    case delay(Duration)
    /// From now on, and until `heal`, nothing is forwarded on any connection, and none is closed. New ones are accepted
    /// and left alone. Bytes that were held back are delivered after `heal`.
    case halfOpen
    /// From now on, and until `heal`, new connections are closed at once.
    case refuse
}

/// The moment at which a fault strikes.
public struct FaultTrigger: Sendable {
    let matches: (@Sendable ([UInt8]) -> Bool)?

    /// `halfOpen` and `refuse` begin at once; others strike at the next bytes that any client sends.
    public static let now = FaultTrigger(matches: nil)

    /// At bytes that came in one read from a client.
    public static func bytes(_ matches: @escaping @Sendable ([UInt8]) -> Bool) -> FaultTrigger {
        FaultTrigger(matches: matches)
    }

    /// At a read that contains this text, as a statement's message does.
    public static func text(_ text: String) -> FaultTrigger {
        let wanted = Array(text.utf8)
        return bytes { bytes in
            bytes.indices.contains { bytes[$0...].starts(with: wanted) }
        }
    }

    /// At a commit, which is a statement with nothing behind it; `read committed` does not match.
    public static let commit = text("commit\0")
}
