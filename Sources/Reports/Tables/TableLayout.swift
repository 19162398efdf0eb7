import Characters
import Texts

/// The table form: header, rule, aligned columns, and the totals under a second rule.
struct TableLayout {
    private let widths: [Int]
    private let alignments: [Table.Alignment]
    private let titles: [String]
    private let rows: [Line]
    private let footer: Line?
    private let none: String

    /// The texts of a row, and where each stands.
    private struct Line {
        let texts: [String]
        let numbers: [Bool]
    }

    /// Below this a shortened text tells nothing, so a terminal narrower than that wraps the lines.
    private static let leastTextWidth = 8
    private static let gap = 2

    init(_ table: Table, _ language: Language, width: Int?) {
        func line(_ cells: [Table.Cell], blank: Table.Cell? = nil) -> Line {
            Line(
                texts: zip(cells, table.columns).map { $0 == blank ? "" : $0.shown(language, codes: $1.codes) },
                numbers: cells.map(\.isNumber)
            )
        }
        none = language.text("(tidak ada)", "(none)")
        titles = table.columns.map { $0.title(language).visibleLine }
        rows = table.rows.map { line($0) }
        footer = table.footer.map { line($0, blank: .missing) }
        var widths = titles.map(\.displayWidth)
        var numberWidths = widths.map { _ in 0 }
        for line in rows + (footer.map { [$0] } ?? []) {
            for (column, text) in line.texts.enumerated() {
                let width = text.displayWidth
                widths[column] = max(widths[column], width)
                if line.numbers[column] { numberWidths[column] = max(numberWidths[column], width) }
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
        guard !rows.isEmpty else { return none }
        let rule = line(widths.map { String(repeating: "─", count: $0) }, alignments)
        var lines = [line(titles, alignments), rule]
        lines += rows.map { line($0) }
        if let footer { lines += [rule, line(footer)] }
        return lines.joined(separator: "\n")
    }

    private func line(_ line: Line) -> String {
        self.line(line.texts, zip(line.numbers, alignments).map { isNumber, own in isNumber ? .trailing : own })
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

extension String {
    /// This text in exactly `width` columns.
    func aligned(_ alignment: Table.Alignment, in width: Int) -> String {
        let text = shortened(to: width)
        let space = String(repeating: " ", count: width - text.displayWidth)
        return alignment == .leading ? text + space : space + text
    }
}
