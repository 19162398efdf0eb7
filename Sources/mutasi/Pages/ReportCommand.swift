import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Personnel
import Postgres
import Programs
import Reports
import Texts

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write pages to read and print.",
        subcommands: [CycleReportCommand.self, TalentReportCommand.self]
    )

    struct CycleReportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cycle",
            abstract:
                "Write a cycle as one HTML page that needs no network: nine-boxes, ratings, coverage, missing, run."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The cycle's code.") var code: CycleCode
        @Option(help: "The file to write.", completion: .file(extensions: ["html"])) var output: String
        @Option(help: "The city's name on the page; without it, Kota and the city's name.") var title: String?

        func run() async throws {
            try await ReportCommand.write(
                code,
                in: try options.namedCity(),
                try options.connection(),
                to: output,
                title: title
            )
            Terminal.say(Message.fileWritten(["path": .text(output)]))
        }
    }

    static func write(
        _ code: CycleCode,
        in city: City,
        _ database: Database,
        to path: String,
        title: String? = nil
    ) async throws {
        let output = try OutputFile(path, permissions: 0o644)
        let cycles = Cycles(CityDatabase(city, database))
        let cycle = try await cycles.find(code)
        let phases = try await CycleRuns(city, database).progress(code)
        let time = try await CityDatabase(city, database).time()
        let view = CycleView(cycle, phases, try await cycles.figures(cycle, in: .city), in: time)
        let pictures = CityPictures(
            CityDatabase(city, database),
            in: .city,
            day: cycle.code.last,
            title: title,
            leavesOut: UnreadableRows.say
        )
        let page = view.report(
            title: title ?? "Kota \(city.name.capitalized)",
            asOf: time.day(of: CityClock.now),
            boxes: try await RuleSets(CityDatabase(city, database)).find(cycle.ruleSet).boxes,
            history: try await pictures.history(through: cycle)
        )
        try output.write(page.html(language: ProgramLanguage.current))
    }

    struct TalentReportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "talent",
            abstract:
                "Write talent, ratings, coverage, ages, tenure, fairness and raters as one HTML page that needs no network.",
            discussion: """
                The page covers the city or an agency and names nobody. The counts of a small agency may still tell a colleague
                who is meant: it is for people who may read the agency's results.

                Example:
                  mutasi report talent 2026-Q3 --agency dinkes --output dinkes.html
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @Option(help: "The file to write.", completion: .file(extensions: ["html"])) var output: String
        @Option(help: "The city's name on the page; without it, Kota and the city's name.") var title: String?

        func run() async throws {
            let (city, cycle, reach) = try await scope.load()
            try await ReportCommand.writeTalent(
                cycle.code,
                in: city,
                reach: reach,
                to: output,
                title: title
            )
            Terminal.say(Message.fileWritten(["path": .text(output)]))
        }
    }

    static func writeTalent(
        _ code: CycleCode,
        in city: CityDatabase,
        reach: Reach = .city,
        to path: String,
        title: String? = nil
    ) async throws {
        let output = try OutputFile(path, permissions: 0o644)
        let cycle = try await Cycles(city).find(code)
        let report = try await TalentReportView(
            city,
            cycle,
            in: reach,
            title: title,
            leavesOut: UnreadableRows.say
        )
        .report()
        try output.write(report.html(language: ProgramLanguage.current))
    }
}
