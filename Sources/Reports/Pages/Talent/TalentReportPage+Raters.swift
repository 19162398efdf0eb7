import Texts

extension TalentReportPage {
    var raterSection: Markup {
        guard let raters = report.raters else { return "" }
        let heading = language.text("Kecenderungan penilai", "Rater severity")
        return """
            <section class="whole">
            <h2>\(heading)</h2>
            <figure class="full">
            \(raters.bins.isEmpty ? "" : drawing(raters).element(title: "\(heading), \(report.frame.scope)"))
            <figcaption><p>\(sentence(raters))</p></figcaption>
            </figure>
            </section>
            """
    }

    private func sentence(_ raters: TalentReport.RaterSeverity) -> String {
        guard raters.raters > 0 else {
            return language.text(
                "Belum ada penilai yang dapat dibandingkan.",
                "There are no raters to compare yet."
            )
        }
        let notable =
            "\(language.number(raters.notable)) (\(language.percent(raters.notable, of: raters.raters)))"
        return language.text(
            "Penilai yang dibandingkan: \(language.number(raters.raters)). Lebih longgar atau lebih ketat daripada yang "
                + "dapat dijelaskan oleh kebetulan: \(notable). Nama penilai tidak ditampilkan.",
            "Raters compared: \(language.number(raters.raters)). Milder or stricter than chance explains: \(notable). "
                + "No rater is named."
        )
    }

    private static let rise = 84
    /// More do not fit side by side.
    private static let mostBins = 13

    private func drawing(_ raters: TalentReport.RaterSeverity) -> Drawing {
        let bins = raters.bins.prefix(Self.mostBins)
        let rise = bins.contains { $0.raters > 0 } ? Self.rise : 24
        let chart = ColumnChart(
            columns: bins.map { ColumnChart.Column(label: "", count: $0.raters, fill: .middle) },
            rise: rise
        )
        let base = 20 + rise
        // The bins' ends stand where they lie, between the bars.
        let edges = bins.enumerated().dropFirst()
            .compactMap { index, bin -> Markup? in
                guard let from = bin.from else { return nil }
                let x = index * chart.slot
                return """
                    \(Drawing.line(x: x, y: base, toX: x, toY: base + 5))
                    \(Drawing.text(points(from), x: x, y: base + 18, size: 12, anchor: .middle))
                    """
            }
        let axis = language.text(
            "← lebih ketat · beda rata-rata dalam jenjang predikat · lebih longgar →",
            "← stricter · mean difference in steps of the rating · milder →"
        )
        return Drawing(
            width: Drawing.fullWidth,
            height: base + 42,
            summary: raters.bins.map { "\(label($0)): \(language.number($0.raters))" }.joined(separator: "; "),
            content: """
                \(chart.content(base: base, language))
                \(edges)
                \(Drawing.text(axis, x: Drawing.fullWidth / 2, y: base + 36, size: 12, anchor: .middle))
                """
        )
    }

    private func points(_ value: Double) -> String {
        let places = value == value.rounded() ? 0 : value * 10 == (value * 10).rounded() ? 1 : 2
        return language.decimal(value, places: places).replacing("-", with: "−")
    }

    private func label(_ bin: TalentReport.RaterSeverity.Bin) -> String {
        switch (bin.from, bin.to) {
        case (let from?, let to?): "\(points(from))…\(points(to))"
        case (let from?, nil): "≥\(points(from))"
        case (nil, let to?): "<\(points(to))"
        case (nil, nil): "–"
        }
    }
}
