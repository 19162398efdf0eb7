import Personnel
import Texts

/// Nine boxes as they are drawn: performance upwards, potential rightwards.
struct NineBoxGrid {
    struct Cell {
        /// What stands large in the box.
        let main: String
        /// What stands beneath it; nil for nothing.
        let below: String?
        /// Of all, in tenths of a percent; nil for none at all.
        let tenths: Int?
    }

    /// Box 1 first.
    let cells: [Cell]
    /// Where each box stands.
    let boxes: BoxTable
    let size: NineBox.Size
    /// The one box to be outlined; nil for the talent pool.
    var outlined: Int?

    func drawing(_ language: Language, summary: String) -> Drawing {
        let frame = size == .full ? Frame.full : Frame.small
        let cells = boxes.grid.enumerated()
            .flatMap { row, boxes in
                boxes.enumerated().map { column, box in drawn(box, at: (column, row), in: frame) }
            }
        return Drawing(
            width: frame.width,
            height: frame.height,
            summary: summary,
            content: """
                \(cells)
                \(outlined.map { boxOutline($0, frame) } ?? poolOutline(frame))
                \(size == .full ? axes(frame, language) : "")
                """
        )
    }

    private func drawn(_ box: Int, at place: (column: Int, row: Int), in frame: Frame) -> Markup {
        let x = frame.left + place.column * frame.cellWidth
        let y = frame.top + place.row * frame.cellHeight
        let middle = x + frame.cellWidth / 2
        let cell = cells[box - 1]
        let rectangle: Markup = """
            <rect x="\(x)" y="\(y)" width="\(frame.cellWidth)" height="\(frame.cellHeight)" fill="\(shade(cell))" \
            stroke="#6b7681"/>
            """
        guard size == .full else {
            return "\(rectangle)\(Drawing.text(cell.main, x: middle, y: y + 19, anchor: .middle))"
        }
        return """
            \(rectangle)
            <text x="\(x + 8)" y="\(y + 18)" font-size="14" fill="#333c45">\(box)</text>
            \(Drawing.text(cell.main, x: middle, y: y + 48, size: 22, anchor: .middle, bold: true))
            \(cell.below.map { Drawing.text($0, x: middle, y: y + 68, size: 14, anchor: .middle) } ?? "")
            """
    }

    private func poolOutline(_ frame: Frame) -> Markup {
        let outline = GridOutline(boxes.grid.map { $0.map { BoxTable.talentPool.contains($0) } })
        let path = outline.path(x: frame.left, y: frame.top, cellWidth: frame.cellWidth, cellHeight: frame.cellHeight)
        return """
            <path d="\(path)" \
            fill="none" stroke="#1a1a1a" stroke-width="\(frame.outline)" stroke-linejoin="miter"/>
            """
    }

    private func boxOutline(_ box: Int, _ frame: Frame) -> Markup {
        guard let cell = boxes.cell(number: box) else { return "" }
        let (x, y) = (
            frame.left + (cell.potential.rawValue - 1) * frame.cellWidth,
            frame.top + (3 - cell.performance.rawValue) * frame.cellHeight
        )
        return """
            <rect x="\(x)" y="\(y)" width="\(frame.cellWidth)" height="\(frame.cellHeight)" fill="none" \
            stroke="#1a1a1a" stroke-width="\(frame.outline)"/>
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

    /// One hue, lighter to darker with the share, so that it reads in black and white too.
    private func shade(_ cell: Cell) -> String {
        guard let tenths = cell.tenths else { return "#ffffff" }
        return Self.shades.last { tenths >= $0.fromTenths }?.fill ?? "#ffffff"
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
