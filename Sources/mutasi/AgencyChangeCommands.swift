import ArgumentParser
import Characters
import CityDatabase
import Personnel
import Programs
import Reports

extension AgencyCommand {
    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an agency another name; documents of earlier days keep the earlier one."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code, which stays.") var code: AgencyCode
        @Option(help: "The new full name.") var name: TypedText
        @Option(help: "The new short name; without it, the full name.") var shortName: TypedText?
        @Option(help: "The first day of the new name, as 2027-01-01; without it, today.") var from: CivilDate?
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let fullName = try name.read("--name")
            let city = try options.cityDatabase()
            let outcome = try await Agencies(city)
                .rename(
                    code,
                    to: fullName,
                    shortName: try shortName?.read("--short-name") ?? fullName,
                    from: try await CityClock.day(from, in: city),
                    dryRun: dryRun
                )
            AgencyCommand.tell(code, outcome, "renamed", dryRun)
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shut an agency off: its logins see nothing at once, what they run is ended.",
            discussion: "Nothing is lost; 'mutasi agency resume' undoes it. The personnel agency reads on."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let outcome = try await Agencies(try options.cityDatabase()).suspend(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, "suspended", dryRun)
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Undo 'mutasi agency suspend'.")

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let outcome = try await Agencies(try options.cityDatabase()).resume(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, "active again", dryRun)
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shut an agency in which nobody serves any more off for good. Its history stays."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Do not ask.") var yes = false
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            guard dryRun || yes || Terminal.confirms("Close agency \(code) for good?") else {
                throw Stop(.usage, "nothing was changed; --yes closes it without a question")
            }
            let outcome = try await Agencies(try options.cityDatabase()).close(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, "closed", dryRun)
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move everybody of an agency, with units and posts, into another, and close it.",
            discussion: """
                What happened before the day stays with the closed agency, under its name of then. Interrupted, it does the
                rest when it is run again.

                Example:
                  mutasi agency merge diskop --into disperindag --on 2027-01-01 --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The code of the agency that ends.") var code: AgencyCode
        @Option(help: "The code of the agency that takes over.") var into: AgencyCode
        @Option(help: "The first day in the other agency, today or earlier; without it, today.") var on: CivilDate?
        @Flag(help: "Do not ask.") var yes = false
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let city = try options.cityDatabase()
            let today = try await CityClock.today(in: city)
            let day = on ?? today
            guard day <= today else {
                throw Stop(.usage, "\(day) is to come; a merger is carried out on its day")
            }
            guard dryRun || yes || Terminal.confirms("Merge agency \(code) into \(into) for good?") else {
                throw Stop(.usage, "nothing was changed; --yes merges them without a question")
            }
            let (people, outcome) = try await Agencies(city)
                .merge(code, into: into, on: day, dryRun: dryRun)
            Terminal.say("\(people.counted("person", "people")) \(dryRun ? "would move" : "moved") to \(into)")
            AgencyCommand.tell(code, outcome, "closed", dryRun)
        }
    }

    private static func tell(_ code: AgencyCode, _ outcome: Agencies.Outcome, _ done: String, _ dryRun: Bool) {
        switch outcome {
        case .unchanged: Terminal.say("agency \(code) is \(done) already; nothing was changed")
        case _ where dryRun: Terminal.say("agency \(code) would be \(done)")
        default: Terminal.say("agency \(code) is \(done)")
        }
    }
}
