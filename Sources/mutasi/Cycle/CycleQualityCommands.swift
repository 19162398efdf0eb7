import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

/// Of a whole cycle, or of one agency in it.
struct CycleScopeOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var cycle: CycleCode
    @OptionGroup var scope: AgencyOption

    func load() async throws -> (city: CityDatabase, cycle: Cycle, reach: Reach) {
        let city = try options.cityDatabase()
        let cycle = try await Cycles(city).find(cycle)
        return (city, cycle, try await scope.reach(in: city))
    }
}

extension CycleCommand {
    struct Excluded: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List people of an agency who are not appraised in a cycle, and why.",
            discussion: """
                no_post: without a definitive post when it opened. not_serving: away by legal standing, as on unpaid leave. \
                left: no longer in service. moved: another agency appraises the whole period. The list holds personal \
                data, and the reading is recorded.
                """
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().excluded()))
        }
    }

    struct Reminders: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the raters of an agency who were reminded, and how many people wait for each.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            output.print(AppraisalListView.table(try await chosen.appraisals().reminders()))
        }
    }

    struct Recompute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Score and place again: under other rules, or one person after a correction.",
            discussion: """
                Results stand beside the existing ones. With --rules: all people, under a rule set that was loaded since. \
                With --nip: one person, under the rules that the result had, from the facts as they are known now.

                Agency by agency, each in one transaction; people with a result of the rule set are left as they are, so \
                that an interrupted run continues where it stopped. The rule set must be the one in force on the cycle's last \
                day, and final results stay as they are.

                Example:
                  mutasi cycle recompute 2026-Q3 --rules 2026.2 --by 196… --reason "decree 12/2026"
                  mutasi cycle recompute 2026-Q3 --agency dinkes --nip 198… --by 196… --reason "first day corrected"
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @Option(help: "The rule set's name.") var rules: String?
        @Option(help: "NIP of one person of the agency.") var nip: TypedNIP?
        @Option(help: "NIP of the person who decided it.") var by: TypedNIP
        @Option(help: "The reason; stored with every version.") var reason: TypedText

        func validate() throws {
            guard (rules == nil) != (nip == nil) else { throw ValidationError("give --rules or --nip.") }
            guard nip == nil || scope.scope.agency != nil else {
                throw ValidationError("--agency is required with --nip: name the person's agency.")
            }
        }

        func run() async throws {
            let (by, reason, nip) = (try by.read(), try reason.read("--reason"), try nip?.read())
            let (city, cycle, reach) = try await scope.load()
            if let nip, let agency = reach.agency {
                _ = try await Appraisals(city, agency, cycle).recompute(nip, by: by, reason: reason)
                return Terminal.say(Message.cycleRecomputed(["count": .number(1)]))
            }
            guard let rules else { return }
            let agencies = try await Agencies(city).list()
                .filter { $0.state == .active && reach.contains($0.id) }
            let line = TerminalProgress(Message.cycleRecomputing(), total: agencies.count)
            var people = 0
            for (number, agency) in agencies.enumerated() {
                line.update(number, detail: agency.code.description)
                people += try await Appraisals(city, agency, cycle).recompute(with: rules, by: by, reason: reason)
            }
            line.finish()
            Terminal.say(
                people == 0
                    ? Message.cycleRecomputedNone(["rules": .text(rules)])
                    : Message.cycleRecomputed(["count": .number(people)])
            )
        }
    }

    struct RateAgency: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rate-agency",
            abstract: "Record the performance rating of an agency or one of its units.",
            discussion: """
                Higher leadership gives it. The pattern of its members' ratings follows from it (PermenPANRB 6/2022 arts \
                24-25); see 'cycle distribution'.

                Example:
                  mutasi cycle rate-agency 2026-Q3 --agency dinkes --rating baik --document 800/12/2026
                """
        )

        @OptionGroup var chosen: AppraisalOptions
        @Option(help: "Its rating.") var rating: OrganisationRating
        @Option(help: "SIASN's id of a unit; without it, the whole agency.") var unit: String?
        @Option(help: "The number of the document that states it.") var document: TypedText?

        func run() async throws {
            try await chosen.appraisals()
                .rateOrganisation(rating, unit: unit, documentNumber: try document?.read("--document"))
            Terminal.say(Message.resultRecorded())
        }
    }

    struct Distribution: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Compare ratings with the pattern for the unit's own rating. Guidance only; it changes no rating.",
            discussion: """
                Shows every agency, or with --agency the agency and its units. Findings of units below the configured size \
                are marked small: percentages of few people mean little. head_differs: the head's rating is not the unit's \
                (SE MenPANRB 3/2023). JSON and CSV: agency, unit, members, the five counts, organisation, findings.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (city, cycle, reach) = try await scope.load()
            output.print(RatingQualityView.table(try await RatingQuality(city, cycle).distributions(in: reach)))
        }
    }

    struct Severity: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: """
                Show how much more severely or mildly each rater rates than others do, as far as the data can tell it \
                from chance.
                """,
            discussion: """
                Each rating is compared with the mean of its peer group, the city's people at the same level of post; a rater's \
                mean deviation is shrunk by n/(n+k), k from the variances within and between raters. Above 0 is severe, on the \
                scale of ratings 1 (sangat baik) to 5. It shows where to look and replaces no rating. The list holds personal \
                data, and the reading is recorded.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Only raters more than two standard errors away from none.") var notable = false

        func run() async throws {
            let (city, cycle, reach) = try await scope.load()
            let raters = try await RatingQuality(city, cycle).raters(in: reach)
            output.print(RatingQualityView.table(raters.filter { !notable || $0.severity.isNotable }))
        }
    }

    struct Fairness: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare groups on performance and potential, by sex, age and agency.",
            discussion: """
                A difference is a question, not a finding. Small counts are hidden, with as many others as needed so that \
                nobody can compute them. The table names no person.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (city, cycle, reach) = try await scope.load()
            output.print(RatingQualityView.table(try await RatingQuality(city, cycle).fairness(in: reach)))
        }
    }
}
