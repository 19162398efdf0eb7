import Characters
import Texts

/// The table form: header, rule, aligned columns, and the totals under a second rule.
///
/// Where it is wider than the terminal, titles break into lines, names are shortened and sentences go on in further lines. If
/// that is not enough, columns are left out, and a last line names them. No number, date or code is ever cut.
struct TableLayout {
    private let columns: [Column]
    private let rowCount: Int
    private let hasFooter: Bool
    private let leftOut: [String]
    private let width: Int?
    private let language: Language

    /// A column and all its texts.
    private struct Column {
        let title: String
        let rows: [Text]
        let footer: Text?
        let alignment: Table.Alignment
        let room: Table.Column.Room
        let dispensability: Int
        var width = 0

        /// As wide as its widest text.
        var fullWidth: Int { max(title.displayWidth, contentWidth) }
        /// What it needs at least.
        let leastWidth: Int
        let contentWidth: Int
    }

    private struct Text {
        let text: String
        let isNumber: Bool
    }

    /// Less of a name tells too little.
    private static let leastName = 12
    /// Less of a sentence makes too many lines.
    private static let leastSentence = 20
    private static let gap = 2

    init(_ table: Table, _ language: Language, width: Int?) {
        self.width = width
        self.language = language
        rowCount = table.rows.count
        hasFooter = table.footer != nil
        var columns = table.columns.indices.map { index in Self.column(index, of: table, language) }
        var leftOut: [(index: Int, title: String)] = []
        if let width {
            var indices = Array(columns.indices)
            while columns.count > 1, Self.width(of: columns.map(\.leastWidth)) > width,
                let dispensable = columns.indices.reversed()
                    .max(by: { columns[$0].dispensability < columns[$1].dispensability })
            {
                leftOut.append((indices.remove(at: dispensable), columns.remove(at: dispensable).title))
            }
            Self.fit(&columns, into: width - Self.gap * (columns.count - 1))
        } else {
            for index in columns.indices { columns[index].width = columns[index].fullWidth }
        }
        self.columns = columns
        self.leftOut = leftOut.sorted { $0.index < $1.index }.map(\.title)
    }

    private static func column(_ index: Int, of table: Table, _ language: Language) -> Column {
        let column = table.columns[index]
        func text(_ cell: Table.Cell, blank: Table.Cell? = nil) -> Text {
            Text(text: cell == blank ? "" : cell.shown(language, codes: column.codes), isNumber: cell.isNumber)
        }
        let title = column.title(language).visibleLine
        let rows = table.rows.map { text($0[index]) }
        let footer = table.footer.map { text($0[index], blank: .missing) }
        let known = table.rows.map { $0[index] }.filter { $0 != .missing }
        let texts = rows + (footer.map { [$0] } ?? [])
        let longest = texts.map(\.text.displayWidth).max() ?? 0
        let longestNumber = texts.filter(\.isNumber).map(\.text.displayWidth).max() ?? 0
        let least =
            switch column.room {
            case .whole: longest
            case .shortened: max(longestNumber, min(longest, leastName))
            // A NIP or a date within a sentence stays whole, too.
            case .wrapped: max(longestNumber, min(longest, leastSentence))
            }
        return Column(
            title: title,
            rows: rows,
            footer: footer,
            alignment: !known.isEmpty && known.allSatisfy(\.isNumber) ? .trailing : column.alignment,
            room: column.room,
            dispensability: column.dispensability(among: Set(table.columns.map(\.key))),
            leastWidth: max(least, title.longestWord),
            contentWidth: longest
        )
    }

    private static func width(of widths: [Int]) -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }

    /// Breaks titles first, and then takes from the widest column of words what is too much, of equals from the last.
    private static func fit(_ columns: inout [Column], into available: Int) {
        for index in columns.indices { columns[index].width = columns[index].fullWidth }
        var surplus = columns.reduce(0) { $0 + $1.width } - available
        while surplus > 0 {
            let titles = columns.indices.filter {
                columns[$0].width > max(columns[$0].contentWidth, columns[$0].leastWidth)
            }
            let words = columns.indices.filter { columns[$0].width > columns[$0].leastWidth }
            let candidates = titles.isEmpty ? words : titles
            guard let widest = candidates.reversed().max(by: { columns[$0].width < columns[$1].width }) else { break }
            columns[widest].width -= 1
            surplus -= 1
        }
        // A single column that is too wide even so: its texts break anywhere.
        if columns.count == 1 { columns[0].width = min(columns[0].width, max(1, available)) }
    }

    var text: String {
        guard rowCount > 0 else { return language.text("(tidak ada)", "(none)") }
        let rule = columns.map { String(repeating: "─", count: $0.width) }.joined(separator: Self.separator)
        var lines = lines(columns.map { ($0.title.broken(into: $0.width), $0.alignment) }, isTitle: true) + [rule]
        for row in 0..<rowCount { lines += self.lines { $0.rows[row] } }
        if hasFooter { lines += [rule] + self.lines { $0.footer } }
        if !leftOut.isEmpty {
            let note =
                language.text("Tidak ditampilkan karena terlalu lebar: ", "Not shown, too wide: ")
                + leftOut.joined(separator: ", ")
            lines += [""] + note.wrapped(to: max(1, width ?? .max))
        }
        return lines.joined(separator: "\n")
    }

    private static let separator = String(repeating: " ", count: gap)

    private func lines(_ text: (Column) -> Text?) -> [String] {
        lines(
            columns.map { column in
                guard let text = text(column) else { return ([], column.alignment) }
                let alignment = text.isNumber ? .trailing : column.alignment
                guard text.text.displayWidth > column.width else { return ([text.text], alignment) }
                return column.room == .shortened
                    ? ([text.text.shortened(to: column.width)], alignment)
                    : (text.text.wrapped(to: column.width), alignment)
            }
        )
    }

    /// The lines of a row; those of a title end on the same line, those of other texts begin on it.
    private func lines(_ cells: [([String], Table.Alignment)], isTitle: Bool = false) -> [String] {
        let height = cells.map(\.0.count).max() ?? 0
        return (0..<height)
            .map { line in
                var text = ""
                for (index, (parts, alignment)) in cells.enumerated() {
                    if index > 0 { text += Self.separator }
                    let own = isTitle ? line - (height - parts.count) : line
                    let part = parts.indices.contains(own) ? parts[own] : ""
                    text += part.aligned(alignment, in: columns[index].width)
                }
                while text.last == " " { text.removeLast() }
                return text
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

    /// The width of the longest word.
    fileprivate var longestWord: Int { split(separator: " ").map { String($0).displayWidth }.max() ?? 0 }

    /// A title that fits stays as it is.
    fileprivate func broken(into width: Int) -> [String] { displayWidth <= width ? [self] : wrapped(to: width) }
}
