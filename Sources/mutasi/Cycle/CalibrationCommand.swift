import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Reports

struct CalibrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "Calibration of an agency's ratings, between close and release.",
        discussion: """
            'cycle distribution' and 'cycle severity' show where to look. Each change is a version with before, after, who and
            why; locking ends it, and so does the release.
            """,
        subcommands: [Set.self, List.self, Lock.self]
    )

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Leave a person's rating otherwise than the rater gave it.",
            discussion: """
                Example:
                  mutasi calibration set 2026-Q3 197… --agency dinkes --result 2 --behaviour 2 --by 196… --reason "as the team's"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var said: ExpectationOptions
        @Option(help: "Who decided it, by NIP; may not decide on an objection later.") var by: TypedNIP
        @Option(help: "Why; kept with the version.") var reason: TypedText

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let version = try await appraisals.calibrate(
                nip,
                said.expectations,
                by: try by.read(),
                reason: try reason.read("--reason")
            )
            Terminal.say("version \(version) counts from now on")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "What calibration changed in an agency.")

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().revisions(.calibration)))
        }
    }

    struct Lock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End calibration in an agency, for good.")

        @OptionGroup var chosen: AppraisalOptions
        @Option(help: "Who ends it, by NIP.") var by: TypedNIP?

        func run() async throws {
            let isNew = try await chosen.appraisals().lockCalibration(by: try by?.read())
            Terminal.say(isNew ? "calibration is locked" : "calibration was locked already; nothing was changed")
        }
    }
}
