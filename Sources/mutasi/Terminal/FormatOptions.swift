import ArgumentParser
import Programs
import Reports

/// How lists are printed.
struct FormatOptions: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table

    func print(_ table: Table) {
        let text = table.rendered(as: format, ProgramLanguage.current, width: Terminal.width)
        format == .csv ? Terminal.print(data: text) : Terminal.print(text)
    }

    /// One row: an object in JSON, and in a table a line for each of its values.
    func print(one keys: [String], _ cells: [Table.Cell]) {
        switch format {
        case .csv: print(Table(columns: keys.map { Table.Column($0) }, rows: [cells]))
        case .json:
            Terminal.print(
                JSONValue.object(zip(keys, cells).map { .init($0, $1.json(in: ProgramLanguage.current)) }).rendered()
            )
        case .table:
            let rows = zip(keys, cells).map { [.text($0), $1] as [Table.Cell] }
            print(Table(columns: [Table.Column("what", codes: .key), Table.Column("value")], rows: rows))
        }
    }
}

extension Terminal {
    /// A table for people, in the program's language.
    static func print(_ table: Table) {
        print(table.rendered(as: .table, ProgramLanguage.current, width: width))
    }
}
