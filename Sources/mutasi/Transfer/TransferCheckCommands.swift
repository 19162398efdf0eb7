import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

extension TransferCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check transfers by all rules, each for its planned day, and record what they say.",
            discussion: """
                With numbers these transfers, with --batch those of a batch, else all that have not ended and are not in \
                effect. Each rule that stops a transfer is listed with the facts it used. A fact that is not known stops a \
                transfer where the rule would. The exit status is 2 when something stops a transfer.

                A check counts until the post or the day changes. An exception ('except'), a declared conflict ('conflict'), a \
                document on file ('file') or a later day ('replan') can open the way; then check again.

                Example:
                  mutasi transfer check --batch 2027-01 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "Numbers of transfers.") var numbers: [String] = []
        @Option(help: "The transfers of this batch.") var batch: String?
        @Option(help: "NIP or name of the person who checks.") var by: TypedText

        func validate() throws {
            guard numbers.isEmpty || batch == nil else { throw ValidationError("give numbers or --batch, not both.") }
        }

        func run() async throws {
            let by = try by.read("--by")
            let selection: Transfers.Selection =
                if let batch { .batch(batch) } else if numbers.isEmpty { .open } else { .numbers(numbers) }
            let city = try options.cityDatabase()
            let checked = try await Transfers(city)
                .check(selection, by: by, on: try await CityClock.today(in: city))
            output.print(TransferCheckView.table(checked))
            guard checked.allSatisfy(\.clearance.mayProceed) else { throw Stop(.found) }
        }
    }

    struct Except: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lift one rule for one transfer, by a document in which it was approved.",
            discussion: """
                Only a rule that stops the transfer by its last check, and for which an exception is lawful ('mutasi transfer \
                rules'). It stays on record.

                Example:
                  mutasi transfer except TRF-2026-000123 --rule time_in_post_floor --reason "sole doctor" --by "Sekda" \
                --document 800/77 --dated 2026-12-01
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The transfer's number.") var number: String
        @Option(help: "The code of the rule, or of a condition of the city.") var rule: String
        @Option(help: "Why it is lifted.") var reason: TypedText
        @Option(help: "NIP, name or office of the person who approved it.") var by: TypedText
        @Option(help: "Number of the document.") var document: TypedText
        @Option(help: "Date of the document.") var dated: CivilDate

        func run() async throws {
            let exception = TransferException(
                TransferRule(code: rule).map { .rule($0) } ?? .local(rule),
                reason: try reason.read("--reason"),
                approver: try by.read("--by"),
                document: try document.read("--document")
            )
            guard let exception else { throw ValidationError("an exception has a reason, an approver and a document.") }
            try await Transfers(try options.cityDatabase()).except(number, exception, dated: dated)
            Terminal.say(Message.resultRecorded())
        }
    }

    struct Conflict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Declare a conflict of interest in a transfer, or that a person tested it and found none.",
            discussion: """
                A person with a declared conflict takes no step of the transfer from then on (PP 11/2017 art 190(5)). The rule \
                conflict_of_interest is not known until the transfer was tested: --none says that it was, and that nothing \
                was found.

                decider_related: a person who proposes, considers or decides is a relation. decider_is_candidate: a member of \
                the review team is a candidate. spouses_in_line: spouses would be superior and subordinate. \
                oversight_of_relation: the new post would supervise a relation's business.

                Example:
                  mutasi transfer conflict TRF-2026-000123 --of 196… --kind decider_related
                  mutasi transfer conflict TRF-2026-000123 --of 196… --none
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The transfer's number.") var number: String
        @Option(help: "NIP or name of the person whose conflict it is, or who tested.") var of: TypedText
        @Option(help: "What the conflict is.") var kind: DeclaredConflict.Kind?
        @Flag(help: "The transfer was tested, and nothing stands against it.") var none = false

        func validate() throws {
            guard none == (kind == nil) else { throw ValidationError("give --kind or --none.") }
        }

        func run() async throws {
            let person = try of.read("--of")
            let transfers = Transfers(try options.cityDatabase())
            if let kind {
                try await transfers.declareConflict(number, of: person, kind)
            } else {
                try await transfers.declareNoConflict(number, testedBy: person)
            }
            Terminal.say(Message.resultRecorded())
        }
    }

    struct File: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a document on file for a transfer, for the rules that ask for one.",
            discussion: """
                Kinds that rules know: \(DocumentKind.known.map(\.code).joined(separator: ", ")). A condition of the city may \
                name others. A consent names the post (--post).

                Example:
                  mutasi transfer file TRF-2026-000123 --kind audit_clearance --document 700/12 --dated 2026-11-20 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var side: TransferAgencyOption
        @Argument(help: "The transfer's number.") var number: String
        @Option(help: "What the document is, such as audit_clearance.") var kind: DocumentKind
        @Option(help: "Number of the document.") var document: TypedText
        @Option(help: "Date of the document.") var dated: CivilDate
        @Option(help: "The title of the post that it names.") var post: TypedText?
        @Option(help: "NIP or name of the person who files it.") var by: TypedText

        func run() async throws {
            let filed = TransferDocument(
                kind,
                number: try document.read("--document"),
                day: dated,
                post: try post?.read("--post")
            )
            let by = try by.read("--by")
            try await Transfers(try options.cityDatabase()).file(filed, for: number, by: by, agency: side.agency)
            Terminal.say(Message.resultRecorded())
        }
    }
}
