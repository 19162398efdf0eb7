import CoreMetrics
import Synchronization
import Telemetry
import Testing

@Suite("Metrics as Prometheus reads them")
struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry()

    private func read() throws -> PrometheusReading { try PrometheusReading(registry.rendered()) }

    @Test("each kind of metric is there in its own way")
    func kinds() throws {
        Counter(label: "chunks_total", factory: registry).increment(by: 3)
        Counter(label: "polls", factory: registry).increment()
        FloatingPointCounter(label: "polls", factory: registry).increment(by: 0.5)
        Gauge(label: "queue", factory: registry).record(7)
        Gauge(label: "queue", factory: registry).record(2.25)
        let meter = Meter(label: "slots", factory: registry)
        meter.set(4)
        meter.increment(by: 2.0)
        meter.decrement()
        let recorder = Recorder(label: "rows", factory: registry)
        for value in [10.0, .nan, 5] { recorder.record(value) }
        let text = registry.rendered()
        #expect(
            text == """
                # TYPE chunks_total counter
                chunks_total 3
                # TYPE polls_total counter
                polls_total 1.5
                # TYPE queue gauge
                queue 2.25
                # TYPE rows summary
                rows_sum 15
                rows_count 2
                # TYPE slots gauge
                slots 5
                # TYPE telemetry_dropped_series_total counter
                telemetry_dropped_series_total 0

                """
        )
        _ = try PrometheusReading(text)
    }

    @Test("a timer is a histogram in seconds: each bucket holds those below, the last all")
    func timer() throws {
        let timer = Timer(label: "step_seconds", dimensions: [("step", "score")], factory: registry)
        for nanoseconds in [500_000, 500_001, 2_000_000_000, 90_000_000_000, -5] {
            timer.recordNanoseconds(nanoseconds)
        }
        let reading = try read()
        #expect(reading.kinds["step_seconds"] == "histogram")
        let expected = [("0.0005", 2.0), ("0.001", 3), ("1", 3), ("2.5", 4), ("60", 4), ("+Inf", 5)]
        for (bound, count) in expected {
            #expect(reading[#"step_seconds_bucket{step="score",le="\#(bound)"}"#] == count, "\(bound)")
        }
        #expect(reading[#"step_seconds_count{step="score"}"#] == 5)
        #expect(try abs(#require(reading[#"step_seconds_sum{step="score"}"#]) - 92.001000001) < 1e-9)
        let buckets = reading.samples.keys.filter { $0.hasPrefix("step_seconds_bucket") }
        #expect(buckets.count == 17)
    }

    @Test("labels are escaped and sorted, illegal names made legal, and one name stands once")
    func names() throws {
        Counter(label: "a-b.c é", dimensions: [("z", "1"), ("a b", "\"q\" \\ \n é")], factory: registry).increment()
        Counter(label: "a-b.c é", dimensions: [("a b", "\"q\" \\ \n é"), ("z", "1")], factory: registry).increment()
        Counter(label: "a-b.c é", dimensions: [("z", "1"), ("z", "2")], factory: registry).increment()
        Gauge(label: "9lives", factory: registry).record(9)
        Gauge(label: "", factory: registry).record(1)
        Gauge(label: "http:ok", dimensions: [("x:y", "")], factory: registry).record(1)
        Timer(label: "t", dimensions: [("le", "5")], factory: registry).recordNanoseconds(1)
        let reading = try read()
        #expect(reading[#"a_b_c___total{a_b="\"q\" \\ \n é",z="1"}"#] == 2)
        #expect(reading[#"a_b_c___total{z="2"}"#] == 1)
        #expect(reading["_9lives"] == 9)
        #expect(reading["_"] == 1)
        #expect(reading[#"http:ok{x_y=""}"#] == 1)
        #expect(reading[#"t_bucket{exported_le="5",le="0.0005"}"#] == 1)
        #expect(reading.families == reading.families.sorted())
    }

    @Test(
        "numbers are written as Prometheus reads them",
        arguments: [
            (0.0, "0"), (-3, "-3"), (0.1, "0.1"), (1e300, "1e+300"), (.infinity, "+Inf"), (-.infinity, "-Inf"),
            (.nan, "NaN"), (9_007_199_254_740_991, "9007199254740991"),
        ]
    )
    func numbers(value: Double, text: String) throws {
        Gauge(label: "x", factory: registry).record(value)
        #expect(registry.rendered().contains("\nx \(text)\n") || registry.rendered().hasSuffix("\nx \(text)\n"))
        _ = try read()
    }

    @Test("a counter goes on where it was when it is destroyed and made again")
    func destroyed() throws {
        for _ in 0..<3 {
            let counter = Counter(label: "jobs_total", dimensions: [("kind", "mail")], factory: registry)
            counter.increment(by: 2)
            counter.destroy()
        }
        #expect(try read()[#"jobs_total{kind="mail"}"#] == 6)
    }

    @Test("a counter does not fall, and stays at its greatest value")
    func monotonous() throws {
        let counter = Counter(label: "c", factory: registry)
        counter.increment(by: 5)
        counter.increment(by: -3)
        #expect(try read()["c_total"] == 5)
        counter.increment(by: Int64.max)
        #expect(registry.rendered().contains("c_total \(Int64.max)\n"))
        let broken = FloatingPointCounter(label: "f", factory: registry)
        for amount in [1.5, -1, .nan, .infinity] { broken.increment(by: amount) }
        #expect(try read()["f_total"] == 1.5)
        broken.reset()
        #expect(try read()["f_total"] == 0)
    }

    @Test("a name used as two kinds is two metrics, and no line has another's name")
    func conflicts() throws {
        Gauge(label: "x", factory: registry).record(1)
        Timer(label: "x", factory: registry).recordNanoseconds(1)
        Recorder(label: "x", factory: registry).record(1)
        Timer(label: "y", factory: registry).recordNanoseconds(1)
        Gauge(label: "y_count", factory: registry).record(4)
        Gauge(label: "z_histogram", factory: registry).record(1)
        Gauge(label: "z", factory: registry).record(1)
        Timer(label: "z", factory: registry).recordNanoseconds(1)
        let reading = try read()
        #expect(
            reading.kinds == [
                "x": "gauge", "x_histogram": "histogram", "x_summary": "summary", "y": "histogram",
                "y_count_gauge": "gauge", "z": "gauge", "z_histogram": "gauge",
                "telemetry_dropped_series_total": "counter",
            ]
        )
        #expect(reading["telemetry_dropped_series_total"] == 1)
    }

    @Test("beyond the limit nothing is kept, and that is counted")
    func limit() throws {
        let registry = PrometheusRegistry(seriesLimit: 10)
        for number in 0..<25 {
            Counter(label: "c_total", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        Counter(label: "c_total", dimensions: [("n", "0")], factory: registry).increment()
        let reading = try PrometheusReading(registry.rendered())
        #expect(reading.samples.count == 11)
        #expect(reading[#"c_total{n="0"}"#] == 2)
        #expect(reading["telemetry_dropped_series_total"] == 15)
    }

    @Test("hooks set gauges before they are read, in order")
    func hooks() throws {
        let renderings = Mutex(0)
        registry.onRender { [registry] in
            let number = renderings.withLock { number in
                number += 1
                return number
            }
            Gauge(label: "renderings", factory: registry).record(number)
        }
        registry.onRender { [registry] in
            Gauge(label: "twice", factory: registry).record(renderings.withLock { $0 } * 2)
        }
        #expect(try read()["renderings"] == 1)
        let second = try read()
        #expect(second["renderings"] == 2)
        #expect(second["twice"] == 4)
    }

    @Test("what many tasks count is exact")
    func concurrency() async throws {
        let tasks = 32
        let rounds = 2_000
        await withTaskGroup { group in
            for task in 0..<tasks {
                group.addTask { [registry] in
                    for round in 0..<rounds {
                        Counter(label: "c_total", dimensions: [("n", "\(round % 7)")], factory: registry).increment()
                        FloatingPointCounter(label: "f", factory: registry).increment(by: 0.5)
                        Meter(label: "m", factory: registry).increment(by: 2.0)
                        Timer(label: "t", factory: registry).recordNanoseconds(1_000_000)
                        Recorder(label: "r", factory: registry).record(round)
                        if task == 0, round % 200 == 0 { _ = registry.rendered() }
                    }
                }
            }
        }
        let reading = try read()
        let total = Double(tasks * rounds)
        #expect((0..<7).compactMap { reading[#"c_total{n="\#($0)"}"#] }.reduce(0, +) == total)
        #expect(reading["f_total"] == total / 2)
        #expect(reading["m"] == total * 2)
        #expect(reading["t_count"] == total)
        #expect(reading["t_sum"] == total / 1000)
        #expect(reading["r_count"] == total)
        #expect(reading["r_sum"] == Double(tasks * rounds * (rounds - 1) / 2))
    }
}
