import Characters

/// The table form: header, rule, aligned columns, and the totals under a second rule.
struct TableLayout {
    private let table: Table
    private let widths: [Int]
    private let alignments: [Table.Alignment]

    /// Below this a shortened text tells nothing, so a terminal narrower than that wraps the lines.
    private static let leastTextWidth = 8
    private static let gap = 2

    init(_ table: Table, width: Int?) {
        self.table = table
        let lines = table.rows + (table.footer.map { [$0] } ?? [])
        var widths = table.columns.map { $0.title.visibleLine.displayWidth }
        var numberWidths = widths.map { _ in 0 }
        for line in lines {
            for (column, cell) in line.enumerated() {
                let width = cell.shown.displayWidth
                widths[column] = max(widths[column], width)
                if cell.isNumber { numberWidths[column] = max(numberWidths[column], width) }
            }
        }
        alignments = table.columns.indices.map { column in
            let cells = table.rows.map { $0[column] }.filter { $0 != .missing }
            let isNumeric = !cells.isEmpty && cells.allSatisfy(\.isNumber)
            return isNumeric ? .trailing : table.columns[column].alignment
        }
        if let width {
            Self.fit(&widths, leaving: numberWidths, into: width - Self.gap * (widths.count - 1))
        }
        self.widths = widths
    }

    var text: String {
        guard !table.rows.isEmpty else { return "(none)" }
        let rule = line(widths.map { String(repeating: "─", count: $0) }, alignments)
        var lines = [line(table.columns.map { $0.title.visibleLine }, alignments), rule]
        lines += table.rows.map { line($0) }
        if let footer = table.footer { lines += [rule, line(footer, blank: .missing)] }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [Table.Cell], blank: Table.Cell? = nil) -> String {
        line(
            cells.map { $0 == blank ? "" : $0.shown },
            zip(cells, alignments).map { cell, alignment in cell.isNumber ? .trailing : alignment }
        )
    }

    private func line(_ texts: [String], _ alignments: [Table.Alignment]) -> String {
        var line = ""
        for (column, text) in texts.enumerated() {
            if column > 0 { line += String(repeating: " ", count: Self.gap) }
            line += text.aligned(alignments[column], in: widths[column])
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Takes from the widest column what is too much, the last of equals first: codes stand left of remarks.
    private static func fit(_ widths: inout [Int], leaving numberWidths: [Int], into available: Int) {
        let least = zip(widths, numberWidths).map { max($1, min($0, leastTextWidth)) }
        for column in widths.indices { widths[column] = max(least[column], min(widths[column], available)) }
        var surplus = widths.reduce(0, +) - available
        while surplus > 0 {
            let widest = widths.indices.reversed()
                .filter { widths[$0] > least[$0] }
                .max { widths[$0] < widths[$1] }
            guard let widest else { return }
            widths[widest] -= 1
            surplus -= 1
        }
    }
}
