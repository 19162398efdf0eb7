import Synchronization

/// A count that the threads of a worker share.
final class JobsGivenUp: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    func increment() { number.add(1, ordering: .relaxed) }
}
