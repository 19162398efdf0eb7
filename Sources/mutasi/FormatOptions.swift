import ArgumentParser
import Programs
import Reports

/// How lists are printed.
struct FormatOptions: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table

    func print(_ table: Table) {
        Terminal.print(table.rendered(as: format, width: Terminal.width))
    }
}
