import Synchronization

/// Counts what happens in several tasks.
public final class Tally: Sendable {
    private let number = Atomic(0)

    public init() {}

    public var count: Int { number.load(ordering: .sequentiallyConsistent) }

    @discardableResult
    public func add() -> Int { number.add(1, ordering: .sequentiallyConsistent).newValue }
}
