/// The name of a notification channel (manual, LISTEN); quoted wherever it enters a statement.
///
/// ```swift
/// let channel: Channel = "jobs"
/// try tx.notify(channel, "chunk 7")
/// ```
public struct Channel: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as the server compares it, not folded to lower case.
    public let name: String

    /// - Parameter name: 1 to 63 bytes; the server refuses to notify another, and cuts a longer one off to listen.
    public init(_ name: String) {
        self.name = name
    }

    public init(stringLiteral value: StaticString) {
        self.init("\(value)")
    }

    public var description: String { name }
}

/// A message that somebody sent with `NOTIFY` or ``Transaction/notify(_:_:)``.
///
/// ```swift
/// func show(_ notification: Notification) {
///     print("\(notification.channel): \(notification.payload), from process \(notification.processID)")
/// }
/// ```
public struct Notification: Sendable, Hashable {
    /// Where it was sent.
    public let channel: Channel
    /// What was sent with it, under 8,000 bytes; every login of the database can send and read it.
    public let payload: String
    /// The server process of the sender.
    public let processID: Int32
}
