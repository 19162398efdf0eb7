public import Texts

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
        let fullest = max(1, counts.max() ?? 1)
        let cells = counts.map { count in
            NineBoxGrid.TerminalCell(
                main: { language.number(count, fitting: $0) },
                below: language.percent(count, of: placed),
                bar: Double(count) / Double(fullest)
            )
        }
        return NineBoxGrid.lines(cells, boxes, language, width: width)
    }
}
