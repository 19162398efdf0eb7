import CoreMetrics
import Synchronization

/// How many durations were at most so long, in seconds.
final class HistogramSeries: MetricSeries, TimerHandler {
    static let kind = MetricKind.histogram
    /// From a half of a millisecond, which a statement on one row takes, to a minute, which a chunk may take.
    static let bounds: [Int64] = [
        500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000, 250_000_000,
        500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000, 30_000_000_000, 60_000_000_000,
    ]
    private static let boundTexts = bounds.map { ExpositionText.number(Double($0) / 1e9) }

    private struct State {
        /// One for each bound and one for what is longer than all; each duration is in one of them.
        var counts = [UInt64](repeating: 0, count: HistogramSeries.bounds.count + 1)
        /// Exact up to 104 days.
        var nanoseconds = 0.0
    }

    private let state = Mutex(State())

    /// A negative duration counts as none.
    func recordNanoseconds(_ duration: Int64) {
        let duration = max(duration, 0)
        let bucket = Self.bounds.firstIndex { duration <= $0 } ?? Self.bounds.count
        state.withLock {
            $0.counts[bucket] += 1
            $0.nanoseconds += Double(duration)
        }
    }

    func write(into text: inout ExpositionText, name: String, labels: String) {
        let state = state.withLock { $0 }
        let before = labels.isEmpty ? "" : labels + ","
        var count: UInt64 = 0
        for (number, bound) in zip(state.counts, Self.boundTexts + ["+Inf"]) {
            count += number
            text.add(name + "_bucket", labels: before + "le=\"\(bound)\"", value: "\(count)")
        }
        text.add(name + "_sum", labels: labels, value: ExpositionText.number(state.nanoseconds / 1e9))
        text.add(name + "_count", labels: labels, value: "\(count)")
    }
}
