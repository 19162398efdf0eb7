import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs

extension PostCommand {
    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a post right: its title, its level, its class. The former values stay readable.",
            discussion: """
                It is for what was wrong from the beginning; a post that changes from a day on is another matter \
                (reorganisation). What was computed from a former value is named.

                Example:
                  mutasi post correct 512 --agency dinkes --title "Kepala Bidang Pelayanan" --reason "typing error" --by 196…
                """
        )

        @Argument(help: "The number of the post, as in 'post list'.") var post: Int64
        @Option(help: "The title.") var title: TypedText?
        @Option(help: "The level of a post without an echelon, such as fungsional.") var level: PositionLevel?
        @Option(help: "SIASN's id of the echelon, such as 31; it says the level.") var echelon: Echelon?
        @Option(help: "Class of the post (kelas jabatan), 1 to 17.") var jobClass: Int?
        @OptionGroup var chosen: CorrectionOptions

        func validate() throws {
            guard level == nil || echelon == nil else { throw ValidationError("give --level or --echelon, not both.") }
            guard jobClass.map(Establishment.possibleClasses.contains) ?? true else {
                throw ValidationError("--job-class is 1 to 17.")
            }
        }

        func run() async throws {
            var correction = PostCorrection()
            correction.title = try title?.read("--title")
            correction.positionLevel = level
            correction.echelon = echelon
            correction.jobClass = jobClass
            let right = correction
            try await chosen.correct(nip: nil) { corrections, ground in
                try await corrections.correct(post: post, right, ground, dryRun: chosen.dryRun)
            }
        }
    }

    struct CorrectionTrail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections",
            abstract: "List what was put right about an agency's posts: when, who, why, before and after."
        )

        @OptionGroup var options: DatabaseOptions
        @Option(help: "The agency's code.") var agency: AgencyCode
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let city = try options.cityDatabase()
            let corrections = Corrections(city, try await Agencies(city).find(agency))
            output.print(CorrectionView.table(try await corrections.list(of: nil)))
        }
    }
}
