import Texts

extension TenurePicture: DrawnPicture {
    func name(_ language: Language) -> String {
        language.text("Lama dalam jabatan sekarang", "Time in the present post")
    }

    private static let top = 58
    /// Less where there is nothing to show.
    private var rise: Int { people > 0 ? 150 : 40 }
    private var base: Int { Self.top + rise }
    /// More do not fit side by side: the last column takes in the rest, and the table has them all.
    private static let mostColumns = 13

    private var counts: [Int] {
        years.count <= Self.mostColumns
            ? years : years.prefix(Self.mostColumns - 1) + [years.dropFirst(Self.mostColumns - 1).reduce(0, +)]
    }

    private var chart: ColumnChart {
        let columns = counts.enumerated()
            .map { year, count in
                ColumnChart.Column(label: label(year), count: count, fill: fill(standing(of: year)))
            }
        return ColumnChart(columns: columns, rise: rise)
    }

    func drawing(_ language: Language) -> Drawing {
        let axis = language.text("tahun penuh dalam jabatan", "completed years in the post")
        return Drawing(
            width: Drawing.fullWidth,
            height: base + 116,
            summary: summary(language),
            content: """
                \(chart.content(base: base, language))
                \(mark(minimumMonths, y: 12, language.text("paling singkat ", "at least "), language))
                \(mark(maximumMonths, y: 30, language.text("paling lama ", "at most "), language))
                \(Drawing.text(axis, x: Drawing.fullWidth / 2, y: base + 36, size: 12, anchor: .middle))
                \(legend(language))
                """
        )
    }

    private func label(_ year: Int) -> String { year == counts.count - 1 ? "≥\(year)" : String(year) }

    private func fill(_ standing: Standing) -> Fill {
        switch standing {
        case .belowMinimum: .hatched
        case .within: .middle
        case .beyondMaximum: .dark
        }
    }

    /// An upright line where a limit lies, with its text beside it.
    private func mark(_ months: Int, y: Int, _ word: String, _ language: Language) -> Markup {
        let x = min(max(0, months) * chart.slot / 12, Drawing.fullWidth - 1)
        let isRight = x > Drawing.fullWidth * 2 / 3
        let text = word + language.period(months: months)
        return """
            \(Drawing.line(x: x, y: y - 10, toX: x, toY: base, dashed: true))
            \(Drawing.text(text, x: isRight ? x - 6 : x + 6, y: y, size: 12, anchor: isRight ? .end : .start))
            """
    }

    private func legend(_ language: Language) -> Markup {
        let rows = Standing.allCases.enumerated()
            .map { index, standing -> Markup in
                let y = base + 52 + index * 20
                return """
                    \(fill(standing).rectangle(x: 0, y: y, width: 22, height: 12))
                    \(Drawing.text(sentence(standing, language), x: 30, y: y + 11, size: 12))
                    """
            }
        return "\(rows)"
    }

    private func title(_ standing: Standing, _ language: Language) -> String {
        let (minimum, maximum) = (language.period(months: minimumMonths), language.period(months: maximumMonths))
        return switch standing {
        case .belowMinimum: language.text("kurang dari \(minimum)", "less than \(minimum)")
        case .within: language.text("\(minimum) sampai \(maximum)", "\(minimum) to \(maximum)")
        case .beyondMaximum:
            language.text("\(maximum) atau lebih: perlu dipertimbangkan", "\(maximum) or more: to be considered")
        }
    }

    private func sentence(_ standing: Standing, _ language: Language) -> String {
        let count = count(standing)
        return "\(title(standing, language)): \(language.number(count)) · \(language.percent(count, of: people))"
    }

    private func summary(_ language: Language) -> String {
        let counts = years.enumerated()
            .map { year, count in
                "\(yearLabel(year)) \(language.text("tahun", "years")): \(language.number(count))"
            }
        return (counts + Standing.allCases.map { sentence($0, language) }).joined(separator: "; ")
    }

    func sentences(_ language: Language) -> [String] {
        guard people + unknown > 0 else { return [language.text("Tidak ada pegawai.", "There are no people.")] }
        let known = language.people(people) + language.text(" dengan TMT jabatan", " with a known starting date")
        guard unknown > 0 else { return [known + "."] }
        return [
            known + "; "
                + language.text(
                    "tanpa TMT jabatan: \(language.number(unknown)).",
                    "without one: \(language.number(unknown))."
                )
        ]
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        let rows = years.enumerated()
            .map { year, count in
                [
                    yearLabel(year), title(standing(of: year), language),
                    language.number(count), language.percent(count, of: people),
                ]
            }
        return [
            PrintedTable(
                columns: [
                    .init(title: language.text("Tahun penuh", "Completed years"), isNumber: false),
                    .init(title: language.text("Kedudukan", "Standing"), isNumber: false),
                    .init(title: language.text("Pegawai", "People")),
                    .init(title: language.text("Bagian", "Share")),
                ],
                rows: rows,
                total: [
                    language.text("Jumlah", "Total"), "", language.number(people),
                    language.percent(people, of: people),
                ]
            )
        ]
    }

    func reading(_ language: Language) -> [String] {
        [
            language.text(
                "Batang: pegawai menurut tahun penuh sejak TMT jabatan sekarang; yang terakhir termasuk yang lebih "
                    + "lama. Garis putus-putus: masa paling singkat dan paling lama sebelum mutasi "
                    + "(PP 11/2017 pasal 190 ayat (3); Peraturan BKN 5/2019 pasal 2 ayat (3)).",
                "Bars: people by completed years since the present post began; the last takes in all who are longer "
                    + "there. Dashed lines: the shortest and the longest time before a transfer "
                    + "(PP 11/2017 art. 190(3); Peraturan BKN 5/2019 art. 2(3))."
            )
        ]
    }

    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        let labels = years.indices.map { yearLabel($0).displayWidth }.max() ?? 0
        let rows = years.enumerated()
            .map { year, count in
                TerminalBars.Row(
                    label: yearLabel(year).aligned(.trailing, in: labels) + " " + mark(standing(of: year)),
                    value: language.number(count, fitting: 9) + " "
                        + language.percent(count, of: people).aligned(.trailing, in: 7),
                    part: count,
                    style: standing(of: year) == .beyondMaximum ? .low : .plain
                )
            }
        var lines = TerminalBars(rows: rows, whole: years.max() ?? 0).lines(width: width)
        lines.append(TerminalLine(""))
        lines += Standing.allCases
            .flatMap { "\(mark($0)) \(sentence($0, language))".wrapped(to: max(1, width)) }
            .map { TerminalLine($0) }
        return lines
    }

    private func yearLabel(_ year: Int) -> String { (year == years.count - 1 ? "≥" : "") + String(year) }

    /// The standing as a sign, for a terminal without colour.
    private func mark(_ standing: Standing) -> String {
        switch standing {
        case .belowMinimum: "-"
        case .within: "="
        case .beyondMaximum: "!"
        }
    }
}
