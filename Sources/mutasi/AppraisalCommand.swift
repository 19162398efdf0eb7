import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Personnel
import Programs
import Reports

/// One agency's appraisals in one cycle.
struct AppraisalOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The cycle's code.") var cycle: CycleCode
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
        abstract: "One person's appraisal: rate, correct, receive, and all that happened.",
        subcommands: [Show.self, Rate.self, Correct.self, Receive.self, Revisions.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Everything about one person's appraisal in a cycle.",
            discussion: """
                Post and rater as they were when the cycle opened, segments of whoever changed posts, every rating, every
                version of the result with who decided it and why, receipt and objection; of a year its quarters. The
                reading is recorded. JSON is one object; CSV the versions.
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let view = AppraisalView(try await appraisals.record(nip), appraisals.cycle.code)
            switch output.format {
            case .json: Terminal.print(view.document.rendered(indent: 2))
            case .csv: output.print(view.versionTable)
            case .table: Terminal.print(view.text(width: Terminal.width))
            }
        }
    }

    struct Rate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record what a rater says; the newest before the close counts.",
            discussion: """
                The rater may serve in another agency by now: who changed posts in the period has a segment for each, rated
                by the superior there; 'appraisal show' numbers them.

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
            Terminal.say("recorded in cycle \(appraisals.cycle.code)")
            if let expected {
                Terminal.say(
                    "warning: the cycle expects another rater, \(expected.masked); the rating counts all the same"
                )
            }
        }
    }

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct a closed rating: a new version, the old one stays readable.",
            discussion: """
                Until the results are final; then only an objection changes one. Score and place follow at once, where the
                cycle has come so far.

                Example:
                  mutasi appraisal correct 2026-Q3 197… --agency dinkes --result 2 --behaviour 2 --reason "typing error"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var said: ExpectationOptions
        @Option(help: "Why; kept with the version.") var reason: TypedText
        @Option(help: "Who decided it, by NIP.") var by: TypedNIP?

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let version = try await appraisals.correct(
                nip,
                said.expectations,
                by: try by?.read(),
                reason: try reason.read("--reason")
            )
            Terminal.say("version \(version) counts from now on")
        }
    }

    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that the person received the result: the time for an objection runs from that day.",
            discussion: """
                A day that was mistyped is put right by --correct, until an objection is filed; a time that still runs is not
                ended by it. The audit trail keeps both days and the reason.

                Example:
                  mutasi appraisal receive 2026-Q3 197… --agency dinkes --on 2026-10-20
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @Option(help: "The day, YYYY-MM-DD; without it, today.") var on: CivilDate?
        @Flag(help: "In place of the recorded day, which was mistyped; with --on and --reason.") var correct = false
        @Option(help: "Why it is corrected.") var reason: TypedText?

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
            Terminal.say("recorded; an objection may be filed until \(last)")
        }
    }

    struct Revisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "All versions that were decided in an agency: before, after, who, why.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "correction, calibration, objection or recomputation only.") var kind: AppraisalVersion.Kind?

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().revisions(kind)))
        }
    }
}
