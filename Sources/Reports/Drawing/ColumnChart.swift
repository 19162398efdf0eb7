import Texts

/// Upright bars side by side, each with its number above and its label below.
struct ColumnChart {
    struct Column {
        let label: String
        let count: Int
        let fill: Fill
    }

    let columns: [Column]
    /// The height of the tallest.
    let rise: Int
    /// The columns that the width is shared by even where there are fewer.
    var leastColumns = 6

    var slot: Int { Drawing.fullWidth / max(leastColumns, columns.count) }

    /// - Parameter base: where the bars stand.
    func content(base: Int, _ language: Language) -> Markup {
        let scale = Scale(whole: columns.map(\.count).max() ?? 0, room: rise)
        let bars = columns.enumerated()
            .map { index, column -> Markup in
                let middle = index * slot + slot / 2
                let height = scale.length(column.count)
                let number = language.number(column.count, fitting: 6)
                return """
                    \(column.fill.rectangle(x: middle - 16, y: base - height, width: 32, height: height))
                    \(Drawing.text(number, x: middle, y: base - height - 5, size: 12, anchor: .middle))
                    \(Drawing.text(column.label, x: middle, y: base + 16, size: 12, anchor: .middle))
                    """
            }
        return """
            \(bars)
            \(Drawing.line(x: 0, y: base, toX: Drawing.fullWidth, toY: base))
            """
    }
}
