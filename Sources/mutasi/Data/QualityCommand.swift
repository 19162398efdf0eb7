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
            "Check BKN's data-quality indicators that a transfer depends on. Exit status 2 when there is an offender.",
        discussion: """
            Without --list it counts the offenders of each; with it, it lists them and says what is wrong. The list holds \
            personal data, and the reading is recorded.

            Example:
              mutasi quality --agency dinkes --list --only TIM_5
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var scope: AgencyOption
    @Option(help: "As of this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?
    @Option(parsing: .upToNextOption, help: "Only these indicators, such as COM_1.") var only: [DataQuality.Indicator] =
        []
    @Flag(help: "List the offenders.") var list = false

    func run() async throws {
        let city = try options.cityDatabase()
        let found = try await DataQuality(city)
            .offenders(
                in: try await scope.reach(in: city),
                on: try await CityClock.day(asOf, in: city),
                only: only.isEmpty ? DataQuality.Indicator.allCases : only
            )
        output.print(list ? DataQualityView.offenders(found) : DataQualityView.counts(found))
        if found.contains(where: { !$0.offenders.isEmpty }) { throw Stop(.found) }
    }
}
