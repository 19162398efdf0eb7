import Synchronization

/// Counts by name, from any thread.
final class Tallies: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func add(_ name: String, _ count: Int = 1) {
        counts.withLock { $0[name, default: 0] += count }
    }

    func raise(_ name: String, to count: Int) {
        counts.withLock { $0[name] = max($0[name] ?? 0, count) }
    }

    subscript(_ name: String) -> Int { counts.withLock { $0[name] ?? 0 } }

    var total: Int { counts.withLock { $0.values.reduce(0, +) } }

    /// The most frequent first.
    var sorted: [(name: String, count: Int)] {
        counts.withLock { $0.map { (name: $0.key, count: $0.value) } }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
