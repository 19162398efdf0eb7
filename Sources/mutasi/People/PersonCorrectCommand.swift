import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

extension PersonCommand {
    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put facts about a person right; the former values stay readable.",
            discussion: """
                Give the right values only. A NIP repeats birth date, sex, appointment and kind of employment: where it would \
                deny one of them, put both right in one command. What was computed from a former value is named; 'cycle \
                recompute --nip' computes it again.

                Example:
                  mutasi person correct 198… --agency dinkes --appointed-on 2010-01-01 --reason "typing error" --by 196…
                """
        )

        @Argument(help: "The person's NIP as it is recorded.") var person: TypedNIP
        @Option(help: "The right NIP.") var nip: TypedNIP?
        @Option(help: "The name.") var name: TypedText?
        @Option(help: "Titles before the name.") var frontTitle: TypedText?
        @Option(help: "Titles after the name.") var backTitle: TypedText?
        @Option(help: "Date of birth.") var birthDate: CivilDate?
        @Option(help: "M (male) or F (female).") var sex: Sex?
        @Option(help: "First day of service (TMT CPNS).") var appointedOn: CivilDate?
        @Option(help: "Day of the appointment as PNS (TMT PNS).") var confirmedOn: CivilDate?
        @Option(help: "Rank (golongan ruang), such as III/d.") var rank: GradeRank?
        @Option(help: "Since when (TMT golongan).") var rankSince: CivilDate?
        @Option(help: "Class of a PPPK (golongan), such as IX.") var contractClass: ContractClass?
        @Option(help: "Level of education: SIASN's id, such as 40 for S-1.") var educationLevel: EducationLevel?
        @Option(help: "Name of the education.") var education: TypedText?
        @Option(help: "Remove the value of: \(PersonCorrection.clearable.map(\.rawValue).joined(separator: ", ")).")
        var without: [CorrectableField] = []
        @OptionGroup var chosen: CorrectionOptions

        func validate() throws {
            guard without.allSatisfy(PersonCorrection.clearable.contains) else {
                let fields = PersonCorrection.clearable.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--without is one of: \(fields).")
            }
        }

        func run() async throws {
            let recorded = try person.read()
            var correction = PersonCorrection()
            correction.nip = try nip?.read()
            correction.name = try name?.read("--name")
            correction.frontTitle = try frontTitle?.read("--front-title")
            correction.backTitle = try backTitle?.read("--back-title")
            correction.birthDate = birthDate
            correction.sex = sex
            correction.appointedOn = appointedOn
            correction.confirmedOn = confirmedOn
            correction.rank = rank
            correction.rankSince = rankSince
            correction.contractClass = contractClass
            correction.educationLevel = educationLevel
            correction.education = try education?.read("--education")
            correction.without = without
            let right = correction
            try await chosen.correct(nip: recorded) { corrections, ground in
                try await corrections.correct(recorded, right, ground, dryRun: chosen.dryRun)
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a person's facts as of a day, as they were known on another.",
            discussion: """
                --known-on shows what the city knew at the end of that day: corrections made later are not in it. What was \
                recorded before former rows were kept counts as always known. The reading is recorded.

                Example:
                  mutasi person show 198… --agency dinkes --on 2025-06-30 --known-on 2026-01-31
                """
        )

        @OptionGroup var chosen: PersonFactsOptions
        @Option(help: "The facts of this day; without it, today's.") var on: CivilDate?
        @Option(help: "As known at the end of this day; without it, as known now.") var knownOn: CivilDate?

        func run() async throws {
            let nip = try chosen.nip.read()
            let city = try chosen.options.cityDatabase()
            let agency = try await Agencies(city).find(chosen.agency)
            let today = try await CityClock.day(nil, in: city)
            let facts = try await KnownFacts(city, agency).facts(of: nip, on: on ?? today, known: knownOn ?? today)
            chosen.output.print(CorrectionView.table(facts))
        }
    }

    struct CorrectionTrail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections",
            abstract: "List what was put right about a person: when, who, why, before and after.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: PersonFactsOptions

        func run() async throws {
            let nip = try chosen.nip.read()
            let city = try chosen.options.cityDatabase()
            let agency = try await Agencies(city).find(chosen.agency)
            chosen.output.print(CorrectionView.table(try await Corrections(city, agency).list(of: nip)))
        }
    }
}
