import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

struct TitleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "title",
        abstract: "Keep what titles of posts ask of their holders: education, field, training, family, retirement age.",
        discussion: """
            Rows for common titles come with the program. What the city imports goes before them, and no upgrade changes \
            it. 'mutasi talent successors', retirements and 'mutasi quality' use them; what is not known is said to be unknown.
            """,
        subcommands: [List.self, Import.self, Remove.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the titles about which something is known.",
            discussion: """
                own: the city's, not the program's. An empty cell is not known, - asks for nothing.

                Example:
                  mutasi title list --format csv
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(JobTitleView.table(try await JobTitles(try options.cityDatabase()).list()))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take titles from a CSV file; the file is taken as a whole or not at all.",
            discussion: """
                Columns title, family, level, retirement_age, education (SIASN's id or S-1, D-III, …), fields and trainings \
                (separated by |), places (true: a place's name follows the title), source, as 'mutasi title list --format csv' \
                prints them. A title that says what was known before is left alone; another one becomes the city's own. A title \
                without its tier stands for all tiers of it.

                Example:
                  mutasi title import titles.csv --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String
        @Flag(help: "Check everything, say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let titles = try JobTitleFile.read(file == "-" ? "/dev/stdin" : file)
            let changed = try await JobTitles(try options.cityDatabase()).set(titles, dryRun: dryRun)
            Terminal.say(
                Message.titleImported(["changed": .number(changed), "count": .number(titles.count)])
            )
            if dryRun { Terminal.say(Message.resultDryRun()) }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take back the city's own row of a title; the program's holds again, if there is one."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The title.") var title: TypedText

        func run() async throws {
            let title = try title.read("title")
            guard try await JobTitles(try options.cityDatabase()).remove(title) else {
                throw CityError(.titleUnknown, ["title": .text(title)])
            }
            Terminal.say(Message.resultChanged())
        }
    }
}
