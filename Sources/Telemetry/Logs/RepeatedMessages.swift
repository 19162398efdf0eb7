import Synchronization

/// Which of the messages that come again and again are to be said: the first, then one in a while, and the end. What comes and
/// goes is said once, until it stays or stays away.
///
/// ```swift
/// let messages = RepeatedMessages()
/// if let left = messages.say("database") { logger.warning("database unavailable", metadata: ["times": "\(left + 1)"]) }
/// if let outage = messages.end("database") { logger.info("database available again, after \(outage.lasted)") }
/// ```
public final class RepeatedMessages: Sendable {
    /// What came again and again, and has ended.
    public struct Ended: Sendable {
        /// How often it came.
        public let times: Int
        /// From the first time to the end.
        public let lasted: Duration
    }

    private struct Message {
        let began: Duration
        /// When it came again after its end, or began.
        var resumed: Duration
        var said: Duration
        /// Since it came again.
        var isSaid = true
        /// Times since it was said.
        var left = 0
        var times = 1
        var ended: Duration?
    }

    /// Of so many messages it is known when they were said; the one that was said first is forgotten for one more.
    private static let capacity = 1_000

    private let state = Mutex<[String: Message]>([:])
    private let calm: Duration
    private let now: @Sendable () -> Duration

    /// - Parameters:
    ///   - calm: a problem that begins again sooner after its end is the same one, and is logged when it lasts for longer.
    ///   - clock: does not go back.
    public init(calm: Duration = .seconds(10), clock: some Clock<Duration> = ContinuousClock()) {
        let start = clock.now
        self.calm = calm
        now = { start.duration(to: clock.now) }
    }

    /// Whether a message is to be said now.
    ///
    /// - Parameters:
    ///   - key: what makes two messages the same.
    ///   - interval: how long the same one is not said again.
    /// - Returns: how often it came since it was said and was not said again; nil when it is not to be said now.
    public func say(_ key: String, every interval: Duration = .seconds(300)) -> Int? {
        state.withLock { messages in
            let now = now()
            guard var message = messages[key], message.ended.map({ now - $0 < calm }) ?? true else {
                if messages.count >= Self.capacity, let oldest = messages.min(by: { $0.value.said < $1.value.said }) {
                    messages[oldest.key] = nil
                }
                messages[key] = Message(began: now, resumed: now, said: now)
                return 0
            }
            defer { messages[key] = message }
            if message.ended != nil {
                message.ended = nil
                message.resumed = now
                message.isSaid = false
            }
            message.times += 1
            guard now - message.said >= interval || !message.isSaid && now - message.resumed >= calm else {
                message.left += 1
                return nil
            }
            defer {
                message.said = now
                message.isSaid = true
                message.left = 0
            }
            return message.left
        }
    }

    /// That it is over; nil when it was not under way, or had come again without being said.
    public func end(_ key: String) -> Ended? {
        state.withLock { messages in
            guard let message = messages[key], message.ended == nil else { return nil }
            let now = now()
            messages[key]?.ended = now
            guard message.isSaid else { return nil }
            return Ended(times: message.times, lasted: now - message.began)
        }
    }
}
