import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "List the units of agencies, and reorganise them from a day on.",
        discussion: """
            A unit (unor) is named by SIASN's id. What lies before the day of a change stays as it was: 'mutasi unit list --on \
            DAY' shows the tree of that day, and lists, exports and raters of earlier days use it. People keep their posts, \
            decrees and time in post.
            """,
        subcommands: [
            List.self, Show.self, Add.self, Rename.self, Move.self, Merge.self, Split.self, Close.self,
        ]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the tree of units: each unit after the one above it, with its posts and seats."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "The tree of this day, YYYY-MM-DD; without it, today's.") var on: CivilDate?

        func run() async throws {
            let city = try options.cityDatabase()
            let units = try await Units(city)
                .list(in: try await scope.reach(in: city), on: try await CityClock.day(on, in: city))
            output.print(UnitView.table(units))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the posts of a unit with their numbers, or its names, parents and decisions."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The unit's id (unorId).") var unit: TypedText
        @Option(help: "The agency's code.") var agency: AgencyCode
        @Option(help: "The posts of this day, YYYY-MM-DD; without it, today's.") var on: CivilDate?
        @Flag(help: "Names, parents and decisions since the unit began, instead of posts.") var history = false

        func validate() throws {
            guard !history || on == nil else { throw ValidationError("give --on or --history, not both.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let agency = try await Agencies(city).find(agency)
            let unit = try unit.read("UNIT")
            guard !history else {
                return output.print(UnitView.table(try await Units(city).history(of: unit, in: agency)))
            }
            let day = try await CityClock.day(on, in: city)
            output.print(UnitView.table(try await Units(city).posts(of: unit, in: agency, on: day)))
        }
    }
}
