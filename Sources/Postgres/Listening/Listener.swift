import Glibc

/// The one connection of a database that listens, and those who want to hear.
///
/// It lives on a thread of its own, as long as somebody listens, and is opened again when it is lost; every subscriber
/// then learns of a possible gap.
final class Listener: Sendable {
    typealias SubscriberID = Int

    private struct Subscriber {
        let channels: Set<Channel>
        let events: WeakEvents
        /// The task that waits for the server's confirmation.
        var confirmation: CheckedContinuation<Void, any Error>?
    }

    private struct WeakEvents {
        weak var events: ChannelEvents?
    }

    private struct Books {
        var subscribers: [SubscriberID: Subscriber] = [:]
        var nextSubscriber = 0
        var isRunning = false
        var isClosed = false
        /// Raised whenever there is something new here; made for the first who listens.
        var news: CancelSignal?
    }

    private let options: ConnectionOptions
    private let observation: Observation
    private let books = Locked(Books())

    init(_ options: ConnectionOptions, _ observation: Observation) {
        self.options = options
        self.observation = observation
    }

    func listen(to channels: Set<Channel>) async throws -> ChannelEvents {
        // The server cuts longer names off, and its notifications would find nobody.
        guard channels.allSatisfy({ (1...63).contains($0.name.utf8.count) }) else {
            throw PostgresError(.misuse("the name of a channel has from 1 to 63 bytes"), wasSent: false)
        }
        let id = books.withLock { books in
            books.nextSubscriber += 1
            return books.nextSubscriber
        }
        let events = ChannelEvents { [weak self] in self?.leave(id) }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let subscriber = Subscriber(
                    channels: channels,
                    events: WeakEvents(events: events),
                    confirmation: continuation
                )
                register(subscriber, as: id)
                if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
        return events
    }

    private func register(_ subscriber: Subscriber, as id: SubscriberID) {
        enum Answer { case refuse, start(CancelSignal), wait, fail(PostgresError) }
        let answer = books.withLock { books -> Answer in
            guard !books.isClosed else { return .refuse }
            books.subscribers[id] = subscriber
            if books.isRunning { return .wait }
            books.isRunning = true
            do throws(PostgresError) {
                if let news = books.news { return .start(news) }
                let news = try CancelSignal()
                books.news = news
                return .start(news)
            } catch {
                return .fail(error)
            }
        }
        switch answer {
        case .refuse: subscriber.confirmation?.resume(throwing: PostgresError(.closed, wasSent: false))
        case .wait: announce()
        case .fail(let error): stop(error)
        case .start(let news):
            guard !DetachedThread.start({ [self] in run(news) }) else { return }
            stop(PostgresError(.connectFailed("the system has no more threads", nil), wasSent: false))
        }
    }

    private func leave(_ id: SubscriberID) {
        let subscriber = books.withLock { $0.subscribers.removeValue(forKey: id) }
        subscriber?.confirmation?.resume(throwing: PostgresError(.cancelled, wasSent: false))
        announce()
    }

    func close() {
        end(.success(())) { $0.isClosed = true }
        announce()
    }

    private func announce() {
        books.withLock { $0.news }?.raise()
    }

    private func end(_ result: Result<Void, PostgresError>, _ change: (inout Books) -> Void) {
        let subscribers = books.withLock { books in
            defer {
                books.subscribers = [:]
                change(&books)
            }
            return books.subscribers.values
        }
        for subscriber in subscribers {
            switch result {
            case .success: subscriber.confirmation?.resume(throwing: PostgresError(.closed, wasSent: false))
            case .failure(let error): subscriber.confirmation?.resume(throwing: error)
            }
            subscriber.events.events?.finish(result)
        }
    }

    // MARK: - The thread

    /// Ends when the database is closed, when nobody listens any more, or when the login is refused.
    private func run(_ news: CancelSignal) {
        var backOff = BackOff()
        var chance = SplitMix64(state: .random(in: .min ... .max))
        var attempts = 0
        var hasListened = false
        // Once nobody wants it, it ends whatever comes: who registers from then on begins another.
        while isWanted() {
            do throws(PostgresError) {
                attempts += 1
                let conversation = try ListeningSession(options, news, observation)
                if hasListened {
                    observation.observer?.observe(.listenerRestored(attempts: attempts))
                }
                return try converse(conversation, news, tellingOfGap: hasListened) {
                    hasListened = true
                    attempts = 0
                    backOff.reset()
                }
            } catch {
                if hasListened, attempts == 0 { observation.observer?.observe(.listenerLost(error)) }
                refuse(error)
                if error.isRefusal { return stop(error) }
                backOff.increase(at: .now, chance.fraction())
                while let end = backOff.end, end > .now {
                    guard isWanted() else { return }
                    if news.wait(Deadline(after: ContinuousClock.now.duration(to: end))) { news.lower() }
                }
            }
        }
    }

    /// Subscribers that are not confirmed yet get the reason; the others are confirmed already and wait for the next connection.
    private func refuse(_ error: PostgresError) {
        let refused = books.withLock { books -> [Subscriber] in
            let ids = books.subscribers.filter { $0.value.confirmation != nil }.keys
            return ids.compactMap { books.subscribers.removeValue(forKey: $0) }
        }
        for subscriber in refused { subscriber.confirmation?.resume(throwing: error) }
    }

    private func stop(_ error: PostgresError) {
        end(.failure(error)) { $0.isRunning = false }
    }

    private func isWanted() -> Bool {
        books.withLock { books in
            books.isRunning = !books.subscribers.isEmpty && !books.isClosed
            return books.isRunning
        }
    }

    /// Returns when nobody listens any more.
    private func converse(
        _ session: ListeningSession,
        _ news: CancelSignal,
        tellingOfGap: Bool,
        onConfirmed: () -> Void
    ) throws(PostgresError) {
        var tellingOfGap = tellingOfGap
        while true {
            // First, so that what is new from here on is not overheard.
            news.lower()
            guard isWanted() else { return }
            let (waiting, channels) = books.withLock { books in
                (
                    books.subscribers.filter { $0.value.confirmation != nil }.map(\.key),
                    books.subscribers.values.reduce(into: Set<Channel>()) { $0.formUnion($1.channels) }
                )
            }
            try session.listen(exactly: channels)
            if tellingOfGap { tell(.possibleGap, of: nil) }
            tellingOfGap = false
            confirm(waiting)
            onConfirmed()
            for notification in try session.notifications() {
                tell(.notification(notification), of: notification.channel)
            }
        }
    }

    private func confirm(_ ids: [SubscriberID]) {
        let confirmations = books.withLock { books in
            ids.compactMap { books.subscribers[$0]?.confirmation.take() }
        }
        for confirmation in confirmations { confirmation.resume() }
    }

    private func tell(_ event: ChannelEvent, of channel: Channel?) {
        let listeners = books.withLock { books in
            books.subscribers.values
                .filter { $0.confirmation == nil && (channel.map($0.channels.contains) ?? true) }
                .compactMap(\.events.events)
        }
        for listener in listeners { listener.send(event) }
    }
}
