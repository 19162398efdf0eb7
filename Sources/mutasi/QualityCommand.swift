import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports

struct QualityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract:
            "Data-quality indicators of BKN that a transfer depends on, with the offenders. Exit status 2 when there are any.",
        discussion: """
            Without --list: how many offend against each. With it: who, and what is wrong. The list holds personal data, and the
            reading is recorded.

            Example:
              mutasi quality --agency dinkes --list --only TIM_5
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "Of one agency only.") var agency: AgencyCode?
    @Option(help: "As of this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?
    @Option(parsing: .upToNextOption, help: "Only these indicators, such as COM_1.") var only: [DataQuality.Indicator] =
        []
    @Flag(help: "List the offenders.") var list = false

    func run() async throws {
        let city = try options.cityDatabase()
        var chosen: Agency?
        if let agency { chosen = try await Agencies(city).find(agency) }
        let found = try await DataQuality(city)
            .offenders(
                agency: chosen,
                on: try await CityClock.day(asOf, in: city),
                only: only.isEmpty ? DataQuality.Indicator.allCases : only
            )
        output.print(list ? DataQualityView.offenders(found) : DataQualityView.counts(found))
        if found.contains(where: { !$0.offenders.isEmpty }) { throw Stop(.found) }
    }
}
