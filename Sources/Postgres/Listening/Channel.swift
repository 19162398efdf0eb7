/// The name of a notification channel (manual, LISTEN).
public struct Channel: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as the server compares it, not folded to lower case.
    public let name: String

    /// - Parameter name: at most 63 bytes, which the server demands.
    public init(_ name: String) {
        self.name = name
    }

    public init(stringLiteral value: StaticString) {
        self.init("\(value)")
    }

    public var description: String { name }
}

/// A message that somebody sent with `NOTIFY` or ``Transaction/notify(_:_:)``.
public struct Notification: Sendable, Hashable {
    /// Where it was sent.
    public let channel: Channel
    /// What was sent with it, under 8,000 bytes; every login of the database can send and read it.
    public let payload: String
    /// The server process of the sender.
    public let processID: Int32
}

/// What a listener is told.
public enum ChannelEvent: Sendable, Hashable {
    /// Somebody notified.
    case notification(Notification)
    /// Notifications may have been missed, because the connection was lost for a time or the reader was too slow: look
    /// for yourself what there is to do.
    case possibleGap
}
