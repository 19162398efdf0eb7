import ArgumentParser
import CityDatabase
import CityWork
import Foundation
import Personnel
import Postgres
import Programs
import Reports

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Pages to read and print.",
        subcommands: [CycleReportCommand.self]
    )

    struct CycleReportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cycle",
            abstract: "A cycle on one HTML page that needs no network: nine-boxes, ratings, coverage, missing, run."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The cycle's code.") var code: CycleCode
        @Option(help: "The file to write.", completion: .file(extensions: ["html"])) var output: String
        @Option(help: "id or en.") var language: Language = .indonesian
        @Option(help: "The city's name on the page; without it, Kota and the city's name.") var title: String?

        func run() async throws {
            try await ReportCommand.write(
                code,
                in: try options.namedCity(),
                try options.connection(),
                to: output,
                language: language,
                title: title
            )
            Terminal.say("wrote \(output)")
        }
    }

    static func write(
        _ code: CycleCode,
        in city: City,
        _ database: Database,
        to path: String,
        language: Language = .indonesian,
        title: String? = nil
    ) async throws {
        let output = try OutputFile(path, permissions: 0o644)
        let cycles = Cycles(CityDatabase(city, database))
        let cycle = try await cycles.find(code)
        let phases = try await CycleRuns(city, database).progress(code)
        let view = CycleView(cycle, phases, try await cycles.figures(cycle))
        let page = view.report(title: title ?? "Kota \(city.name.capitalized)", asOf: CityClock.today.iso)
        try output.write(page.html(language: language))
    }
}
