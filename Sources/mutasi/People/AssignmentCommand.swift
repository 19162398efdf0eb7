import ArgumentParser
import CityDatabase
import Personnel
import Programs

struct AssignmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assignment",
        abstract: "Put a person's assignments right.",
        subcommands: [Correct.self]
    )

    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put an assignment right: its days, kind, post or decree. The former values stay readable.",
            discussion: """
                Without --recorded-since the present definitive assignment is meant. Where the assignment before it ended on \
                the day on which it begins, that day moves along. What was computed from a former value is named; 'cycle \
                recompute --nip' computes it again.

                Example:
                  mutasi assignment correct 198… --agency dinkes --since 2024-01-02 --reason "typing error" --by 196…
                """
        )

        @Argument(help: "The person's NIP.") var nip: TypedNIP
        @Option(help: "The assignment that begins on this day, as it is recorded.") var recordedSince: CivilDate?
        @Option(help: "The assignment's kind, as it is recorded.") var recordedKind: AssignmentKind?
        @Option(help: "The first day (TMT).") var since: CivilDate?
        @Option(help: "The last day.") var lastDay: CivilDate?
        @Flag(help: "The assignment has no last day.") var open = false
        @Option(help: "How the post is held.") var kind: AssignmentKind?
        @Option(help: "The number of the post, as in 'talent critical'.") var post: Int64?
        @Option(help: "Number of the decree.") var decree: TypedText?
        @Option(help: "Date of the decree.") var decreeDate: CivilDate?
        @OptionGroup var chosen: CorrectionOptions

        func validate() throws {
            guard lastDay == nil || !open else { throw ValidationError("give --last-day or --open, not both.") }
        }

        func run() async throws {
            let nip = try nip.read()
            var correction = AssignmentCorrection()
            correction.since = since
            correction.lastDay = lastDay
            correction.isOpen = open
            correction.kind = kind
            correction.post = post
            correction.decreeNumber = try decree?.read("--decree")
            correction.decreeDate = decreeDate
            let (right, recorded) = (correction, RecordedAssignment(since: recordedSince, kind: recordedKind))
            try await chosen.correct(nip: nip) { corrections, ground in
                try await corrections.correct(recorded, of: nip, right, ground, dryRun: chosen.dryRun)
            }
        }
    }
}
