import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Reports

struct TalentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talent",
        abstract: "Where people stand on the talent map.",
        subcommands: [Map.self]
    )

    struct Map: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The nine boxes of a cycle, of the city or of one agency.",
            discussion:
                "X is potential, Y is performance, as in SIMATA. JSON and CSV: box, performance, potential, people."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The cycle's code.") var code: CycleCode
        @Option(help: "Of one agency only.") var agency: AgencyCode?

        func run() async throws {
            let city = try options.cityDatabase()
            let cycles = Cycles(city)
            let cycle = try await cycles.find(code)
            if let agency { _ = try await Agencies(city).find(agency) }
            let figures = try await cycles.figures(cycle)
                .filter { agency == nil || $0.agency.code == agency }
                .reduce(CycleFigures()) { $0 + $1.figures }
            guard output.format == .table else {
                return output.print(Self.table(figures))
            }
            let nineBox = NineBox(counts: figures.boxes, unplaced: figures.unplaced)
            Terminal.print(nineBox.terminal(width: Terminal.width ?? 80, colour: Terminal.showsColour))
        }

        private static func table(_ figures: CycleFigures) -> Table {
            let columns = [
                Table.Column(key: "box", title: "Box", alignment: .trailing),
                Table.Column(key: "performance", title: "Performance"),
                Table.Column(key: "potential", title: "Potential"),
                Table.Column(key: "people", title: "People", alignment: .trailing),
            ]
            let placed: [[Table.Cell]] = zip(TalentBox.all, figures.boxes)
                .map { box, count in
                    [.integer(box.number), .text(box.performance.code), .text(box.potential.code), .integer(count)]
                }
            return Table(columns: columns, rows: placed + [[.missing, .missing, .missing, .integer(figures.unplaced)]])
        }
    }
}
