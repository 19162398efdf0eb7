import ArgumentParser
import CityDatabase
import CityViews
import Programs
import Texts

struct AuditEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase the values of an event: one person asks, another approves.",
        discussion: """
            The event itself stays, and the trail stays valid. The database compares the actors (MUTASI_ACTOR, else the \
            system's user) and, where more than one login may do this, the logins. The client names the actor: give each \
            person a login, so that nobody can pretend to be another.
            """,
        subcommands: [Ask.self, Approve.self, List.self]
    )

    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "request",
            abstract: "Ask for the erasure of an event's payload. Prints the request's number."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The event's number.") var event: Int64
        @Option(help: "The reason. It stays in the audit trail: name no person.") var reason: TypedText

        func run() async throws {
            let request = try await PayloadErasures(try options.cityDatabase())
                .request(event, reason: reason.read("--reason"))
            Terminal.print("\(request)")
            Terminal.say(Message.auditEraseRequested(["request": "\(request)"]))
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve another person's request. The payload is erased at once and permanently."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The request's number.") var request: Int64

        func run() async throws {
            try await PayloadErasures(try options.cityDatabase()).approve(request)
            Terminal.say(Message.auditErased())
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List requests, the newest first, and who approved them."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AuditView.table(try await PayloadErasures(try options.cityDatabase()).list()))
        }
    }
}
