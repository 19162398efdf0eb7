/// Text in Prometheus' exposition format 0.0.4.
///
/// Source: <https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>.
struct ExpositionText {
    private(set) var text = ""

    mutating func addType(_ kind: MetricKind, of name: String) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func add(_ name: String, labels: String, value: String) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    /// As Go's `ParseFloat` reads it; a whole number without a fraction.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).flatMap { $0.magnitude < 1 << 53 ? String($0) : nil } ?? String(value)
    }
}
