import CoreMetrics
import Synchronization

/// A number that only grows, of whole and of broken amounts.
final class CounterSeries: MetricSeries, CounterHandler, FloatingPointCounterHandler {
    static let kind = MetricKind.counter
    private let whole = Atomic<Int64>(0)
    private let broken = AtomicDouble()

    /// Amounts below one are ignored: a counter does not fall. It stays at its greatest value when it is full.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        var old = whole.load(ordering: .relaxed)
        while true {
            let (sum, isFull) = old.addingReportingOverflow(amount)
            let (done, seen) = whole.weakCompareExchange(
                expected: old,
                desired: isFull ? .max : sum,
                ordering: .relaxed
            )
            if done { return }
            old = seen
        }
    }

    /// Amounts that are negative, infinite or not numbers are ignored.
    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        broken.update { $0 + amount }
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        broken.update { _ in 0 }
    }

    func write(into text: inout ExpositionText, name: String, labels: String) {
        let whole = whole.load(ordering: .relaxed)
        let broken = broken.value
        text.add(name, labels: labels, value: broken == 0 ? "\(whole)" : ExpositionText.number(Double(whole) + broken))
    }
}
