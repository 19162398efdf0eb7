extension NineBox {
    /// A drawing for a terminal, without a line end after the last line.
    ///
    /// - Parameters:
    ///   - width: the terminal's columns, which the drawing keeps within.
    ///   - colour: whether the talent pool and the lowest boxes are coloured.
    public func terminal(width: Int, colour: Bool, language: Language = .english) -> String {
        let width = max(1, width)
        let sentences = [
            language.text("dipetakan: ", "placed: ") + language.number(placed)
                + language.text(", potensial belum diketahui: ", ", no known potential: ")
                + language.number(unplaced),
            language.text("kelompok talenta (7 + 8 + 9): ", "talent pool (7 + 8 + 9): ")
                + language.number(talentPool) + ", " + language.percent(talentPool, of: placed),
        ]
        let lines =
            lines(language, width: width)
            + sentences.flatMap { $0.wrapped(to: width) }.map { TerminalLine($0) }
        return lines.map { $0.rendered(width: width, colour: colour) }.joined(separator: "\n")
    }

    /// The boxes with their axes; from 34 columns on the drawing keeps within `width`.
    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        let isNarrow = width < 46
        let labelWidth = isNarrow ? 9 : 12
        let inner = min(20, max(7, (width - labelWidth - 4) / 3))
        let indent = isNarrow ? " " : "  "
        let levels = [
            language.text("di atas", "above"), language.text("sesuai", "as"), language.text("di bawah", "below"),
        ]
        let potentials = [
            language.text("rendah", "low"), language.text("menengah", "medium"), language.text("tinggi", "high"),
        ]
        var lines = [
            TerminalLine(String(repeating: " ", count: labelWidth) + "potensial →"),
            TerminalLine(
                "kinerja ↑".aligned(.leading, in: labelWidth)
                    + potentials.map { (indent + $0).aligned(.leading, in: inner + 1) }.joined()
            ),
            rule("┌", "┬", "┐", inner, labelWidth),
        ]
        let expectation = isNarrow ? "" : language.text("ekspektasi", "expectation")
        for (number, (boxes, level)) in zip(Self.grid, levels).enumerated() {
            if number > 0 { lines.append(rule("├", "┼", "┤", inner, labelWidth)) }
            lines += zip([level, expectation, ""], texts(boxes, inner, language))
                .map { label, cells in
                    var line = TerminalLine(label.aligned(.leading, in: labelWidth) + "│")
                    for (box, text) in zip(boxes, cells) {
                        line.append(text, style(of: box))
                        line.append("│")
                    }
                    return line
                }
        }
        lines.append(rule("└", "┴", "┘", inner, labelWidth))
        return lines
    }

    /// The three lines of a row of boxes: number and count, percent, and a bar on the scale of the fullest box.
    private func texts(_ boxes: [Int], _ inner: Int, _ language: Language) -> [[String]] {
        let room = inner - 2
        let fullest = max(1, counts.max() ?? 1)
        return [
            boxes.map { box in
                let number = String(box)
                let count = language.number(self[box], fitting: room - 2)
                return " " + number + count.aligned(.trailing, in: room - number.count) + " "
            },
            boxes.map { box in
                " " + language.percent(self[box], of: placed).aligned(.trailing, in: room) + " "
            },
            boxes.map { box in
                let bar = Int((Double(self[box]) / Double(fullest) * Double(room)).rounded())
                return " " + String(repeating: "▄", count: bar).aligned(.leading, in: room) + " "
            },
        ]
    }

    private func style(of box: Int) -> TerminalLine.Style {
        switch box {
        case 7...: .high
        case ...3: .low
        default: .plain
        }
    }

    private func rule(_ left: String, _ middle: String, _ right: String, _ inner: Int, _ label: Int) -> TerminalLine {
        let line = String(repeating: "─", count: inner)
        return TerminalLine(
            String(repeating: " ", count: label) + left + [line, line, line].joined(separator: middle) + right
        )
    }
}
