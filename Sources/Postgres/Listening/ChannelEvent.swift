/// What a listener is told.
///
/// ```swift
/// func isWork(_ event: ChannelEvent) -> Bool {
///     switch event {
///     case .notification(let notification): notification.channel == "jobs"
///     case .possibleGap: true
///     }
/// }
/// ```
public enum ChannelEvent: Sendable, Hashable {
    /// Somebody notified.
    case notification(Notification)
    /// Notifications may have been missed, because the connection was lost for a time or the reader was too slow: look
    /// for yourself what there is to do.
    case possibleGap
}
