/// Opens once, from anywhere; one task waits for it.
public struct Gate: Sendable {
    private let events: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    public init() {
        (events, continuation) = AsyncStream.makeStream()
    }

    public func open() { continuation.finish() }

    public func pass() async {
        for await _ in events {}
    }
}
