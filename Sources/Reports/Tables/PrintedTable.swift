/// A table on a page: texts ready to print, the first of a row its header.
struct PrintedTable {
    struct Column {
        let title: String
        var isNumber = true
    }

    let columns: [Column]
    let rows: [[String]]
    var total: [String]?

    var markup: Markup {
        let body = rows.map { row($0) } + (total.map { [row($0, style: "total")] } ?? [])
        return """
            <table>
            <thead><tr>\(columns.map { column in
                "<th scope=\"col\"\(Self.number(column.isNumber))>\(column.title)</th>" as Markup
            })</tr></thead>
            <tbody>
            \(body)
            </tbody>
            </table>
            """
    }

    private func row(_ cells: [String], style: Markup? = nil) -> Markup {
        let cells = zip(columns, cells).enumerated()
            .map { index, pair -> Markup in
                index == 0
                    ? "<th scope=\"row\">\(pair.1)</th>" : "<td\(Self.number(pair.0.isNumber))>\(pair.1)</td>"
            }
        let style: Markup = style.map { " class=\"\($0)\"" } ?? ""
        return "<tr\(style)>\(cells)</tr>"
    }

    private static func number(_ isNumber: Bool) -> Markup { isNumber ? " class=\"n\"" : "" }
}
