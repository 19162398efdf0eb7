import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Personnel
import Programs
import Reports
import Texts

/// One agency's appraisals in one cycle.
struct AppraisalOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var cycle: CycleCode
    @Option(help: "The agency's code.") var agency: AgencyCode

    func appraisals() async throws -> Appraisals {
        let city = try options.cityDatabase()
        return Appraisals(city, try await Agencies(city).find(agency), try await Cycles(city).find(cycle))
    }
}

/// One person's.
struct PersonalAppraisalOptions: ParsableArguments {
    @OptionGroup var chosen: AppraisalOptions
    @Argument(help: "The person's NIP.") var nip: TypedNIP

    /// The NIP is read first: a wrong one needs no database.
    func load() async throws -> (nip: NIP, appraisals: Appraisals) {
        let nip = try nip.read()
        return (nip, try await chosen.appraisals())
    }
}

struct AppraisalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appraisal",
        abstract: "Rate, correct, receive and show one person's appraisal.",
        subcommands: [Show.self, Rate.self, Correct.self, Receive.self, Revisions.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show everything about one person's appraisal in a cycle.",
            discussion: """
                Post and rater as they were when the cycle opened, segments of a person who changed posts, every rating, every \
                version of the result with the decider and the reason, receipt and objection; for a year its quarters. The \
                reading is recorded. JSON is one object; CSV the versions.
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let view = AppraisalView(try await appraisals.record(nip), appraisals.cycle.code)
            switch output.format {
            case .json: Terminal.print(view.document(in: ProgramLanguage.current).rendered(indent: 2))
            case .csv: output.print(view.versionTable)
            case .table: Terminal.print(view.text(ProgramLanguage.current, width: Terminal.width))
            }
        }
    }

    struct Rate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record a rater's rating; the newest one before the close counts.",
            discussion: """
                The rater may serve in another agency now: a person who changed posts in the period has a segment for each \
                post, rated by the superior there; 'appraisal show' numbers them.

                Example:
                  mutasi appraisal rate 2026-Q4 197…  --agency dinkes --result 1 --behaviour 2 --rater 196…
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var said: ExpectationOptions
        @Option(help: "The rater's NIP.") var rater: TypedNIP?
        @Option(help: "The segment that is rated; without it, the rater's own, or the whole period.") var segment: Int?

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let expected = try await appraisals.rate(nip, said.expectations, rater: try rater?.read(), segment: segment)
            Terminal.say(Message.appraisalRecorded(["cycle": "\(appraisals.cycle.code)"]))
            if let expected {
                // A person needs the number; a log must not have it.
                let number = isatty(STDERR_FILENO) == 1 ? expected.text : expected.masked
                Terminal.say(Message.appraisalOtherRater(["rater": .text(number)]))
            }
        }
    }

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct a closed rating: adds a new version, and the old one stays readable.",
            discussion: """
                Possible until the results are final; then only an objection changes one. Score and box follow at once, if \
                the cycle has reached these phases. While an objection is pending, a correction does not make the rating worse.

                Example:
                  mutasi appraisal correct 2026-Q3 197… --agency dinkes --result 2 --behaviour 2 --by 196… --reason "typing error"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var said: ExpectationOptions
        @Option(help: "The reason; stored with the version.") var reason: TypedText
        @Option(help: "NIP of the person who decided it.") var by: TypedNIP

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let version = try await appraisals.correct(
                nip,
                said.expectations,
                by: try by.read(),
                reason: try reason.read("--reason")
            )
            Terminal.say(Message.appraisalVersion(["version": .number(version)]))
        }
    }

    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that the person received the result; the time for an objection starts on that day.",
            discussion: """
                --correct replaces a mistyped day until an objection is filed; it never ends a time that is still running. \
                The audit trail keeps both days and the reason.

                Example:
                  mutasi appraisal receive 2026-Q3 197… --agency dinkes --on 2026-10-20
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @Option(help: "The day, YYYY-MM-DD; without it, today.") var on: CivilDate?
        @Flag(help: "Replace the recorded day, which was mistyped; needs --on and --reason.") var correct = false
        @Option(help: "The reason for the correction.") var reason: TypedText?

        func validate() throws {
            guard correct ? on != nil && reason != nil : reason == nil else {
                throw ValidationError("--correct needs --on and --reason, and --reason needs --correct.")
            }
        }

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let day = try await CityClock.day(on, in: appraisals.city)
            let last =
                if let reason = try reason?.read("--reason") {
                    try await appraisals.correctReceipt(nip, to: day, reason: reason)
                } else {
                    try await appraisals.recordReceipt(nip, on: day)
                }
            Terminal.say(Message.appraisalReceived(["day": "\(last)"]))
        }
    }

    struct Revisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List all versions that were decided in an agency: before, after, by whom, why.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Only of this kind: correction, calibration, objection or recomputation.")
        var kind: AppraisalVersion.Kind?

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().revisions(kind)))
        }
    }
}
