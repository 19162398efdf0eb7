import Characters
import Texts

extension CoveragePicture: DrawnPicture {
    func name(_ language: Language) -> String {
        language.text("Cakupan penilaian dari waktu ke waktu", "Coverage over time")
    }

    private static let left = 84
    private static let top = 12
    /// Of the columns: 100 %.
    private static let rise = 110
    private static let stack = 72
    /// More do not fit side by side; the table has them all.
    private static let mostCycles = 8

    private var drawn: ArraySlice<Cycle> { cycles.suffix(Self.mostCycles) }
    private var hasRatings: Bool { drawn.contains { ($0.ratings?.reduce(0, +) ?? 0) > 0 } }
    /// A single cycle's column stands no wider than one of five.
    private var slot: Int { (Drawing.fullWidth - Self.left) / max(5, drawn.count) }

    private static var base: Int { top + rise }
    private static var stackTop: Int { base + 112 }

    func drawing(_ language: Language) -> Drawing {
        let columns = drawn.enumerated().map { column($1, at: Self.left + $0 * slot, language) }
        let bottom = hasRatings ? Self.stackTop + Self.stack + 78 : Self.base + 84
        return Drawing(
            width: Drawing.fullWidth,
            height: bottom,
            summary:
                cycles.map { cycle in
                    "\(cycle.code): " + language.percent(cycle.rated, of: cycle.people)
                        + language.text(" dinilai, ", " rated, ") + language.percent(cycle.placed, of: cycle.people)
                        + language.text(" dipetakan", " placed")
                }
                .joined(separator: "; "),
            content: """
                \(axis(language))
                \(columns)
                \(hasRatings ? ratingLegend(language) : "")
                """
        )
    }

    private func axis(_ language: Language) -> Markup {
        let ticks = stride(from: 0, through: 100, by: 50)
            .map { percent -> Markup in
                let y = Self.base - percent * Self.rise / 100
                return """
                    \(Drawing.line(x: Self.left, y: y, toX: Drawing.fullWidth, toY: y, stroke: "#b4bcc4"))
                    \(Drawing.text(language.text("\(percent)\u{A0}%", "\(percent)%"), x: Self.left - 8, y: y + 4, size: 12, anchor: .end))
                    """
            }
        let names = [
            language.text("Siklus", "Cycle"), language.text("Pegawai", "People"),
            language.text("Dinilai", "Rated"), language.text("Dipetakan", "Placed"),
        ]
        let labels = names.enumerated()
            .map { row, name in Drawing.text(name, x: 18, y: Self.base + 20 + row * 18, size: 12) }
        return """
            \(ticks)
            \(labels)
            \(Fill.light.rectangle(x: 0, y: Self.base + 47, width: 12, height: 10))
            \(Fill.dark.rectangle(x: 0, y: Self.base + 65, width: 12, height: 10))
            """
    }

    private func column(_ cycle: Cycle, at x: Int, _ language: Language) -> Markup {
        let middle = x + slot / 2
        let scale = Scale(whole: cycle.people, room: Self.rise)
        let (rated, placed) = (scale.length(cycle.rated), scale.length(cycle.placed))
        let texts = [
            cycle.code.shortened(toUnits: slot - 4, size: 12), language.number(cycle.people, fitting: 8),
            language.percent(cycle.rated, of: cycle.people), language.percent(cycle.placed, of: cycle.people),
        ]
        let lines = texts.enumerated()
            .map { row, text in
                Drawing.text(
                    text,
                    x: middle,
                    y: Self.base + 20 + row * 18,
                    size: 12,
                    anchor: .middle,
                    bold: row == 0
                )
            }
        return """
            \(Fill.light.rectangle(x: middle - 20, y: Self.base - rated, width: 40, height: rated))
            \(Fill.dark.rectangle(x: middle - 9, y: Self.base - placed, width: 18, height: placed))
            \(lines)
            \(hasRatings ? stack(cycle, middle: middle) : "")
            """
    }

    /// The ratings of the rated, all of them one height, the best lowest so that it starts on one line.
    private func stack(_ cycle: Cycle, middle: Int) -> Markup {
        let base = Self.stackTop + Self.stack
        guard let ratings = cycle.ratings, ratings.reduce(0, +) > 0 else {
            return Drawing.text("–", x: middle, y: base - 4, anchor: .middle)
        }
        let scale = Scale(whole: ratings.reduce(0, +), room: Self.stack)
        var (before, from) = (0, 0)
        var parts: [Markup] = []
        for (fill, count) in zip(Fill.allCases, ratings) {
            before += count
            let to = scale.length(before)
            parts.append(fill.rectangle(x: middle - 20, y: base - to, width: 40, height: to - from))
            from = to
        }
        return "\(parts)"
    }

