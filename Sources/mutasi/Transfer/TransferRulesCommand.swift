import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

extension TransferCommand {
    struct Rules: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rules",
            abstract: "List the rules of transfers, and take the city's own from a file.",
            subcommands: [List.self, Import.self],
            defaultSubcommand: List.self
        )

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List each rule: what it asks, what it does, the number it compares with, and its source.",
                discussion: """
                    A rule has a row for each effect: not_applied, warn, gate (until a consent is on file) or block, with the \
                    directions and levels for which it is so; empty stands for all. own: what the city says, which goes before \
                    the national rule from its day on.

                    Example:
                      mutasi transfer rules list --format csv
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @OptionGroup var output: FormatOptions

            func run() async throws {
                let city = try options.cityDatabase()
                output.print(
                    TransferRulesView.table(
                        try await Transfers(city).rules(on: try await CityClock.today(in: city))
                    )
                )
            }
        }

        struct Import: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Take rows of the city's rules from a CSV file; all of them or none.",
                discussion: """
                    What the city says of national rules: columns rule, direction, level, effect, parameter, valid_from \
                    (YYYY-MM-DD), source. The city's own conditions: condition, fact, comparison, value, direction, level, \
                    effect, exception (yes or no), valid_from, source. An empty direction or level stands for all.

                    Everything that is wrong is listed, row by row. Rows that are on record already are left alone; a row is \
                    never changed: a later day takes its place.

                    Example:
                      mutasi transfer rules import perwal-12.csv --dry-run
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["csv"])) var file: String
            @Flag(help: "Check everything, say what would be added, and change nothing.") var dryRun = false

            func run() async throws {
                let rows = try TransferRuleFile(path: file == "-" ? "/dev/stdin" : file)
                let city = try options.cityDatabase()
                do {
                    let new = try await Transfers(city)
                        .addRules(rows.rows, to: rows.table, on: try await CityClock.today(in: city), dryRun: dryRun)
                    Terminal.say(
                        Message.transferRulesAdded(["new": .number(new), "rows": .number(rows.rows.count)])
                    )
                } catch let error as RuleSet.Invalid {
                    let problems = error.problems.map { "  \($0.table), \($0.row): \($0.reason)" }
                    throw Stop(.transferRulesRefused, ["problems": .text(problems.joined(separator: "\n"))])
                }
                if dryRun { Terminal.say(Message.resultDryRun()) }
            }
        }
    }
}
