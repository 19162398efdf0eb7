import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

extension AgencyCommand {
    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Transfer units of an agency, with all below them and their people, to another agency.",
            discussion: """
                The other agency may be a new one ('mutasi agency add'). What happened before the day stays with the first \
                agency. People keep their decrees and their time in post.

                Example:
                  mutasi agency split dinkes --into rsud --units U7,U8 --on 2026-12-01 --decree 9/2026 --by 196… --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The code of the agency that gives units away.") var code: AgencyCode
        @Option(help: "The code of the agency that takes them over.") var into: AgencyCode
        @Option(help: "The ids of the units (unorId), as U7,U8.") var units: TypedText
        @Option(help: "The first day in the other agency: today or earlier.") var on: CivilDate
        @Option(help: "Number of the decree or regulation.") var decree: TypedText
        @Option(help: "NIP or name of the person who records it.") var by: TypedText
        @Flag(help: "Do not ask.") var yes = false
        @Flag(help: "Check everything, print what would follow, and change nothing.") var dryRun = false

        func run() async throws {
            let units = try units.read("--units").split(separator: ",").map(String.init)
            let (decree, by) = (try decree.read("--decree"), try by.read("--by"))
            let city = try options.cityDatabase()
            let agencies = Agencies(city)
            let (from, to) = (try await agencies.find(code), try await agencies.find(into))
            let question = Message.agencyAskSplit(["agency": "\(code)", "into": "\(into)"])
            guard dryRun || yes || Terminal.confirms(question) else { throw Stop(.confirmationMissing) }
            let people = try await Units(city)
                .transfer(units, of: from, to: to, on: on, decreeNumber: decree, recordedBy: by, dryRun: dryRun)
            let moved: Message = dryRun ? .agencyWouldMove : .agencyMoved
            Terminal.say(moved(["count": .number(people), "into": "\(into)"]))
        }
    }
}