    private func ratingLegend(_ language: Language) -> Markup {
        let lines = language.text("Predikat yang dinilai", "Ratings of the rated")
            .wrapped(toUnits: Self.left - 14, size: 12)
        let titles = lines.enumerated()
            .map { Drawing.text($1, x: 0, y: Self.stackTop + 14 + $0 * 16, size: 12) }
        let swatches = zip(Fill.allCases, language.ratingTitles).enumerated()
            .map { index, entry -> Markup in
                let x = Self.left + index % 2 * 278
                let y = Self.stackTop + Self.stack + 14 + index / 2 * 20
                return """
                    \(entry.0.rectangle(x: x, y: y, width: 22, height: 12))
                    \(Drawing.text(entry.1, x: x + 28, y: y + 11, size: 12))
                    """
            }
        return """
            \(titles)
            \(swatches)
            """
    }

    func sentences(_ language: Language) -> [String] {
        guard let last = cycles.last else {
            return [language.text("Belum ada siklus.", "There has been no cycle yet.")]
        }
        var sentences = [
            "\(last.code): "
                + language.text(
                    "\(language.number(last.rated)) dari \(language.people(last.people)) dinilai, "
                        + "\(language.number(last.placed)) dipetakan.",
                    "\(language.number(last.rated)) of \(language.people(last.people)) rated, "
                        + "\(language.number(last.placed)) placed."
                )
        ]
        if cycles.count > drawn.count {
            sentences.append(
                language.text(
                    "Digambar: \(drawn.count) siklus terakhir dari \(cycles.count).",
                    "Drawn: the last \(drawn.count) of \(cycles.count) cycles."
                )
            )
        }
        return sentences
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        let coverage = PrintedTable(
            columns: [
                .init(title: language.text("Siklus", "Cycle"), isNumber: false),
                .init(title: language.text("Pegawai", "People")), .init(title: language.text("Dinilai", "Rated")),
                .init(title: language.text("Cakupan", "Coverage")), .init(title: language.text("Dipetakan", "Placed")),
                .init(title: language.text("Bagian", "Share")),
            ],
            rows: cycles.map { cycle in
                [
                    cycle.code, language.number(cycle.people), language.number(cycle.rated),
                    language.percent(cycle.rated, of: cycle.people), language.number(cycle.placed),
                    language.percent(cycle.placed, of: cycle.people),
                ]
            }
        )
        guard cycles.contains(where: { $0.ratings != nil }) else { return [coverage] }
        let ratings = PrintedTable(
            columns: [.init(title: language.text("Siklus", "Cycle"), isNumber: false)]
                + language.ratings.map { .init(title: $0.title) },
            rows: cycles.map { cycle in
                [cycle.code] + (cycle.ratings.map { $0.map { language.number($0) } } ?? Array(repeating: "–", count: 5))
            }
        )
        return [coverage, ratings]
    }

    func reading(_ language: Language) -> [String] {
        [
            language.text(
                "Batang lebar: bagian pegawai yang dinilai; batang sempit di dalamnya: bagian yang dipetakan "
                    + "(kinerja dan potensialnya diketahui). Keduanya dari seluruh pegawai dalam siklus itu.",
                "Wide bar: the share of people rated; narrow bar within: the share placed (performance and potential "
                    + "known). Both of all people of the cycle."
            ),
            language.text(
                "Batang bertumpuk: predikat dari yang dinilai, Sangat Baik paling bawah.",
                "Stacked bars: the ratings of the rated, Sangat Baik lowest."
            ),
        ]
    }

    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        let rows = cycles.flatMap { cycle -> [TerminalBars.Row] in
            func row(_ label: String, _ part: Int, _ style: TerminalLine.Style) -> TerminalBars.Row {
                .init(
                    label: label,
                    value: language.number(part, fitting: 9) + " "
                        + language.percent(part, of: cycle.people).aligned(.trailing, in: 7),
                    part: cycle.people > 0 ? Int(Double(part) / Double(cycle.people) * 10_000) : 0,
                    style: style
                )
            }
            let code = cycle.code.visibleLine.shortened(to: max(8, width / 4))
            return [
                row("\(code) \(language.text("dinilai", "rated"))", cycle.rated, .high),
                row(
                    String(repeating: " ", count: code.displayWidth + 1) + language.text("dipetakan", "placed"),
                    cycle.placed,
                    .plain
                ),
            ]
        }
        return TerminalBars(rows: rows, whole: 10_000).lines(width: width)
    }
}
