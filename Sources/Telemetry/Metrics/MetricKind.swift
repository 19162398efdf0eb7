/// What Prometheus knows a metric as.
enum MetricKind: String {
    case counter
    case gauge
    case summary
    case histogram

    /// What follows the name in the lines of a metric; no other metric may have such a line.
    var sampleSuffixes: [String] {
        switch self {
        case .counter, .gauge: [""]
        case .summary: ["", "_sum", "_count"]
        case .histogram: ["", "_sum", "_count", "_bucket"]
        }
    }
}
