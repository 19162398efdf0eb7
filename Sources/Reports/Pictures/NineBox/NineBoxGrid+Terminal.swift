import Personnel
import Texts

extension NineBoxGrid {
    struct TerminalCell {
        /// What stands beside the box's number, in at most so many columns.
        let main: (Int) -> String
        let below: String
        /// Of the longest.
        let bar: Double
    }

    /// The boxes with their axes; from 34 columns on the drawing keeps within `width`.
    static func lines(
        _ cells: [TerminalCell],
        _ table: BoxTable,
        _ language: Language,
        width: Int
    ) -> [TerminalLine] {
        let isNarrow = width < 46
        let labelWidth = isNarrow ? 9 : 13
        let inner = min(20, max(7, (width - labelWidth - 4) / 3))
        let indent = isNarrow ? " " : "  "
        let levels = [
            language.text("di atas", "above"), language.text("sesuai", "as"), language.text("di bawah", "below"),
        ]
        let potentials = [
            language.text("rendah", "low"), language.text("menengah", "medium"), language.text("tinggi", "high"),
        ]
        var lines = [
            TerminalLine(String(repeating: " ", count: labelWidth) + language.text("potensial →", "potential →")),
            TerminalLine(
                language.text("kinerja ↑", isNarrow ? "perform.↑" : "performance ↑").aligned(.leading, in: labelWidth)
                    + potentials.map { (indent + $0).aligned(.leading, in: inner + 1) }.joined()
            ),
            rule("┌", "┬", "┐", inner, labelWidth),
        ]
        let expectation = isNarrow ? "" : language.text("ekspektasi", "expectation")
        for (number, (boxes, level)) in zip(table.grid, levels).enumerated() {
            if number > 0 { lines.append(rule("├", "┼", "┤", inner, labelWidth)) }
            lines += zip([level, expectation, ""], texts(boxes.map { cells[$0 - 1] }, boxes, inner))
                .map { label, texts in
                    var line = TerminalLine(label.aligned(.leading, in: labelWidth) + "│")
                    for (box, text) in zip(boxes, texts) {
                        line.append(text, style(of: box))
                        line.append("│")
                    }
                    return line
                }
        }
        lines.append(rule("└", "┴", "┘", inner, labelWidth))
        return lines
    }

    /// The three lines of a row of boxes: number and main text, the text below, and a bar.
    private static func texts(_ cells: [TerminalCell], _ boxes: [Int], _ inner: Int) -> [[String]] {
        let room = inner - 2
        return [
            zip(boxes, cells)
                .map { box, cell in
                    let number = String(box)
                    return " " + number + cell.main(room - 2).aligned(.trailing, in: room - number.count) + " "
                },
            cells.map { " " + $0.below.aligned(.trailing, in: room) + " " },
            cells.map { cell in
                let bar = Int((cell.bar * Double(room)).rounded())
                return " " + String(repeating: "▄", count: bar).aligned(.leading, in: room) + " "
            },
        ]
    }

    private static func style(of box: Int) -> TerminalLine.Style {
        switch box {
        case BoxTable.talentPool: .high
        case ...3: .low
        default: .plain
        }
    }

    private static func rule(
        _ left: String,
        _ middle: String,
        _ right: String,
        _ inner: Int,
        _ label: Int
    ) -> TerminalLine {
        let line = String(repeating: "─", count: inner)
        return TerminalLine(
            String(repeating: " ", count: label) + left + [line, line, line].joined(separator: middle) + right
        )
    }
}
