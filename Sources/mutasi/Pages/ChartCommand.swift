import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct ChartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract:
            "Draw pictures of the city or an agency: on the terminal, as SVG, as a page, or their numbers as CSV.",
        discussion: """
            nine-box: the talent map. distribution: ratings beside the pattern for the agency's own rating. coverage: how many \
            were rated and placed, cycle by cycle. ages: age groups by sex, and retirements of the next ten years. tenure: years \
            in the present post. They name no person.

            Example:
              mutasi chart nine-box --cycle 2026-Q3 --agency dinkes --format svg --output dinkes.svg
            """
    )

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case nineBox = "nine-box"
        case distribution, coverage, ages, tenure
    }

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case terminal, svg, html, csv, json
    }

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "nine-box, distribution, coverage, ages or tenure.") var kind: Kind
    @Option(help: "The cycle, for nine-box and distribution; without it, the newest rating by --as-of.") var cycle:
        CycleCode?
    @OptionGroup var scope: AgencyOption
    @OptionGroup var made: ImprintOptions
    @Option(help: "As of this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?
    @Option(
        name: [.customLong("format"), .customLong("as")],
        help: ArgumentHelp("terminal, svg, html, csv or json.", valueName: "format")
    )
    var form: Form = .terminal
    @Option(help: "Write to this file; without it, to standard output.") var output: String?

    func validate() throws {
        guard cycle == nil || asOf == nil else { throw ValidationError("give a cycle or --as-of, not both.") }
        guard cycle == nil || kind == .nineBox || kind == .distribution else {
            throw ValidationError("--cycle goes with nine-box and distribution.")
        }
    }

    func run() async throws {
        let city = try options.cityDatabase()
        let reach = try await scope.reach(in: city)
        let file = try output.map { try OutputFile($0, permissions: 0o644) }
        let pictures = CityPictures(
            city,
            in: reach,
            day: try await CityClock.day(asOf, in: city),
            imprint: try await made.imprint(in: city),
            leavesOut: UnreadableRows.say
        )
        let picture: any Picture =
            switch kind {
            case .nineBox: try await pictures.nineBox(cycle)
            case .distribution: try await pictures.distribution(cycle)
            case .coverage: try await pictures.coverage()
            case .ages: try await pictures.ages()
            case .tenure: try await pictures.tenure()
            }
        let language = ProgramLanguage.current
        let text =
            switch form {
            case .terminal:
                picture.terminal(language, width: Terminal.width ?? 80, colour: Terminal.showsColour && file == nil)
            case .svg: picture.svg(language)
            case .html: picture.html(language)
            case .csv: picture.table.rendered(as: .csv, width: nil)
            case .json: picture.table.rendered(as: .json, width: nil)
            }
        guard let file else {
            return form == .terminal ? Terminal.print(painted: text) : Terminal.print(data: text)
        }
        try file.write(text + "\n")
        Terminal.say(Message.fileWritten(["path": .text(output ?? "")]))
    }
}
