import CoreMetrics
import Synchronization

/// How many values were recorded, and their sum; no quantiles.
final class SummarySeries: MetricSeries, RecorderHandler {
    static let kind = MetricKind.summary
    private let state = Mutex((count: UInt64(0), sum: 0.0))

    func record(_ value: Int64) { record(Double(value)) }

    /// What is not a number is ignored: it would make the sum one for ever.
    func record(_ value: Double) {
        guard !value.isNaN else { return }
        state.withLock {
            $0.count += 1
            $0.sum += value
        }
    }

    func write(into text: inout ExpositionText, name: String, labels: String) {
        let (count, sum) = state.withLock { $0 }
        text.add(name + "_sum", labels: labels, value: ExpositionText.number(sum))
        text.add(name + "_count", labels: labels, value: "\(count)")
    }
}
