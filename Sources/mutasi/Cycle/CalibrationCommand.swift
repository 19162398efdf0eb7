import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Reports
import Texts

struct CalibrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "Calibrate an agency's ratings, between close and release.",
        discussion: """
            'cycle distribution' and 'cycle severity' show where to look. Each change is a version with before, after, decider \
            and reason; locking ends calibration, and so does the release.
            """,
        subcommands: [Set.self, List.self, Lock.self]
    )

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a person's rating in calibration.",
            discussion: """
                Example:
                  mutasi calibration set 2026-Q3 197… --agency dinkes --result 2 --behaviour 2 --by 196… --reason "as the team's"
                """
        )

        @OptionGroup var person: PersonalAppraisalOptions
        @OptionGroup var said: ExpectationOptions
        @Option(help: "NIP of the person who decided it, not the person's rater; may not decide on an objection later.")
        var by: TypedNIP
        @Option(help: "The reason; stored with the version.") var reason: TypedText

        func run() async throws {
            let (nip, appraisals) = try await person.load()
            let version = try await appraisals.calibrate(
                nip,
                said.expectations,
                by: try by.read(),
                reason: try reason.read("--reason")
            )
            Terminal.say(Message.appraisalVersion(["version": .number(version)]))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the changes of calibration in an agency.")

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().revisions(.calibration)))
        }
    }

    struct Lock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End calibration in an agency permanently.")

        @OptionGroup var chosen: AppraisalOptions
        @Option(help: "NIP of the person who ends it.") var by: TypedNIP

        func run() async throws {
            let isNew = try await chosen.appraisals().lockCalibration(by: try by.read())
            Terminal.say(isNew ? Message.calibrationLocked() : Message.calibrationLockedAlready())
        }
    }
}
