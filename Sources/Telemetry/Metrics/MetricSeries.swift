/// The values of one metric with one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    static var kind: MetricKind { get }

    /// Nothing was counted, set or recorded.
    init()

    /// Appends the lines of the series.
    /// - Parameters:
    ///   - name: of the metric.
    ///   - labels: `a="1",b="2"` or empty.
    func write(into text: inout ExpositionText, name: String, labels: String)
}
