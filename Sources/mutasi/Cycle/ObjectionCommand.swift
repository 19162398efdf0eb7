import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Reports
import Texts

struct ObjectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "objection",
        abstract: "File and decide objections to a result, within 14 days of its receipt (PP 30/2019 art 59).",
        subcommands: [File.self, Decide.self, List.self]
    )

    struct File: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "File an objection of a person.",
            discussion: """
                The time runs from the recorded receipt, on the calendar of the cycle's rules; a late one is refused with the \
                date.

                Example:
                  mutasi objection file 2026-Q3 197… --agency dinkes --on 2026-10-25 --grounds "two targets were met in May"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @Option(help: "The day on which it was filed; without it, today.") var on: CivilDate?
        @Option(help: "Its grounds.") var grounds: TypedText
        @Flag(help: "Somebody else filed it for the person.") var forThePerson = false

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            _ = try await appraisals.object(
                nip,
                on: try await CityClock.day(on, in: appraisals.city),
                isForThePerson: forThePerson,
                grounds: try grounds.read("--grounds")
            )
            Terminal.say(Message.objectionFiled())
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide an objection. The decision is final.",
            discussion: """
                The rater's superior decides, who is neither a rater nor a calibrator of the case. --result and --behaviour \
                grant it: the rating becomes a new version, and the person is placed again. --reject rejects it.

                Example:
                  mutasi objection decide 2026-Q3 197… --agency dinkes --by 196… --result 1 --behaviour 2 --reason "targets met"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @Option(help: "Work result: 1 above, 2 as, 3 below expectation.") var result: Expectation?
        @Option(help: "Work behaviour: 1 above, 2 as, 3 below expectation.") var behaviour: Expectation?
        @Flag(help: "Reject it.") var reject = false
        @Option(help: "NIP of the person who decides.") var by: TypedNIP
        @Option(help: "The reason.") var reason: TypedText
        @Option(help: "The day of the decision; without it, today.") var on: CivilDate?

        func validate() throws {
            guard reject == (result == nil), reject == (behaviour == nil) else {
                throw ValidationError("give --result and --behaviour, or --reject.")
            }
        }

        func run() async throws {
            var rating: Expectations?
            if let result, let behaviour { rating = Expectations(workResult: result, workBehaviour: behaviour) }
            let (nip, appraisals) = try await person.load()
            let version =
                try await appraisals
                .decideObjection(
                    of: nip,
                    on: try await CityClock.day(on, in: appraisals.city),
                    by: try by.read(),
                    rating: rating,
                    reason: try reason.read("--reason")
                )
            Terminal.say(
                version.map { Message.objectionGranted(["version": .number($0)]) } ?? Message.objectionRejected()
            )
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List an agency's objections, the pending ones first.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().objections()))
        }
    }
}
