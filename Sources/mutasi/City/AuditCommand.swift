import ArgumentParser
import CityDatabase
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
            let events = try await AuditTrail(city).list(filter)
            let columns = [
                Table.Column("id", title: "event", alignment: .trailing), Table.Column("at"), Table.Column("agency"),
                Table.Column("actor"), Table.Column("role"), Table.Column("operation"), Table.Column("table"),
                Table.Column("key", title: "row"), Table.Column("purpose"),
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
        static let configuration = CommandConfiguration(abstract: "Show one event, with the values before and after.")

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The event's number.") var event: Int64

        func run() async throws {
            let event = try await AuditTrail(try options.cityDatabase()).find(event)
            let facts: [(String, Table.Cell)] = [
                ("event", "\(event.id)"), ("block", "\(event.block)"), ("at", event.at), ("agency", event.agency),
                ("actor", event.actor), ("login", event.login), ("role", event.role), ("request", event.request),
                ("purpose", event.purpose), ("operation", event.operation), ("table", event.table), ("row", event.key),
            ]
            .map { ($0, .optional($1)) }
            let payload = event.payload.map { .text($0) } ?? Table.Cell.code("erased", Message.auditPayloadErased())
            output.print(
                Table(
                    columns: [Table.Column("fact", codes: .key), Table.Column("value")],
                    rows: (facts + [("payload", payload)]).map { [.text($0), $1] }
                )
            )
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that no event was rewritten. Exit status 2 when one was.",
            discussion: """
                An administrator of the server can compute the whole trail again; only a comparison with seals that were
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
            let columns = [
                Table.Column("kind", title: "problem", codes: .words("audit_problem")),
                Table.Column("agency_id", title: "agency"),
                Table.Column("block"),
                Table.Column("event"), Table.Column("detail"),
            ]
            let rows: [[Table.Cell]] = problems.map {
                [
                    .text($0.kind), .integer(Int($0.agency)), .integer(Int($0.block)),
                    $0.event.map { .integer(Int($0)) } ?? .missing, .sentence($0.detail),
                ]
            }
            if output.format != .table || !problems.isEmpty { output.print(Table(columns: columns, rows: rows)) }
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
