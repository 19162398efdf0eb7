import Testing

/// What a scraper understands of the exposition format; anything it would refuse is an issue.
struct PrometheusReading {
    private(set) var kinds: [String: String] = [:]
    /// By the name with its labels, as they stand.
    private(set) var samples: [String: Double] = [:]
    /// In the order of the text.
    private(set) var families: [String] = []

    init(_ text: String) throws {
        try #require(text.isEmpty || text.hasSuffix("\n"))
        let type = /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary)/
        let sample =
            /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,|(?=\})))+)\})? (NaN|[+-]Inf|[0-9.e+-]+)/
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let match = line.wholeMatch(of: type) {
                let name = String(match.1)
                #expect(kinds[name] == nil, "TYPE of \(name) stands twice")
                kinds[name] = String(match.2)
                families.append(name)
            } else {
                let match = try #require(line.wholeMatch(of: sample), "not a sample: \(line)")
                let family = try #require(families.last)
                let suffixes =
                    switch kinds[family] {
                    case "histogram": ["_bucket", "_sum", "_count"]
                    case "summary": ["_sum", "_count"]
                    default: [""]
                    }
                #expect(suffixes.contains { match.1 == family + $0 }, "\(line) stands in \(family)")
                let key = String(match.1) + (match.2.map { "{\($0)}" } ?? "")
                #expect(samples[key] == nil, "\(key) stands twice")
                let value = try #require(Double(match.3.replacing("Inf", with: "inf")))
                samples[key] = value
            }
        }
    }

    subscript(sample: String) -> Double? { samples[sample] }
}
