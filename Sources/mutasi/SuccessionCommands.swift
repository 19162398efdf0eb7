import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports

extension TalentCommand {
    struct Successors: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ranked successors for each critical post, with the reasons for each place.",
            discussion: """
                Candidates are the city's talent pool (boxes 7, 8, 9) at the post's level or the one below. Who does not meet a
                condition - time in the post, rank, a sanction being served, retirement near - is ranked after those who do,
                and flagged. The list prepares a decision and makes none. It holds personal data, and the reading is recorded.

                Example:
                  mutasi talent successors 2026-Q3 --agency dinkes
                """
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "So many for each post; without it, what the rules ask for.") var limit: Int?

        func run() async throws {
            let chosen = try await talent.load()
            let succession = Succession(chosen.city)
            let posts = try await succession.criticalPosts(agency: chosen.agency, on: chosen.day)
            let candidates = try await succession.candidates(chosen.source, on: chosen.day)
            output.print(
                SuccessionView.table(of: posts, candidates, rules: chosen.rules, on: chosen.day, limit: limit)
            )
            try UnreadableRows.report(candidates.unreadable)
        }
    }

    struct Critical: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Critical posts (jabatan kritikal), for which the city wants successors.",
            discussion: """
                Critical are all JPT posts, heads of districts, of community health centres and of hospitals, and whatever is
                marked with --add. The number of a post is in the list.

                Example:
                  mutasi talent critical --agency dinkes --add 512
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Of one agency only.") var agency: AgencyCode?
        @Option(help: "Mark this post of the agency.") var add: Int64?
        @Option(help: "Take the mark from this post of the agency.") var remove: Int64?
        @Option(help: "Who holds it on this day; without it, today.") var asOf: CivilDate?

        func validate() throws {
            guard add == nil && remove == nil || agency != nil else {
                throw ValidationError("--agency is needed with --add and --remove.")
            }
            guard add == nil || remove == nil else { throw ValidationError("give --add or --remove, not both.") }
        }

        func run() async throws {
            let city = try options.cityDatabase()
            var chosen: Agency?
            if let agency { chosen = try await Agencies(city).find(agency) }
            let succession = Succession(city)
            if let chosen, let post = add ?? remove {
                let isNew = try await succession.mark(post, agency: chosen, isCritical: add != nil)
                return Terminal.say(isNew ? "changed" : "it was so already; nothing was changed")
            }
            let posts = try await succession.criticalPosts(agency: chosen, on: try await CityClock.day(asOf, in: city))
            output.print(SuccessionView.table(of: posts))
        }
    }

    /// Of the city or an agency, as of a day.
    struct WorkforceOptions: ParsableArguments {
        @OptionGroup var options: DatabaseOptions
        @Option(help: "Of one agency only.") var agency: AgencyCode?
        @Option(help: "As of this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?

        struct Loaded {
            let workforce: Workforce
            let agency: Agency?
            let rules: RuleSet
            let day: CivilDate
        }

        func load() async throws -> Loaded {
            let city = try options.cityDatabase()
            let day = try await CityClock.day(asOf, in: city)
            var chosen: Agency?
            if let agency { chosen = try await Agencies(city).find(agency) }
            return Loaded(
                workforce: Workforce(city, asOf: day),
                agency: chosen,
                rules: try await RuleSets(city).find(on: day),
                day: day
            )
        }
    }

    struct Due: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who is in the present post for the longest time allowed, or long enough for a transfer.",
            discussion: """
                due: for maximum_months_in_post (5 years) or more. eligible: for minimum_months_in_post (2 years) or more, with
                --eligible (PP 11/2017 art 190). The list holds personal data, and the reading is recorded.
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Also who may be transferred and is not due.") var eligible = false

        func run() async throws {
            let loaded = try await chosen.load()
            let holders = try await loaded.workforce.holders(agency: loaded.agency, purpose: "talent due")
            output.print(WorkforceView.due(holders, eligible: eligible, rules: loaded.rules, on: loaded.day))
            try UnreadableRows.report(holders.unreadable)
        }
    }

    struct Retirements: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who retires when, by the age of the present post (UU 20/2023 art 55).",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "Within so many months.") var months = 12

        func validate() throws {
            guard (1...600).contains(months) else { throw ValidationError("--months is 1 to 600.") }
        }

        func run() async throws {
            let loaded = try await chosen.load()
            let end = loaded.day.adding(months: months)
            let holders = try await loaded.workforce.holders(agency: loaded.agency, purpose: "talent retirements")
            output.print(WorkforceView.retirements(holders, by: end, on: loaded.day))
            try UnreadableRows.report(holders.unreadable)
        }
    }

    struct Vacancies: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Posts with a free seat, and those that a retirement frees by a day. No person is named.",
            discussion: """
                Example:
                  mutasi talent vacancies --by 2027-12-31 --level administrator
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "The day; without it, the day itself.") var by: CivilDate?
        @Option(help: "Of one level only, such as jpt_pratama.") var level: String?

        func validate() throws {
            if let level, PositionLevel(code: level) == nil {
                throw ValidationError(
                    "there is no level '\(level)': \(PositionLevel.allCases.map(\.code).joined(separator: ", "))."
                )
            }
        }

        func run() async throws {
            let loaded = try await chosen.load()
            let vacancies = try await loaded.workforce.vacancies(agency: loaded.agency, by: by ?? loaded.day)
            output.print(WorkforceView.table(vacancies.filter { level == nil || $0.positionLevel == level }))
        }
    }
}
