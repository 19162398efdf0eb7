import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Reports
import Texts

extension TransferCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List transfers. The list holds personal data, and the reading is recorded.",
            discussion: """
                Without --ended, those that have not ended. With --agency, those that this agency may see.

                Example:
                  mutasi transfer list --batch 2027-01 --state verified
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "Only those in this state, such as verified.") var state: TransferState?
        @Option(help: "Only those of this batch.") var batch: String?
        @Flag(help: "Also those that have ended.") var ended = false

        func run() async throws {
            let city = try options.cityDatabase()
            let filter = Transfers.Filter(state: state, batch: batch, withEnded: ended)
            output.print(
                TransferListView.table(try await Transfers(city).list(in: try await scope.reach(in: city), filter))
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one transfer: its facts, what each rule says of it, its steps, and what can follow.",
            discussion: """
                As a table all three lists are shown. JSON and CSV hold the facts, or with --verdicts or --steps the other \
                lists. What a rule says is that of the last check. The reading is recorded.

                Example:
                  mutasi transfer show TRF-2026-000123
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The transfer's number.") var number: String
        @Flag(help: "Only what each rule says, with the facts it used.") var verdicts = false
        @Flag(help: "Only the steps that were taken.") var steps = false

        func validate() throws {
            guard !verdicts || !steps else { throw ValidationError("give --verdicts or --steps, not both.") }
        }

        func run() async throws {
            let record = try await Transfers(try options.cityDatabase()).show(number)
            if verdicts {
                output.print(TransferView.verdicts(record))
            } else if steps {
                output.print(TransferView.steps(record))
            } else {
                output.print(TransferView.facts(record))
                guard output.format == .table else { return }
                for table in [TransferView.verdicts(record), TransferView.steps(record)] where !table.rows.isEmpty {
                    Terminal.print("")
                    output.print(table)
                }
            }
            if record.isCheckOutdated {
                Terminal.say(Message.terminalWarning(["text": .wording(Message.transferCheckOutdated())]))
            }
        }
    }

    struct Requests: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List requests of agencies for a person or a post of another agency.",
            discussion: """
                Without --answered, those that wait for an answer of BKPSDM. The reading is recorded.

                Example:
                  mutasi transfer requests --agency dinkes --answered
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Flag(help: "Also those that are answered.") var answered = false

        func run() async throws {
            let city = try options.cityDatabase()
            let reach = try await scope.reach(in: city)
            output.print(
                TransferListView.table(try await Transfers(city).requests(in: reach, answered: answered))
            )
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept an agency's request: it becomes a draft of that agency. Prints its number.",
            discussion: """
                The agency that asked then submits it.

                Example:
                  mutasi transfer accept REQ-000012 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The request's number, such as REQ-000012.") var request: TransferRequestNumber
        @Option(help: "NIP or name of the person who accepts it.") var by: TypedText

        func run() async throws {
            let by = try by.read("--by")
            let number = try await Transfers(try options.cityDatabase()).accept(request: request.id, by: by)
            Terminal.print(number)
            Terminal.say(Message.transferDrafted(["number": .text(number)]))
        }
    }

    struct Decline: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decline an agency's request, with a reason that the agency sees.",
            discussion: """
                Example:
                  mutasi transfer decline REQ-000012 --reason "the post is filled" --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The request's number, such as REQ-000012.") var request: TransferRequestNumber
        @Option(help: "The reason.") var reason: TypedText
        @Option(help: "NIP or name of the person who declines it.") var by: TypedText

        func run() async throws {
            let (reason, by) = (try reason.read("--reason"), try by.read("--by"))
            try await Transfers(try options.cityDatabase()).decline(request: request.id, by: by, because: reason)
            Terminal.say(Message.resultRecorded())
        }
    }
}

/// The number of a request as typed: REQ-000012, or 12.
struct TransferRequestNumber: ExpressibleByArgument {
    let id: Int64

    init?(argument: String) {
        let digits = argument.uppercased().hasPrefix("REQ-") ? argument.dropFirst(4) : argument[...]
        guard let id = Int64(digits), id > 0 else { return nil }
        self.id = id
    }
}
