public import ArgumentParser
public import CityDatabase
public import Personnel
import Programs
public import Reports

/// How lists are printed.
struct FormatOptions: ParsableArguments {
    @Option(help: "table, json or csv.")
    var format: OutputFormat = .table

    func print(_ table: Table) {
        Terminal.print(table.rendered(as: format, width: Terminal.width))
    }
}

extension OutputFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension CyclePhase: ExpressibleByArgument {}

extension AgencyCode: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CycleCode: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }
}
