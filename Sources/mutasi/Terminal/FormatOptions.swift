import ArgumentParser
import Programs
import Reports

/// How lists are printed.
struct FormatOptions: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table

    func print(_ table: Table) {
        let text = table.rendered(as: format, width: Terminal.width)
        format == .csv ? Terminal.print(data: text) : Terminal.print(text)
    }

    /// One row: an object in JSON, and in a table a line for each of its values.
    func print(one keys: [String], _ cells: [Table.Cell]) {
        switch format {
        case .csv: print(Table(columns: keys.map { Table.Column(key: $0, title: $0) }, rows: [cells]))
        case .json: Terminal.print(JSONValue.object(zip(keys, cells).map { .init($0, $1.json) }).rendered())
        case .table:
            let columns = [Table.Column(key: "what", title: "What"), Table.Column(key: "value", title: "Value")]
            let rows = zip(keys, cells).map { [.text($0.replacing("_", with: " ")), $1] as [Table.Cell] }
            print(Table(columns: columns, rows: rows))
        }
    }
}
