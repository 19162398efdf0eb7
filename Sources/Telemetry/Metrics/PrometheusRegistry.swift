public import CoreMetrics
import Synchronization

/// Keeps the metrics of the process (swift-metrics) and renders them as Prometheus reads them.
///
/// | swift-metrics | Prometheus |
/// |---|---|
/// | `Counter`, `FloatingPointCounter` | counter; `_total` is added to a name that does not end so |
/// | `Gauge`, `Recorder` that does not aggregate, `Meter` | gauge |
/// | `Recorder` that aggregates | summary of `_sum` and `_count`, without quantiles |
/// | `Timer` | histogram in seconds, with bounds from 0.0005 to 60 |
///
/// Names and labels are made legal: what may not stand in them becomes `_`. A metric that is made again with the same
/// name and labels is the same metric and goes on where it was, also after it was destroyed: nothing is forgotten as
/// long as the registry lives.
///
/// A name that is already used as another kind gets the kind's name as its suffix: a timer `queue` beside a gauge
/// `queue` is the histogram `queue_histogram`. When that is taken too, the metric is made but does not appear, and
/// counts as dropped.
///
/// ```swift
/// let registry = PrometheusRegistry()
/// MetricsSystem.bootstrap(registry)
/// Counter(label: "chunks_total", dimensions: [("step", "score")]).increment()
/// print(registry.rendered())
/// ```
public final class PrometheusRegistry: MetricsFactory {
    /// The counter of what the registry did not take up; always there.
    public static let droppedSeriesName = "telemetry_dropped_series_total"

    private struct State {
        var families: [String: MetricFamily] = [:]
        /// The names of lines, each of one family only.
        var sampleNames: Set<String> = []
        var seriesCount = 0
        var hooks: [@Sendable () -> Void] = []

        /// Whether no line of such a metric has the name of another's.
        func canClaim(_ name: String, _ kind: MetricKind) -> Bool {
            kind.sampleSuffixes.allSatisfy { !sampleNames.contains(name + $0) }
        }

        mutating func add<Series: MetricSeries>(_ series: Series, _ labels: LabelSet, to name: String) {
            if families[name] == nil { sampleNames.formUnion(Series.kind.sampleSuffixes.map { name + $0 }) }
            families[name, default: MetricFamily(Series.kind)].series[labels] = series
            seriesCount += 1
        }
    }

    private let state = Mutex(State())
    private let seriesLimit: Int
    private let dropped: CounterSeries

    /// - Parameter seriesLimit: how many sets of labels of all metrics are kept. What is asked for beyond is not kept;
    ///   each time that it is asked for counts in `telemetry_dropped_series_total`.
    public init(seriesLimit: Int = 10_000) {
        self.seriesLimit = seriesLimit
        let dropped = CounterSeries()
        self.dropped = dropped
        state.withLock {
            $0.add(dropped, LabelSet([]), to: Self.droppedSeriesName)
            // It stands beside the limit.
            $0.seriesCount = 0
        }
    }

    /// Has `hook` called before each rendering, on the thread that renders: it sets the gauges that are read just then.
    ///
    /// Hooks are called one after the other, in the order in which they were given; they must not render.
    public func onRender(_ hook: @escaping @Sendable () -> Void) {
        state.withLock { $0.hooks.append(hook) }
    }

    /// All metrics in the text exposition format 0.0.4, sorted by name and labels.
    ///
    /// The content type is ``contentType``.
    public func rendered() -> String {
        for hook in state.withLock({ $0.hooks }) { hook() }
        let families = state.withLock { $0.families }
        var text = ExpositionText()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text.addType(family.kind, of: name)
            let series = family.series.map { (labels: $0.key.text, series: $0.value) }
            for (labels, series) in series.sorted(by: { $0.labels < $1.labels }) {
                series.write(into: &text, name: name, labels: labels)
            }
        }
        return text.text
    }

    /// What ``rendered()`` is, for HTTP.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(CounterSeries.self, MetricName.counter(label), dimensions)
    }

    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(CounterSeries.self, MetricName.counter(label), dimensions)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(GaugeSeries.self, MetricName.metric(label), dimensions)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        let name = MetricName.metric(label)
        return aggregate ? series(SummarySeries.self, name, dimensions) : series(GaugeSeries.self, name, dimensions)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(HistogramSeries.self, MetricName.metric(label), dimensions)
    }

    // A caller may make a metric for one event and destroy it after: its value must not go with it.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// The series of that name, kind and labels; one that does not appear when the registry does not take it up.
    private func series<Series: MetricSeries>(
        _ type: Series.Type,
        _ name: String,
        _ dimensions: [(String, String)]
    ) -> Series {
        let labels = LabelSet(dimensions)
        return state.withLock { state in
            if let series = state.families[name]?.series[labels] as? Series { return series }
            for name in [name, "\(name)_\(type.kind.rawValue)"] {
                if state.families[name] == nil {
                    guard state.canClaim(name, type.kind) else { continue }
                } else if state.families[name]?.kind != type.kind {
                    continue
                } else if let series = state.families[name]?.series[labels] as? Series {
                    return series
                }
                guard state.seriesCount < seriesLimit else { break }
                let series = Series()
                state.add(series, labels, to: name)
                return series
            }
            dropped.increment(by: Int64(1))
            return Series()
        }
    }
}
