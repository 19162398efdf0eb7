import Characters

/// Rows of a label, a bar and a value; the bar gives way first where there is little room.
struct TerminalBars {
    struct Row {
        let label: String
        let value: String
        let part: Int
        var style = TerminalLine.Style.plain
        /// From where to where the bar may end, of the whole.
        var range: ClosedRange<Double>?
    }

    let rows: [Row]
    /// What a bar over the full room stands for.
    let whole: Int

    private static let leastBar = 4
    private static let mostBar = 50

    func lines(width: Int) -> [TerminalLine] {
        let values = rows.map(\.value.visibleLine.displayWidth).max() ?? 0
        let labels = min(
            rows.map(\.label.visibleLine.displayWidth).max() ?? 0,
            max(Self.leastBar, width - values - 1)
        )
        let room = min(Self.mostBar, width - labels - values - 2)
        return rows.map { row in
            var line = TerminalLine(row.label.visibleLine.aligned(.leading, in: labels) + " ")
            if room >= Self.leastBar { line.append(bar(row, room: room) + " ", row.style) }
            line.append(row.value.visibleLine.aligned(.trailing, in: values))
            return line
        }
    }

    private func bar(_ row: Row, room: Int) -> String {
        let length = Scale(whole: whole, room: room).length(row.part)
        return (0..<room)
            .map { cell in
                let middle = (Double(cell) + 0.5) / Double(room)
                let isExpected = row.range?.contains(middle) ?? false
                return cell < length ? (isExpected ? "▓" : "█") : isExpected ? "░" : " "
            }
            .joined()
    }
}
