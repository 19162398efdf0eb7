/// The events of the channels that somebody listens to, for one reader, in the order of sending.
///
/// At most 1,024 are kept for it; what comes on top becomes one ``ChannelEvent/possibleGap``. Listening ends when the
/// sequence is dropped or the database is closed; a cancelled reader only stops reading.
///
/// ```swift
/// let events = try await database.listen(to: ["jobs", "schedules"])
/// for try await event in events where event == .possibleGap {
///     print("look for yourself")
/// }
/// ```
public final class ChannelEvents: AsyncSequence, Sendable {
    public typealias Element = ChannelEvent

    private struct Box {
        var events: [ChannelEvent] = []
        var end: Result<Void, PostgresError>?
        var reader: CheckedContinuation<ChannelEvent?, any Error>?
    }

    static let limit = 1024
    private let box = Locked(Box())
    private let onEnd: @Sendable () -> Void

    init(onEnd: @escaping @Sendable () -> Void) {
        self.onEnd = onEnd
    }

    deinit {
        onEnd()
    }

    func send(_ event: ChannelEvent) {
        let reader = box.withLock { box -> CheckedContinuation<ChannelEvent?, any Error>? in
            guard box.end == nil else { return nil }
            if let reader = box.reader.take() { return reader }
            if box.events.count >= Self.limit {
                // Said once, behind what is kept; it covers all that follows until it is read.
                if box.events.last != .possibleGap { box.events.append(.possibleGap) }
            } else if event != .possibleGap || box.events.last != .possibleGap {
                box.events.append(event)
            }
            return nil
        }
        reader?.resume(returning: event)
    }

    func finish(_ end: Result<Void, PostgresError>) {
        let reader = box.withLock { box in
            box.end = box.end ?? end
            return box.reader.take()
        }
        switch end {
        case .success: reader?.resume(returning: nil)
        case .failure(let error): reader?.resume(throwing: error)
        }
    }

    private func next() async throws -> ChannelEvent? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = box.withLock { box -> Result<ChannelEvent?, any Error>? in
                    if !box.events.isEmpty { return .success(box.events.removeFirst()) }
                    switch box.end {
                    case .success: return .success(nil)
                    case .failure(let error): return .failure(error)
                    case nil: break
                    }
                    guard !Task.isCancelled else { return .success(nil) }
                    guard box.reader == nil else {
                        return .failure(
                            PostgresError(.misuse("two tasks read the same channel events"), wasSent: false)
                        )
                    }
                    box.reader = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            box.withLock { $0.reader.take() }?.resume(returning: nil)
        }
    }

    /// For `for try await`. All iterators read the same events, each event once.
    public func makeAsyncIterator() -> Iterator { Iterator(events: self) }

    /// Reads the events one by one.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let events: ChannelEvents

        /// The next event; nil when the database was closed or the task cancelled.
        ///
        /// - Throws: the refusal of the login that ended listening; `misuse` when two tasks wait at once.
        public mutating func next() async throws -> ChannelEvent? { try await events.next() }
    }
}
