import ArgumentParser
import CityDatabase
import Foundation
import Personnel
import Programs
import Reports

/// Of a whole cycle, or of one agency in it.
struct CycleScopeOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The cycle's code.") var cycle: CycleCode
    @Option(help: "Of one agency only.") var agency: AgencyCode?

    func load() async throws -> (city: CityDatabase, cycle: Cycle, agency: Agency?) {
        let city = try options.cityDatabase()
        let cycle = try await Cycles(city).find(cycle)
        guard let agency else { return (city, cycle, nil) }
        return (city, cycle, try await Agencies(city).find(agency))
    }
}

extension CycleCommand {
    struct Excluded: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who of an agency is not appraised in a cycle, and why.",
            discussion: """
                no_post: without a definitive post when it opened. not_serving: on unpaid leave or suspended. moved: another
                agency appraises the whole period. The list holds personal data, and the reading is recorded.
                """
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let columns = [
                Table.Column(key: "nip", title: "NIP"), Table.Column(key: "name", title: "Name"),
                Table.Column(key: "reason", title: "Reason"),
            ]
            let rows: [[Table.Cell]] = try await chosen.appraisals().excluded()
                .map { [.optional($0.nip), .optional($0.name), .text($0.reason)] }
            output.print(Table(columns: columns, rows: rows))
        }
    }

    struct Reminders: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The raters of an agency that were reminded, and how many people wait for each.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var chosen: AppraisalOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let columns = [
                Table.Column(key: "rater", title: "Rater"), Table.Column(key: "name", title: "Name"),
                Table.Column(key: "waiting", title: "Waiting", alignment: .trailing),
                Table.Column(key: "rated_since", title: "Rated since", alignment: .trailing),
            ]
            let rows: [[Table.Cell]] = try await chosen.appraisals().reminders()
                .map { [.optional($0.rater), .optional($0.name), .integer($0.waiting), .integer($0.ratedSince)] }
            output.print(Table(columns: columns, rows: rows))
        }
    }

    struct Recompute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Score and place again under another rule set, beside the results that are there.",
            discussion: """
                Agency by agency, each in one transaction; who has a result of the rule set already is left alone, so that an
                interrupted run goes on where it was.

                Example:
                  mutasi cycle recompute 2026-Q3 --rules 2026.2 --reason "decree 12/2026"
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @Option(help: "The rule set's name.") var rules: String
        @Option(help: "Why; kept with every version.") var reason: TypedText

        func run() async throws {
            let reason = try reason.read("--reason")
            let (city, cycle, agency) = try await scope.load()
            let agencies = try await Agencies(city).list()
                .filter { $0.state == .active && (agency == nil || $0.id == agency?.id) }
            let line = TerminalProgress("recomputing", total: agencies.count)
            var people = 0
            for (number, agency) in agencies.enumerated() {
                line.update(number, detail: agency.code.description)
                people += try await Appraisals(city, agency, cycle).recompute(with: rules, reason: reason)
            }
            line.finish()
            Terminal.say(
                people == 0
                    ? "nothing changed: all have results of \(rules)"
                    : people.counted("person has a new version", "people have a new version")
            )
        }
    }

    struct RateAgency: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rate-agency",
            abstract: "Record what higher leadership said of the performance of an agency or one of its units.",
            discussion: """
                The pattern of its members' ratings follows from it (PermenPANRB 6/2022 arts 24-25); see 'cycle distribution'.

                Example:
                  mutasi cycle rate-agency 2026-Q3 --agency dinkes --rating baik --document 800/12/2026
                """
        )

        @OptionGroup var chosen: AppraisalOptions
        @Option(help: "Its rating.") var rating: OrganisationRating
        @Option(help: "A unit by SIASN's id; without it, the whole agency.") var unit: String?
        @Option(help: "The number of the document that says so.") var document: TypedText?

        func run() async throws {
            try await chosen.appraisals()
                .rateOrganisation(rating, unit: unit, documentNumber: try document?.read("--document"))
            Terminal.say("recorded")
        }
    }

    struct Distribution: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ratings beside the pattern for the unit's own rating. Advice, never a bound.",
            discussion: """
                Of every agency, or with --agency of it and its units. Findings of units below the configured size are marked
                small: percentages mean little there. head_differs: the head's rating is not the unit's (SE MenPANRB 3/2023). JSON and CSV: agency, unit, members, the five counts, organisation,
                findings.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (city, cycle, agency) = try await scope.load()
            let columns =
                [
                    Table.Column(key: "agency", title: "Agency"), Table.Column(key: "unit", title: "Unit"),
                    Table.Column(key: "members", title: "Members", alignment: .trailing),
                ] + Rating.allCases.map { Table.Column(key: $0.code, title: $0.title, alignment: .trailing) }
                + [
                    Table.Column(key: "organisation", title: "Own rating"),
                    Table.Column(key: "findings", title: "Findings (advice)"),
                ]
            let rows: [[Table.Cell]] = try await RatingQuality(city, cycle).distributions(agency: agency)
                .map { distribution in
                    [
                        .text(distribution.agency.description), .optional(distribution.unit?.name),
                        .integer(distribution.members),
                    ] + Rating.allCases.map { .integer(distribution.ratings[$0, default: 0]) }
                        + [
                            .optional(distribution.organisation?.code),
                            .optional(Self.text(distribution)),
                        ]
                }
            output.print(Table(columns: columns, rows: rows))
        }

        private static func text(_ distribution: RatingQuality.Distribution) -> String? {
            var words = distribution.findings.map { "\($0.rule.code): \($0.share)%\($0.isSmall ? " (small)" : "")" }
            if distribution.headDiffers == true, let head = distribution.head {
                words.append("head_differs: \(head.code)")
            }
            return words.isEmpty ? nil : words.joined(separator: "; ")
        }
    }

    struct Severity: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "How much more severely or mildly each rater rates than others do, as far as chance allows to say.",
            discussion: """
                Each rating is compared with the mean of its peer group, the city's people at the same level of post; a rater's
                mean deviation is shrunk by n/(n+k), k from the variances within and between raters. Above 0 is severe, on the
                scale of ratings 1 (sangat baik) to 5. It says where to look and replaces no rating. The list holds personal
                data, and the reading is recorded.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions
        @Flag(help: "Only raters more than two standard errors away from none.") var notable = false

        func run() async throws {
            let (city, cycle, agency) = try await scope.load()
            let columns = [
                "rater", "name", "agency", "ratings", "mean", "deviation", "severity", "standard_error", "notable",
            ]
            .map { Table.Column(key: $0, title: $0.replacing("_", with: " ").capitalized) }
            let rows: [[Table.Cell]] = try await RatingQuality(city, cycle).raters(agency: agency)
                .filter { !notable || $0.severity.isNotable }
                .map {
                    [
                        .text($0.nip), .optional($0.name), .optional($0.agency?.description), .integer($0.severity.n),
                        .decimal($0.severity.rawMean.fixed(2)), .decimal($0.severity.deviation.fixed(2)),
                        .decimal($0.severity.severity.fixed(2)), .decimal($0.severity.standardError.fixed(2)),
                        .boolean($0.severity.isNotable),
                    ]
                }
            output.print(Table(columns: columns, rows: rows))
        }
    }

    struct Fairness: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How groups stand on performance and potential, by sex, age and agency.",
            discussion: """
                A difference is a question and no finding. Small counts are hidden, and with them as many others as it takes
                that none can be worked out. No person is in it.
                """
        )

        @OptionGroup var scope: CycleScopeOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let (city, cycle, agency) = try await scope.load()
            let levels = TalentLevel.allCases.map(\.code)
            let columns =
                ["axis", "dimension", "group", "people"].map { Table.Column(key: $0, title: $0.capitalized) }
                + levels.map { Table.Column(key: "\($0)_percent", title: "\($0.capitalized) %", alignment: .trailing) }
                + [Table.Column(key: "mean_difference", title: "Mean − all", alignment: .trailing)]
            var table = Table(columns: columns)
            for (axis, fairness) in try await RatingQuality(city, cycle).fairness(agency: agency) {
                for row in fairness.rows {
                    table.append(
                        [
                            .text(axis.rawValue), .text(fairness.dimension.rawValue), .text(row.name),
                            row.isSmall ? .missing : .integer(row.n),
                        ] + row.cells.map { $0.share.map { .decimal($0.description) } ?? .missing }
                            + [row.meanDifference.map { .decimal($0.fixed(2)) } ?? .missing]
                    )
                }
            }
            output.print(table)
        }
    }
}
