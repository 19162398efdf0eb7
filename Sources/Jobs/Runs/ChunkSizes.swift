import Synchronization

/// Sizes chunks so that each takes about `target`: from what the last ones took in this process, each step by itself,
/// because steps differ tenfold.
///
/// A long chunk is more to do again after a crash, and holds up a drain; a short one pays for its transaction.
final class ChunkSizes: Sendable {
    private struct Step: Hashable {
        let kind: String
        let name: String
    }

    /// Of a step that was not measured yet.
    static let first = 1_000
    static let least = 100
    private let target: Duration
    private let most: Int
    private let sizes = Mutex<[Step: Size]>([:])

    struct Size {
        let keys: Int
        /// Measured, and not merely as far as it may grow at once.
        let isSettled: Bool
    }

    init(target: Duration, most: Int) {
        self.target = target
        self.most = most
    }

    func size(for run: Run) -> Size {
        sizes.withLock { $0[Step(kind: run.kind, name: run.step)] }
            ?? Size(keys: min(Self.first, most), isSettled: false)
    }

    /// Ranges of a size as the chunks that a range is cut into.
    ///
    /// Before the size is known they grow: what is cut today by what was known of the first thousand would stay so, though
    /// they may have been quick. What turns out too large is cut again when its turn comes.
    func chunks(_ ranges: [KeyRange], of size: Size) -> [KeyRange] {
        guard !size.isSettled, let widest = ranges.map(\.count).max() else { return ranges }
        var chunks: [KeyRange] = []
        var rest = ranges[...]
        var width = 1
        while let first = rest.first {
            let part = rest.prefix(width)
            rest = rest.dropFirst(width)
            let last = part[part.endIndex - 1]
            chunks.append(
                KeyRange(
                    keys: first.keys.lowerBound...last.keys.upperBound,
                    count: part.reduce(0) { $0 + $1.count }
                )
            )
            width = max(1, min(width * 4, most / max(widest, 1)))
        }
        return chunks
    }

    /// Whether a chunk is to be cut. Not for a little: sizes go up and down.
    func isTooLarge(_ range: KeyRange, for run: Run) -> Bool { range.count > 2 * size(for: run).keys }

    /// Notes what a chunk of so many keys took.
    ///
    /// The time of a small chunk is that of its transaction rather than of its keys, so it lets the size grow fourfold at most; a slow one
    /// cuts it at once.
    func record(_ run: Run, keys: Int, took time: Duration) {
        guard keys > 0, time > .zero else { return }
        let fitting = Double(keys) * (target / time)
        sizes.withLock { sizes in
            let step = Step(kind: run.kind, name: run.step)
            let before = sizes[step]?.keys ?? min(Self.first, most)
            // The tail of an agency says little about what a larger chunk would take.
            guard keys * 4 >= before || fitting < Double(before) else { return }
            let size = Int(min(fitting, Double(before) * 4, Double(most)))
            sizes[step] = Size(
                keys: max(size, min(Self.least, most)),
                isSettled: min(fitting, Double(most)) <= Double(before) * 4
            )
        }
    }
}
