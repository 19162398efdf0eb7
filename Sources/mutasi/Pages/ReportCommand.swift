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
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @Option(help: "The file to write.", completion: .file(extensions: ["html"])) var output: String
        @Option(help: "The city's name on the page; without it, Kota and the city's name.") var title: String?
        @OptionGroup var made: ImprintOptions

        func run() async throws {
            let city = try options.cityDatabase()
            let hasResults = try await ReportCommand.write(
                code,
                in: city,
                try options.cycleRuns(),
                to: output,
                title: title,
                imprint: try await made.imprint(in: city)
            )
            try ReportCommand.tell(output, code, hasResults)
        }
    }

    /// - Throws: `Stop` when the page has no results, which the caller may have expected.
    private static func tell(_ path: String, _ code: CycleCode, _ hasResults: Bool) throws {
        Terminal.say(Message.fileWritten(["path": .text(path)]))
        guard !hasResults else { return }
        Terminal.say(Message.reportEmpty(["cycle": .text(code.description)]))
        throw Stop(.found)
    }

    /// - Returns: whether anybody is in the cycle, which nobody is before it opens.
    static func write(
        _ code: CycleCode,
        in city: CityDatabase,
        _ runs: CycleRuns,
        to path: String,
        title: String? = nil,
        imprint: Imprint
    ) async throws -> Bool {
        let output = try OutputFile(path, permissions: 0o644)
        let cycles = Cycles(city)
        let cycle = try await cycles.find(code)
        let phases = try await runs.progress(code)
        let time = try await city.time()
        let view = CycleView(cycle, phases, try await cycles.figures(cycle, in: .city), in: time)
        let pictures = CityPictures(
            city,
            in: .city,
            day: time.day(of: CityClock.now),
            title: title,
            imprint: imprint,
            leavesOut: UnreadableRows.say
        )
        let page = view.report(
            title: pictures.frame.scope,
            asOf: try await pictures.frame(of: cycle).asOf,
            boxes: try await RuleSets(city).find(cycle.ruleSet).boxes,
            history: try await pictures.history(through: cycle),
            imprint: imprint
        )
        try output.write(page.html(language: ProgramLanguage.current))
        return page.city.people > 0
    }

    struct TalentReportCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "talent",
            abstract:
                "Write talent, ratings, coverage, ages, tenure, fairness and raters as one HTML page that needs no network.",
            discussion: """
                The page covers the city or an agency and names nobody. The counts of a small agency may still tell a colleague \
                who is meant: it is for people who may read the agency's results.

                Example:
                  mutasi report talent 2026-Q3 --agency dinkes --output dinkes.html
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @Option(help: "The file to write.", completion: .file(extensions: ["html"])) var output: String
        @Option(help: "The city's name on the page; without it, Kota and the city's name.") var title: String?

        @OptionGroup var made: ImprintOptions

        func run() async throws {
            let (city, cycle, reach) = try await scope.load()
            let hasResults = try await ReportCommand.writeTalent(
                cycle.code,
                in: city,
                reach: reach,
                to: output,
                title: title,
                imprint: try await made.imprint(in: city)
            )
            try ReportCommand.tell(output, cycle.code, hasResults)
        }
    }

    /// - Returns: whether anybody is placed in the cycle.
    static func writeTalent(
        _ code: CycleCode,
        in city: CityDatabase,
        reach: Reach = .city,
        to path: String,
        title: String? = nil,
        imprint: Imprint
    ) async throws -> Bool {
        let output = try OutputFile(path, permissions: 0o644)
        let cycle = try await Cycles(city).find(code)
        let report = try await TalentReportView(
            city,
            cycle,
            in: reach,
            title: title,
            today: try await CityClock.today(in: city),
            imprint: imprint,
            leavesOut: UnreadableRows.say
        )
        .report()
        try output.write(report.html(language: ProgramLanguage.current))
        return report.nineBox.placed > 0
    }
}
