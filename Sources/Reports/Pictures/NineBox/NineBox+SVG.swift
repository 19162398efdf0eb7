public import Texts

extension NineBox {
    public enum Size: Sendable, Hashable {
        /// With axes, box numbers and percentages.
        case full
        /// Counts alone, for many side by side.
        case small
    }

    /// An SVG element, fit for a page and for a file of its own.
    public func svg(title: String, language: Language = .indonesian, size: Size = .full) -> String {
        drawing(language, size: size).element(title: title).text
    }

    func drawing(_ language: Language, size: Size) -> Drawing {
        let cells = counts.map { count in
            NineBoxGrid.Cell(
                main: language.number(count, fitting: size == .full ? 9 : 6),
                below: language.percent(count, of: placed),
                tenths: count > 0 ? Share(count, of: placed)?.tenths : nil
            )
        }
        let boxes = (1...9).reversed()
            .map { box in language.text("kotak \(box): ", "box \(box): ") + language.number(self[box]) }
        return NineBoxGrid(cells: cells, boxes: self.boxes, size: size)
            .drawing(language, summary: boxes.joined(separator: "; "))
    }
}
