import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Reports
import Texts

extension AgencyCommand {
    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Rename an agency; documents of earlier days keep the earlier name."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code, which does not change.") var code: AgencyCode
        @Option(help: "The new full name.") var name: TypedText
        @Option(help: "The new short name; without it, the present one stays.") var shortName: TypedText?
        @Option(help: "The first day of the new name, as 2027-01-01; without it, today.") var from: CivilDate?
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let fullName = try name.read("--name")
            let city = try options.cityDatabase()
            let outcome = try await Agencies(city)
                .rename(
                    code,
                    to: fullName,
                    shortName: try shortName?.read("--short-name"),
                    from: try await CityClock.day(from, in: city),
                    dryRun: dryRun
                )
            AgencyCommand.tell(code, outcome, .agencyRenamed, dryRun)
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspend an agency: its logins see nothing from now on, and their sessions are ended.",
            discussion: "No data is lost; 'mutasi agency resume' undoes it. The personnel agency still reads its rows."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let outcome = try await Agencies(try options.cityDatabase()).suspend(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, .agencySuspended, dryRun)
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Undo 'mutasi agency suspend'.")

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let outcome = try await Agencies(try options.cityDatabase()).resume(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, .agencyResumed, dryRun)
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close an agency permanently (only when nobody serves there). Its history stays."
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The agency's code.") var code: AgencyCode
        @Flag(help: "Do not ask.") var yes = false
        @Flag(help: "Say what would change, and change nothing.") var dryRun = false

        func run() async throws {
            let question = Message.agencyAskClose(["agency": "\(code)"])
            guard dryRun || yes || Terminal.confirms(question) else {
                throw Stop(.confirmationMissing)
            }
            let outcome = try await Agencies(try options.cityDatabase()).close(code, dryRun: dryRun)
            AgencyCommand.tell(code, outcome, .agencyClosed, dryRun)
        }
    }

    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move everybody of an agency, with units and posts, into another, and close it.",
            discussion: """
                What happened before the day stays with the closed agency, under the name of that time. If it is \
                interrupted, run it again: it does the rest.

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
                throw Stop(.mergerToCome, ["day": "\(day)"])
            }
            let question = Message.agencyAskMerge(["agency": "\(code)", "into": "\(into)"])
            guard dryRun || yes || Terminal.confirms(question) else {
                throw Stop(.confirmationMissing)
            }
            let (people, outcome) = try await Agencies(city)
                .merge(code, into: into, on: day, dryRun: dryRun)
            let moved: Message = dryRun ? .agencyWouldMove : .agencyMoved
            Terminal.say(moved(["count": .number(people), "into": "\(into)"]))
            AgencyCommand.tell(code, outcome, .agencyClosed, dryRun)
        }
    }

    private static func tell(_ code: AgencyCode, _ outcome: Agencies.Outcome, _ done: Message, _ dryRun: Bool) {
        let message: Message =
            switch outcome {
            case .unchanged: .agencyIsAlready
            case _ where dryRun: .agencyWouldBe
            default: .agencyIs
            }
        Terminal.say(message(["agency": "\(code)", "state": .wording(done())]))
    }
}
