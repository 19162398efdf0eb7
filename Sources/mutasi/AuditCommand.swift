import ArgumentParser
import Characters
import CityDatabase
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who changed or read what, and whether anybody rewrote it.",
        subcommands: [List.self, Show.self, Verify.self, ExportSeals.self, AuditEraseCommand.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Events, the newest first.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Of this agency only.") var agency: AgencyCode?
        @Option(help: "From this day on.") var since: CivilDate?
        @Option(help: "Up to and with this day.") var until: CivilDate?
        @Option(help: "Of this actor only.") var actor: String?
        @Option(help: "Of this table only.") var table: String?
        @Option(help: "insert, update, delete, truncate, read, request or erase.") var operation: String?
        @Option(help: "How many at most.") var limit = 100

        func run() async throws {
            var filter = AuditTrail.Filter()
            (filter.agency, filter.since, filter.until) = (agency, since, until)
            (filter.actor, filter.table, filter.operation) = (actor, table, operation)
            filter.limit = max(0, limit)
            let events = try await AuditTrail(try options.cityDatabase()).list(filter)
            let columns = [
                Table.Column(key: "id", title: "Event", alignment: .trailing), Table.Column(key: "at", title: "At"),
                Table.Column(key: "agency", title: "Agency"), Table.Column(key: "actor", title: "Actor"),
                Table.Column(key: "role", title: "Role"), Table.Column(key: "operation", title: "Operation"),
                Table.Column(key: "table", title: "Table"), Table.Column(key: "key", title: "Row"),
                Table.Column(key: "purpose", title: "Purpose"),
            ]
            let rows: [[Table.Cell]] = events.map {
                [
                    .integer(Int($0.id)), .text($0.at), $0.agency.map { .text($0) } ?? .missing, .text($0.actor),
                    .text($0.role), .text($0.operation), .text($0.table), .text($0.key),
                    $0.purpose.map { .text($0) } ?? .missing,
                ]
            }
            output.print(Table(columns: columns, rows: rows))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One event, with what was changed from what to what.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The event's number.") var event: Int64

        func run() async throws {
            let event = try await AuditTrail(try options.cityDatabase()).find(event)
            let facts: [(String, String?)] = [
                ("event", "\(event.id)"), ("block", "\(event.block)"), ("at", event.at), ("agency", event.agency),
                ("actor", event.actor), ("login", event.login), ("role", event.role), ("request", event.request),
                ("purpose", event.purpose), ("operation", event.operation), ("table", event.table), ("row", event.key),
                ("payload", event.payload ?? "erased"),
            ]
            let columns = [Table.Column(key: "fact", title: "Fact"), Table.Column(key: "value", title: "Value")]
            output.print(
                Table(columns: columns, rows: facts.map { [.text($0.0), $0.1.map { .text($0) } ?? .missing] })
            )
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whether every event is as it was written. Exit status 2 when one is not.",
            discussion: """
                Whoever is above the database can compute all of it anew; that shows only beside seals that were exported
                before, and kept elsewhere:

                  mutasi audit export-seals > seals-2026-11.jsonl
                  mutasi audit verify --against seals-2026-11.jsonl
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Of this agency only; without it, of all and the city.") var agency: AgencyCode?
        @Option(help: "A file of seals that 'mutasi audit export-seals' wrote.") var against: String?

        func run() async throws {
            let trail = AuditTrail(try options.cityDatabase())
            var problems = try await trail.verify(agency)
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
            let columns = [
                Table.Column(key: "kind", title: "Problem"), Table.Column(key: "agency_id", title: "Agency"),
                Table.Column(key: "block", title: "Block"), Table.Column(key: "event", title: "Event"),
                Table.Column(key: "detail", title: "Detail"),
            ]
            let rows: [[Table.Cell]] = problems.map {
                [
                    .text($0.kind), .integer(Int($0.agency)), .integer(Int($0.block)),
                    $0.event.map { .integer(Int($0)) } ?? .missing, .text($0.detail),
                ]
            }
            if output.format != .table || !problems.isEmpty { output.print(Table(columns: columns, rows: rows)) }
            guard !problems.isEmpty else {
                Terminal.say("every event is as it was written")
                return
            }
            Terminal.say(
                problems.count.counted("problem", "problems"),
                hint: "keep the database as it is, and a copy of it, for the inquiry"
            )
            throw Stop(.found)
        }
    }

    struct ExportSeals: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export-seals",
            abstract: "Seal what was written so far, and print every seal, a JSON object a line.",
            discussion: "Keep them where the database's administrators have no hand: see 'mutasi audit verify --help'."
        )

        @OptionGroup var options: DatabaseOptions
        @Option(help: "Of this agency only; without it, of all and the city.") var agency: AgencyCode?

        func run() async throws {
            let (seals, unsealed) = try await AuditTrail(try options.cityDatabase()).exportSeals(agency)
            for seal in seals { Terminal.print(data: seal) }
            guard unsealed.isEmpty else {
                let numbers = unsealed.map { "\($0)" }.joined(separator: ", ")
                Terminal.say(
                    "the last events of \(numbers) are not sealed: a transaction that wrote some of them has not ended",
                    hint: "end that session, and run it again; agency 0 is the city"
                )
                throw Stop(.tryAgain)
            }
        }
    }
}
