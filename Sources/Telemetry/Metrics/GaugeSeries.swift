import CoreMetrics

/// A number that rises and falls: the last that was set, and what was added since.
final class GaugeSeries: MetricSeries, RecorderHandler, MeterHandler {
    static let kind = MetricKind.gauge
    private let number = AtomicDouble()

    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { number.update { _ in value } }
    func increment(by amount: Double) { number.update { $0 + amount } }
    func decrement(by amount: Double) { number.update { $0 - amount } }

    func write(into text: inout ExpositionText, name: String, labels: String) {
        text.add(name, labels: labels, value: ExpositionText.number(number.value))
    }
}
