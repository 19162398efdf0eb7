import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Reports
import Texts

/// Computes scores from typed values, to check a score by hand. Needs no database.
struct RulesTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Compute a score from typed values, to check one by hand.",
        subcommands: [Talent.self, Match.self, Rating.self]
    )

    /// Which rules: the newest that the program carries, or one of the database.
    struct RuleChoice: ParsableArguments {
        @Option(help: "A rule set of the database; without it, the newest that this program carries.") var rules:
            String?

        func load(_ options: DatabaseOptions) async throws -> RuleSet {
            guard let rules else { return try RuleSets.newestCarried() }
            return try await RuleSets(try options.cityDatabase()).find(rules)
        }
    }

    struct Talent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute the scores of both axes, levels and box from the components' scores.",
            discussion: """
                In the order of SIMATA's columns; '-' for a component that is not known, which is then left out with its \
                weight and named. A list that begins with '-' needs the equals sign: --performance=-,25,75,80.

                  performance: rating, awards, team duties, 360° feedback
                  potential:   competency, development, experience, potential, education, field of study, discipline

                The column performance_basis says what gave the level of performance: the score, or the rating where the rule \
                set says so (performance_level_basis) or too little of the axis is known.

                Example:
                  mutasi rules try talent --performance 80,25,75,80 --potential 85,75,80,70,90,100,100
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var choice: RuleChoice
        @Option(help: "Four scores, 0 to 100.") var performance: String
        @Option(help: "Seven scores, 0 to 100.") var potential: String

        func run() async throws {
            let rules = try await choice.load(options)
            var scores: [TalentComponent: Score] = [:]
            for (axis, text) in [(TalentAxis.performance, performance), (.potential, potential)] {
                let cells = text.split(separator: ",", omittingEmptySubsequences: false)
                guard cells.count == axis.components.count else {
                    throw ValidationError(
                        "--\(axis.rawValue) takes \(axis.components.count) scores; given: \(cells.count)."
                    )
                }
                for (component, cell) in zip(axis.components, cells) where cell != "-" {
                    guard let score = Score(cell) else {
                        throw ValidationError("'\(cell)' is not a score between 0 and 100 with at most two decimals.")
                    }
                    scores[component] = score
                }
            }
            let (keys, cells) = RulesView.placement(scores, by: rules)
            output.print(one: keys, cells)
        }
    }

    struct Match: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute the job-person match (JPM) of achieved levels against a post's standard.",
            discussion: """
                Example:
                  mutasi rules try match --standard 4,4,4,4,4,4,4,4,4 --achieved 4,4,3,3,3,3,3,3,3
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var choice: RuleChoice
        @Option(help: "Levels 1 to 5, one for each competency.") var standard: String
        @Option(help: "Levels 0 to 5, in the same order.") var achieved: String

        func run() async throws {
            let rules = try await choice.load(options)
            let match: JobPersonMatch
            do {
                match = try JobPersonMatch(
                    standard: try Self.levels(standard, "--standard"),
                    achieved: try Self.levels(achieved, "--achieved"),
                    cap: JobPersonMatch.Cap(rules: rules)
                )
            } catch let invalid as JobPersonMatch.Invalid {
                throw ValidationError(invalid.reason + ".")
            }
            let (keys, cells) = RulesView.match(match, by: rules)
            output.print(one: keys, cells)
        }

        private static func levels(_ text: String, _ option: String) throws -> [Int] {
            try text.split(separator: ",", omittingEmptySubsequences: false)
                .map { cell in
                    guard let level = Int(cell) else { throw ValidationError("'\(cell)' in \(option) is not a level.") }
                    return level
                }
        }
    }

    struct Rating: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look up the rating (predikat) that the matrix gives for work result and work behaviour.",
            discussion: """
                Example:
                  mutasi rules try rating --result 1 --behaviour 3
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var output: FormatOptions
        @OptionGroup var choice: RuleChoice
        @OptionGroup var said: ExpectationOptions

        func run() async throws {
            let rules = try await choice.load(options)
            let rating = rules.matrix.rating(result: said.result, behaviour: said.behaviour)
            let (keys, cells) = RulesView.rating(rating, by: rules)
            output.print(one: keys, cells)
        }
    }
}

/// What a rater says.
struct ExpectationOptions: ParsableArguments {
    @Option(help: "Work result: 1 above, 2 as, 3 below expectation.") var result: Expectation
    @Option(help: "Work behaviour: 1 above, 2 as, 3 below expectation.") var behaviour: Expectation

    var expectations: Expectations { Expectations(workResult: result, workBehaviour: behaviour) }
}
