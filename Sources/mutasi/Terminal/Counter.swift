import Synchronization

/// A count that several tasks share.
final class Counter: Sendable {
    private let count = Atomic(0)

    func increment() -> Int { count.add(1, ordering: .relaxed).newValue }
}
