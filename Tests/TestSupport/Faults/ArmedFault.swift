import Synchronization

/// A fault that waits for its trigger.
public final class ArmedFault: Sendable {
    public let fault: Fault
    let trigger: FaultTrigger
    let isLasting: Bool
    private let strikeCount = Atomic(0)
    private let strikes = AsyncStream<Void>.makeStream()

    init(_ fault: Fault, _ trigger: FaultTrigger, isLasting: Bool) {
        self.fault = fault
        self.trigger = trigger
        self.isLasting = isLasting
    }

    func strike() {
        strikeCount.add(1, ordering: .sequentiallyConsistent)
        strikes.continuation.yield()
    }

    /// How many times it has struck.
    public var count: Int { strikeCount.load(ordering: .sequentiallyConsistent) }

    /// Returns when the fault has struck, once for each strike: only one task may wait.
    public func struck() async throws {
        for await _ in strikes.stream { return }
        throw CancellationError()
    }
}
