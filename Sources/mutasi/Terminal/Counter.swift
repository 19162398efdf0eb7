import Synchronization

/// A count that several tasks share.
final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func increment() -> Int { count.add(1, ordering: .relaxed).newValue }
}
