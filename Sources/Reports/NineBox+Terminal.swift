extension NineBox {
    /// A drawing for a terminal, without a line end after the last line.
    ///
    /// - Parameters:
    ///   - width: the terminal's columns; from 46 on the drawing keeps within them.
    ///   - colour: whether the talent pool and the lowest boxes are coloured.
    public func terminal(width: Int, colour: Bool) -> String {
        let inner = min(20, max(10, (width - Self.labelWidth - 4) / 3))
        let rows = zip(Self.grid, ["above", "as", "below"])
        var lines = [
            String(repeating: " ", count: Self.labelWidth) + "potensial →",
            "kinerja ↑".padded(to: Self.labelWidth)
                + "  low".padded(to: inner + 1) + "  medium".padded(to: inner + 1) + "  high",
            rule("┌", "┬", "┐", inner),
        ]
        for (number, (boxes, level)) in rows.enumerated() {
            if number > 0 { lines.append(rule("├", "┼", "┤", inner)) }
            lines += zip([level, "expectation", ""], texts(boxes, inner))
                .map { label, cells in
                    label.padded(to: Self.labelWidth) + "│"
                        + zip(boxes, cells).map { box, text in paint(text, box: box, colour: colour) + "│" }.joined()
                }
        }
        lines.append(rule("└", "┴", "┘", inner))
        lines.append("placed: \(placed), no known potential: \(unplaced)")
        lines.append("talent pool (7 + 8 + 9): \(talentPool), \(Language.english.percent(talentPool, of: placed))")
        return lines.joined(separator: "\n")
    }

    private static let labelWidth = 12

    /// The three lines of a row of boxes: number and count, percent, and a bar on the scale of the fullest box.
    private func texts(_ boxes: [Int], _ inner: Int) -> [[String]] {
        let room = inner - 2
        let fullest = max(1, counts.max() ?? 1)
        return [
            boxes.map { box in
                let number = String(box)
                return " " + number + String(self[box]).padded(to: room - number.count, leading: true) + " "
            },
            boxes.map { box in
                " " + Language.english.percent(self[box], of: placed).padded(to: room, leading: true) + " "
            },
            boxes.map { box in
                let bar = (self[box] * room * 2 + fullest) / (2 * fullest)
                return " " + String(repeating: "▄", count: bar).padded(to: room) + " "
            },
        ]
    }

    private func paint(_ text: String, box: Int, colour: Bool) -> String {
        guard colour else { return text }
        return switch box {
        case 7...: "\u{1B}[1;36m\(text)\u{1B}[0m"
        case ...3: "\u{1B}[33m\(text)\u{1B}[0m"
        default: text
        }
    }

    private func rule(_ left: String, _ middle: String, _ right: String, _ inner: Int) -> String {
        let line = String(repeating: "─", count: inner)
        return String(repeating: " ", count: Self.labelWidth) + left + [line, line, line].joined(separator: middle)
            + right
    }
}

extension String {
    fileprivate func padded(to width: Int, leading: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - displayWidth))
        return leading ? space + self : self + space
    }
}
