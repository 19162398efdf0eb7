import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Keep the establishment (peta jabatan): posts, and how many seats each has from a day on.",
        discussion: """
            Seats that a decree or the workload analysis (ABK) sets are entered here, or imported ('mutasi import \
            establishment'). They limit who can hold the post. A post for which nobody entered any has as many seats as \
            people hold it. 'correct' is for what was wrong from the beginning.
            """,
        subcommands: [
            List.self, Show.self, Add.self, Reset.self, Abolish.self, Correct.self, CorrectionTrail.self,
        ]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List posts with their seats, holders and vacancies. It names no person.",
            discussion: """
                Example:
                  mutasi post list --agency dinkes --on 2027-01-01
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "The seats and holders of this day; without it, today's.") var on: CivilDate?
        @Flag(help: "Also posts without seats and holders: those of the past, of the future, and abolished ones.")
        var all =
            false

        func run() async throws {
            let city = try options.cityDatabase()
            let day = try await CityClock.day(on, in: city)
            let reach = try await scope.reach(in: city)
            output.print(
                EstablishmentView.table(of: try await Establishment(city).posts(in: reach, on: day, withoutSeats: all))
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the seats of a post over time. The number of the post is in the list."
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Argument(help: "The post's number.") var post: Int64
        @Option(help: "The agency's code.") var agency: AgencyCode

        func run() async throws {
            let city = try options.cityDatabase()
            let agency = try await Agencies(city).find(agency)
            output.print(EstablishmentView.table(try await Establishment(city).history(of: post, agency)))
        }
    }

    /// From when a number of seats holds, and by what.
    struct FormasiOptions: ParsableArguments {
        @Option(help: "The agency's code.") var agency: AgencyCode
        @Option(help: "The first day on which it holds.") var on: CivilDate
        @Option(help: "Number of the decree; without it, the number comes from the workload analysis.") var decree:
            TypedText?
        @Option(help: "Date of the decree.") var decreeDate: CivilDate?
        @Option(help: "By what the number was reckoned, such as a staffing standard.") var standard: TypedText?
        @Option(help: "NIP or name of the person who enters it.") var by: TypedText
        @Flag(help: "Check everything, print what would follow, and change nothing.") var dryRun = false

        func validate() throws {
            guard decreeDate == nil || decree != nil else { throw ValidationError("--decree-date needs --decree.") }
        }

        func formasi(_ seats: Int) throws -> Formasi {
            Formasi(
                day: on,
                seats: seats,
                decreeNumber: try decree?.read("--decree"),
                decreeDate: decreeDate,
                standard: try standard?.read("--standard"),
                recordedBy: try by.read("--by")
            )
        }

        func tell(_ effect: Establishment.Effect) {
            Terminal.say(
                Message.postSeats([
                    "title": .text(effect.title), "post": "\(effect.post)", "day": .text(effect.day.iso),
                    "former": .number(effect.former), "seats": .number(effect.seats), "held": .number(effect.held),
                ])
            )
            Terminal.say(dryRun ? Message.resultDryRun() : Message.resultRecorded())
        }

        static func requirePossible(_ seats: Int, from least: Int) throws {
            guard seats >= least, Establishment.possibleSeats.contains(seats) else {
                throw ValidationError("--seats is \(least) to \(Establishment.possibleSeats.upperBound).")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a post that nobody holds yet, with seats from a day on.",
            discussion: """
                A managerial post has --echelon (SIASN's id, such as 31), another --level fungsional or pelaksana. A unit \
                has one post of a title, in whatever capitals.

                Example:
                  mutasi post add --agency dinkes --unit 8ae483… --title "Perawat Ahli Muda" --level fungsional --seats 4 \
                --on 2027-01-01 --decree 800/112 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var entry: FormasiOptions
        @Option(help: "SIASN's id of the unit (unorId).") var unit: TypedText
        @Option(help: "The title of the post.") var title: TypedText
        @Option(help: "SIASN's id of the echelon of a managerial post.") var echelon: Echelon?
        @Option(help: "fungsional or pelaksana.") var level: PositionLevel?
        @Option(help: "The job class (kelas jabatan), 1 to 17.") var jobClass: Int?
        @Option(help: "How many seats it has.") var seats = 1

        func validate() throws {
            try FormasiOptions.requirePossible(seats, from: 1)
            guard (echelon == nil) != (level == nil) else { throw ValidationError("give --echelon or --level.") }
            guard level.map({ [.fungsional, .pelaksana].contains($0) }) ?? true else {
                throw ValidationError("--level is fungsional or pelaksana.")
            }
            guard jobClass.map(Establishment.possibleClasses.contains) ?? true else {
                throw ValidationError("--job-class is 1 to 17.")
            }
        }

        func run() async throws {
            let draft = Establishment.Draft(
                unit: try unit.read("--unit"),
                title: try title.read("--title"),
                level: echelon?.level ?? level ?? .pelaksana,
                echelon: echelon,
                jobClass: jobClass
            )
            let formasi = try entry.formasi(seats)
            let city = try options.cityDatabase()
            let agency = try await Agencies(city).find(entry.agency)
            entry.tell(try await Establishment(city).add(draft, formasi, to: agency, dryRun: entry.dryRun))
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "formasi",
            abstract:
                "Raise or lower the seats of a post from a day on, until the next day for which some are entered.",
            discussion: """
                A number below the definitive holders of any of these days is refused. The same day again corrects what was \
                entered. From the first entry on, an import of posts no longer gives the post more seats.

                Example:
                  mutasi post formasi 512 --agency dinkes --seats 6 --on 2027-01-01 --decree 800/112 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var entry: FormasiOptions
        @Argument(help: "The post's number.") var post: Int64
        @Option(help: "How many seats it has.") var seats: Int

        func validate() throws { try FormasiOptions.requirePossible(seats, from: 0) }
        func run() async throws { try await entry.set(seats, of: post, options) }
    }

    struct Abolish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Abolish a post from a day on: it has no seats any more. Refused while people hold it.",
            discussion: """
                Example:
                  mutasi post abolish 512 --agency dinkes --on 2027-01-01 --decree 800/112 --by 196…
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var entry: FormasiOptions
        @Argument(help: "The post's number.") var post: Int64

        func run() async throws { try await entry.set(0, of: post, options) }
    }
}

extension PostCommand.FormasiOptions {
    fileprivate func set(_ seats: Int, of post: Int64, _ options: DatabaseOptions) async throws {
        let formasi = try formasi(seats)
        let city = try options.cityDatabase()
        let agency = try await Agencies(city).find(agency)
        tell(try await Establishment(city).set(formasi, of: post, agency, dryRun: dryRun))
    }
}
