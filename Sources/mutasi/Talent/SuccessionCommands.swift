import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

extension TalentCommand {
    struct Successors: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Rank successors for each critical post, with the reasons for each place.",
            discussion: """
                Candidates are the city's talent pool (boxes 7, 8, 9) at the post's level or the one below. Candidates who \
                fail a condition - time in the post, rank, a sanction being served, retirement near, a job-person match below \
                68 (KMS), what the title asks for ('mutasi title list') - are flagged and listed last. A match that is not \
                known is said and flags nobody, and unknown says what else nobody can judge. The list prepares a decision and \
                makes none. It holds personal data, and the reading is recorded.

                Example:
                  mutasi talent successors 2026-Q3 --agency dinkes
                """
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "How many for each post; without it, the number in the rules.") var limit: Int?

        func run() async throws {
            let chosen = try await talent.load()
            let succession = Succession(chosen.city)
            let posts = try await succession.criticalPosts(in: chosen.reach, on: chosen.day)
            let candidates = try await succession.candidates(chosen.source, on: chosen.day, rules: chosen.rules)
            output.print(
                SuccessionView.table(of: posts, candidates, rules: chosen.rules, on: chosen.day, limit: limit)
            )
            try UnreadableRows.report(candidates.unreadable)
        }
    }

    struct Critical: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List and mark critical posts (jabatan kritikal), for which the city wants successors.",
            discussion: """
                All JPT posts, heads of districts, of community health centres and of hospitals are critical, and all posts \
                marked with --add. The number of a post is in the list.

                Example:
                  mutasi talent critical --agency dinkes --add 512
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "Mark this post of the agency.") var add: Int64?
        @Option(help: "Remove the mark from this post of the agency.") var remove: Int64?
        @Option(help: "The holders of this day; without it, today's.") var asOf: CivilDate?

        func validate() throws {
            guard add == nil && remove == nil || scope.agency != nil else {
                throw ValidationError("--agency is required with --add and --remove.")
            }
            guard add == nil || remove == nil else { throw ValidationError("give --add or --remove, not both.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            let reach = try await scope.reach(in: city)
            let succession = Succession(city)
            if let agency = reach.agency, let post = add ?? remove {
                let isNew = try await succession.mark(post, agency: agency, isCritical: add != nil)
                let already: Message = add != nil ? .talentMarkedAlready : .talentUnmarkedAlready
                return Terminal.say(isNew ? Message.resultChanged() : already())
            }
            let day = try await CityClock.day(asOf, in: city)
            let posts = try await succession.criticalPosts(in: reach, on: day)
            output.print(SuccessionView.table(of: posts))
        }
    }

    /// Of the city or an agency, as of a day.
    struct WorkforceOptions: ParsableArguments {
        @OptionGroup var options: DatabaseOptions
        @OptionGroup var scope: AgencyOption
        @Option(help: "As of this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?

        struct Loaded {
            let workforce: Workforce
            let reach: Reach
            let rules: RuleSet
            let day: CivilDate
        }

        func load() async throws -> Loaded {
            let city = try options.cityDatabase()
            let day = try await CityClock.day(asOf, in: city)
            return Loaded(
                workforce: Workforce(city, asOf: day),
                reach: try await scope.reach(in: city),
                rules: try await RuleSets(city).find(on: day),
                day: day
            )
        }
    }

    struct Due: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List people who reached the longest time allowed in their post, or the time needed for a transfer.",
            discussion: """
                due: for maximum_months_in_post (5 years) or more. eligible: for minimum_months_in_post (2 years) or more, with \
                --eligible (PP 11/2017 art 190). The list holds personal data, and the reading is recorded.
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Also list people who may be transferred and are not due.") var eligible = false

        func run() async throws {
            let loaded = try await chosen.load()
            let holders = try await loaded.workforce.holders(in: loaded.reach, purpose: "talent due")
            output.print(WorkforceView.due(holders, eligible: eligible, rules: loaded.rules, on: loaded.day))
            try UnreadableRows.report(holders.unreadable)
        }
    }

    struct Retirements: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List when people retire, by the retirement age of the present post (UU 20/2023 art 55).",
            discussion: """
                notice: the last day to tell the person, so that a whole year of preparation (masa persiapan pensiun) may \
                follow. preparation: the first day of that year (PP 11/2017 art 350, Peraturan BKN 2/2019). ends: the day \
                from which a decision on record ends the service; without one nobody leaves ('mutasi person end'). The list \
                holds personal data, and the reading is recorded.
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Within this number of months.") var months = 24

        func validate() throws {
            guard (1...600).contains(months) else { throw ValidationError("--months is 1 to 600.") }
        }

        func run() async throws {
            let loaded = try await chosen.load()
            let end = loaded.day.adding(months: months)
            let holders = try await loaded.workforce.holders(in: loaded.reach, purpose: "talent retirements")
            output.print(WorkforceView.retirements(holders, by: end, on: loaded.day))
            try UnreadableRows.report(holders.unreadable)
        }
    }

    struct Vacancies: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List posts with a free seat, and those that a retirement frees by a day. It names no person.",
            discussion: """
                Example:
                  mutasi talent vacancies --by 2027-12-31 --level administrator
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "The day of the forecast; without it, the day of --as-of.") var by: CivilDate?
        @Option(help: "Only this level, such as jpt_pratama.") var level: String?

        func validate() throws {
            try PositionLevel.requireKnown(level)
        }

        func run() async throws {
            let loaded = try await chosen.load()
            if let by, by < loaded.day {
                throw ValidationError("--by lies before \(loaded.day.iso), the day of --as-of.")
            }
            let vacancies = try await loaded.workforce.vacancies(in: loaded.reach, by: by ?? loaded.day)
            output.print(WorkforceView.table(vacancies.filter { level == nil || $0.positionLevel == level }))
        }
    }
}
