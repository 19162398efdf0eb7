import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show who changed or read what, and check that nobody rewrote it.",
        subcommands: [List.self, Show.self, Verify.self, ExportSeals.self, AuditEraseCommand.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List events, the newest first.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "Only from this day on.") var since: CivilDate?
        @Option(help: "Only up to this day, which is included.") var until: CivilDate?
        @Option(help: "Only events of this actor.") var actor: String?
        @Option(help: "Only events of this table.") var table: String?
        @Option(help: "Only this operation: insert, update, delete, truncate, read, request or erase.") var operation:
            String?
        @Option(help: "How many at most.") var limit = 100

        func run() async throws {
            let city = try options.cityDatabase()
            var filter = AuditTrail.Filter()
            filter.reach = try await scope.reach(in: city)
            (filter.since, filter.until) = (since, until)
            (filter.actor, filter.table, filter.operation) = (actor, table, operation)
            filter.limit = max(0, limit)
            output.print(AuditView.table(try await AuditTrail(city).list(filter)))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one event, with the values before and after.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The event's number.") var event: Int64

        func run() async throws {
            output.print(AuditView.facts(try await AuditTrail(try options.cityDatabase()).find(event)))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that no event was rewritten. Exit status 2 when one was.",
            discussion: """
                An administrator of the server can compute the whole trail again; only a comparison with seals that were \
                exported before, and stored elsewhere, shows it:

                  mutasi audit export-seals > seals-2026-11.jsonl
                  mutasi audit verify --against seals-2026-11.jsonl
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "A file of seals that 'mutasi audit export-seals' wrote.") var against: String?

        func run() async throws {
            let city = try options.cityDatabase()
            let trail = AuditTrail(city)
            var problems = try await trail.verify(in: try await scope.reach(in: city))
            if let against {
                let text: String
                do {
                    text = try String(contentsOfFile: against, encoding: .utf8)
                } catch {
                    throw Stop(
                        .sealFileUnreadable,
                        ["path": .text(against), "reason": .text(error.localizedDescription)]
                    )
                }
                let seals = text.split(separator: "\n").map(String.init)
                guard !seals.isEmpty else { throw Stop(.sealFileEmpty, ["path": .text(against)]) }
                problems += try await trail.verify(against: seals)
            }
            if output.format != .table {
                output.print(AuditView.table(problems))
            } else if !problems.isEmpty {
                output.print(AuditView.table(problems, agencies: try await Agencies(city).list()))
            }
            guard !problems.isEmpty else {
                Terminal.say(Message.auditIntact())
                return
            }
            Terminal.say(
                Message.auditProblems(["count": .number(problems.count)]),
                hint: Message.auditProblemsHint()
            )
            throw Stop(.found)
        }
    }

    struct ExportSeals: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export-seals",
            abstract: "Seal all events so far, and print every seal, one JSON object a line.",
            discussion: "Store them where the database's administrators cannot write: see 'mutasi audit verify --help'."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var scope: AgencyOption

        func run() async throws {
            let city = try options.cityDatabase()
            let (seals, unsealed) = try await AuditTrail(city).exportSeals(in: try await scope.reach(in: city))
            for seal in seals { Terminal.print(data: seal) }
            guard unsealed.isEmpty else {
                let numbers = unsealed.map { "\($0)" }.joined(separator: ", ")
                Terminal.say(Message.auditUnsealed(["agencies": .text(numbers)]), hint: Message.auditUnsealedHint())
                throw Stop(.tryAgain)
            }
        }
    }
}
