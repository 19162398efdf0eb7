import ArgumentParser
import CSV
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: """
            List, show, load, compare and try dated rule sets: weights, sub-scores, thresholds, matrix, boxes, time limits.
            """,
        subcommands: [List.self, Show.self, Load.self, Diff.self, RulesTryCommand.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all rule sets, and how many cycles use each.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(RulesView.table(try await RuleSets(try options.cityDatabase()).list()))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every rule of a rule set, one row each.",
            discussion: """
                Without a name, it shows the one in force on --on, else today. JSON and CSV: table, key, value.

                Example:
                  mutasi rules show --on 2026-07-01
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The rule set's name.") var code: String?
        @Option(help: "The one in force on this day, YYYY-MM-DD.") var on: CivilDate?

        func validate() throws {
            guard code == nil || on == nil else { throw ValidationError("give a name or --on, not both.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let sets = RuleSets(city)
            let rules: RuleSet
            if let code {
                rules = try await sets.find(code)
            } else {
                rules = try await sets.find(on: try await CityClock.day(on, in: city))
            }
            if output.format == .table {
                Terminal.say(
                    Message.rulesInForce([
                        "rules": .text(rules.code), "day": "\(rules.validFrom)", "basis": .text(rules.basis),
                    ])
                )
            }
            output.print(RulesView.table(rules))
        }
    }

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add rule sets from a directory of CSV files, one for each table.",
            discussion: """
                The files and their columns are those of sql/reference: rule_set.csv, rating_matrix.csv, \
                performance_level.csv, talent_box.csv, scoring_weight.csv, component_part.csv, sub_score.csv, \
                level_score.csv, threshold.csv, setting.csv. A rule set is added whole or not at all: weights that do not \
                add to 100, thresholds with a gap or an overlap, a matrix with a hole are refused, and all listed. An \
                existing rule set stays as it is. In setting.csv, performance_level_basis is score or rating (0 or 1): what \
                gives the level of performance on the talent map. A set without it goes by the score.

                Example:
                  mutasi rules load rules-2027 --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The directory.", completion: .directory) var directory: String
        @Flag(help: "Check everything, and change nothing.") var dryRun = false

        func run() async throws {
            var tables = RuleTables([:])
            for table in RuleTable.allCases {
                let path = "\(directory)/\(table.rawValue).csv"
                guard let bytes = FileManager.default.contents(atPath: path) else {
                    throw Stop(.rulesFileUnreadable, ["path": .text(path)])
                }
                do {
                    tables[table] = try RuleSets.rows(Array(bytes), requiring: table.columns)
                } catch let error where error is CSVError || error is CityError {
                    throw Stop(.rulesFileRefused, ["path": .text(path), "reason": .wording(Wording(error))])
                }
            }
            for (code, isNew) in try await RuleSets(try options.cityDatabase()).load(tables, dryRun: dryRun) {
                let message: Message = !isNew ? .rulesExists : dryRun ? .rulesWouldBeAdded : .rulesAdded
                Terminal.say(message(["rules": "\(code)"]))
            }
            if dryRun { Terminal.say(Message.resultDryRun()) }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the differences between two rule sets. Exit status 2 when they differ.",
            discussion: "JSON and CSV: table, key, before, after."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The older rule set.") var before: String
        @Argument(help: "The newer one.") var after: String

        func run() async throws {
            let sets = RuleSets(try options.cityDatabase())
            let (old, new) = (try await sets.find(before), try await sets.find(after))
            let table = RulesView.differences(new, from: old)
            output.print(table)
            if !table.rows.isEmpty { throw Stop(.found) }
        }
    }
}
