extension NineBox {
    public enum Size: Sendable, Hashable {
        /// With axes, box numbers and percents.
        case full
        /// Counts alone, for many side by side.
        case small
    }

    /// An SVG element, fit for a page and for a file of its own.
    public func svg(title: String, language: Language = .indonesian, size: Size = .full) -> String {
        drawing(language, size: size).element(title: title).text
    }

    func drawing(_ language: Language, size: Size) -> Drawing {
        let frame = size == .full ? Frame.full : Frame.small
        let cells = Self.grid.enumerated()
            .flatMap { row, boxes in
                boxes.enumerated().map { column, box in cell(box, at: (column, row), in: frame, size, language) }
            }
        return Drawing(
            width: frame.width,
            height: frame.height,
            summary: summary(language),
            content: """
                \(cells)
                \(poolOutline(frame))
                \(size == .full ? axes(frame, language) : "")
                """
        )
    }

    private func cell(
        _ box: Int,
        at place: (column: Int, row: Int),
        in frame: Frame,
        _ size: Size,
        _ language: Language
    ) -> Markup {
        let x = frame.left + place.column * frame.cellWidth
        let y = frame.top + place.row * frame.cellHeight
        let middle = x + frame.cellWidth / 2
        let count = language.number(self[box], fitting: size == .full ? 9 : 6)
        let rectangle: Markup = """
            <rect x="\(x)" y="\(y)" width="\(frame.cellWidth)" height="\(frame.cellHeight)" fill="\(shade(box))" \
            stroke="#6b7681"/>
            """
        guard size == .full else {
            return
                "\(rectangle)<text x=\"\(middle)\" y=\"\(y + 19)\" font-size=\"13\" text-anchor=\"middle\">\(count)</text>"
        }
        return """
            \(rectangle)
            <text x="\(x + 8)" y="\(y + 18)" font-size="14" fill="#333c45">\(box)</text>
            <text x="\(middle)" y="\(y + 48)" font-size="22" font-weight="600" text-anchor="middle">\(count)</text>
            <text x="\(middle)" y="\(y + 68)" font-size="14" text-anchor="middle">\
            \(language.percent(self[box], of: placed))</text>
            """
    }

    private func poolOutline(_ frame: Frame) -> Markup {
        let (left, top) = (frame.left, frame.top)
        let columns = (1...3).map { left + $0 * frame.cellWidth }
        let rows = (1...2).map { top + $0 * frame.cellHeight }
        return """
            <path d="M\(columns[0]) \(top)H\(columns[2])V\(rows[1])H\(columns[1])V\(rows[0])H\(columns[0])Z" \
            fill="none" stroke="#1a1a1a" stroke-width="\(frame.outline)" stroke-linejoin="miter"/>
            """
    }

    private func axes(_ frame: Frame, _ language: Language) -> Markup {
        let levels = [
            language.text("Di atas", "Above"), language.text("Sesuai", "As"), language.text("Di bawah", "Below"),
        ]
        let rows = levels.enumerated()
            .map { row, level -> Markup in
                let y = frame.top + row * frame.cellHeight + frame.cellHeight / 2
                return """
                    <text x="\(frame.left - 10)" y="\(y - 3)" font-size="14" text-anchor="end">\(level)</text>
                    <text x="\(frame.left - 10)" y="\(y + 13)" font-size="14" text-anchor="end">\
                    \(language.text("ekspektasi", "expectation"))</text>
                    """
            }
        let titles = [
            language.text("Rendah", "Low"), language.text("Menengah", "Medium"), language.text("Tinggi", "High"),
        ]
        let columns = titles.enumerated()
            .map { column, title -> Markup in
                let x = frame.left + column * frame.cellWidth + frame.cellWidth / 2
                return
                    "<text x=\"\(x)\" y=\"\(frame.bottom + 18)\" font-size=\"14\" text-anchor=\"middle\">\(title)</text>"
            }
        let (centre, middle) = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
        return """
            \(rows)
            \(columns)
            <text x="\(centre)" y="\(frame.bottom + 40)" font-size="14" font-weight="600" text-anchor="middle">\
            \(language.text("Potensial →", "Potential (potensial) →"))</text>
            <text transform="translate(14 \(middle)) rotate(-90)" font-size="14" font-weight="600" \
            text-anchor="middle">\(language.text("Kinerja →", "Performance (kinerja) →"))</text>
            """
    }

    private func summary(_ language: Language) -> String {
        let boxes = (1...9).reversed()
            .map { box in language.text("kotak \(box): ", "box \(box): ") + language.number(self[box]) }
        return boxes.joined(separator: "; ")
    }

    /// One hue, lighter to darker with the share of the placed, so that it reads in black and white too.
    private func shade(_ box: Int) -> String {
        let steps = Self.shades
        let tenths = Share(self[box], of: placed)?.tenths ?? 0
        return steps.last { tenths >= $0.fromTenths && self[box] > 0 }?.fill ?? "#ffffff"
    }

    /// The shades with the share, in tenths of a percent, from which each holds.
    static let shades = [
        (fromTenths: 0, fill: "#eef4fa"), (fromTenths: 50, fill: "#d3e3f1"), (fromTenths: 150, fill: "#abcae5"),
        (fromTenths: 300, fill: "#7fafd8"),
    ]
}

/// Where the boxes stand in a drawing, in its own units.
private struct Frame {
    let left: Int
    let top: Int
    let cellWidth: Int
    let cellHeight: Int
    let width: Int
    let height: Int
    let outline: Int

    var right: Int { left + 3 * cellWidth }
    var bottom: Int { top + 3 * cellHeight }

    static let full = Frame(left: 104, top: 4, cellWidth: 128, cellHeight: 86, width: 492, height: 310, outline: 3)
    static let small = Frame(left: 2, top: 2, cellWidth: 52, cellHeight: 28, width: 160, height: 88, outline: 2)
}
