import ArgumentParser
import CSV
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency",
        abstract: "Add, list, rename, suspend, close, merge and split the city's agencies.",
        subcommands: [
            Add.self, List.self, Show.self, Rename.self, Suspend.self, Resume.self, Close.self,
            Merge.self, Split.self,
        ]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add one agency, or all agencies of a file, as a whole or not at all.",
            discussion: """
                Adding an agency that exists changes nothing.

                Examples:
                  mutasi agency add dinkes --name "Dinas Kesehatan" --short-name Dinkes --kind dinas
                  mutasi agency add --from agencies.csv --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The agency's code: lower-case letters, digits and -.") var code: AgencyCode?
        @Option(help: "Its full name.") var name: TypedText?
        @Option(help: "Its short name; without it, the full name.") var shortName: TypedText?
        @Option(help: "One of: secretariat, inspectorate, dinas, badan, satuan, hospital, district.") var kind: String?
        @Option(help: "A CSV file with the columns code, name, short_name, kind.") var from: String?
        @Flag(help: "Print what would change, and change nothing.") var dryRun = false

        func validate() throws {
            if from != nil {
                guard code == nil, name == nil, kind == nil else {
                    throw ValidationError("Give either a code with its options, or --from FILE.")
                }
            } else {
                guard code != nil, name != nil, let kind else {
                    throw ValidationError("Give a code with --name and --kind, or --from FILE.")
                }
                guard AgencyDefinition.kinds.contains(kind) else {
                    throw ValidationError("--kind is one of: \(AgencyDefinition.kinds.joined(separator: ", ")).")
                }
            }
        }

        func run() async throws {
            var definitions: [AgencyDefinition] = []
            if let from {
                definitions = try AgencyFile.read(from)
            } else if let code, let name = try name?.read("--name"), let kind {
                let shortName = try shortName?.read("--short-name")
                definitions = [AgencyDefinition(code: code, name: name, shortName: shortName ?? name, kind: kind)]
            }
            let outcomes = try await Agencies(try options.cityDatabase()).add(definitions, dryRun: dryRun)
            output.print(AgencyView.outcomes(outcomes, isDryRun: dryRun))
            let added = outcomes.count { $0.1 == .added }
            let message: Message = dryRun ? .agencyWouldBeAdded : .agencyAdded
            Terminal.say(message(["added": .number(added), "unchanged": .number(outcomes.count - added)]))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all agencies.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Under the names of this day; without it, today's.") var asOf: CivilDate?

        func run() async throws {
            let agencies = try await Agencies(try options.cityDatabase()).list(on: asOf)
            output.print(AgencyView.table(agencies))
            if agencies.isEmpty, let asOf { Terminal.say(Message.agencyNoneOn(["day": "\(asOf)"])) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one agency.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Option(help: "Under the name of this day; without it, today's.") var asOf: CivilDate?

        func run() async throws {
            let agency = try await Agencies(try options.cityDatabase()).find(code, on: asOf)
            output.print(AgencyView.table([agency]))
        }
    }
}
