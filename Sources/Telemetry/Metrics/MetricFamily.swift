/// All series of one name and one kind.
struct MetricFamily {
    let kind: MetricKind
    var series: [LabelSet: any MetricSeries] = [:]

    init(_ kind: MetricKind) {
        self.kind = kind
    }
}
