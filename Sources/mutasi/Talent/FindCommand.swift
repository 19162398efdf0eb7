public import ArgumentParser
import Characters
import CityDatabase
import CityViews
import Foundation
public import Personnel
import Programs
import Reports
import Texts

extension TalentCommand {
    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List people with given competencies, with the match for a post.",
            discussion: """
                --competency may be repeated: people must have all of them. Quote it, for > means a file to the shell. The nine \
                are named in Indonesian or English, a technical one as it was imported. A result counts from its assessment to \
                the end of its validity, or for assessment_years; of several in one competency the newest counts.

                --for adds the job-person match (JPM) for a post and puts the best first: assessed levels over the levels that \
                the post asks; MS from 80, MMS from 68, below that KMS. As long as one of them was not assessed the match is \
                not known. People without any result are not in the list. The list holds personal data, and the reading is \
                recorded.

                Examples:
                  mutasi talent find --competency 'komunikasi>=4' --competency 'pelayanan publik>=3'
                  mutasi talent find --competency 'komunikasi>=4' --level pengawas --for 'kec-kota/Lurah Kotamatsum III'
                """
        )

        @OptionGroup var chosen: WorkforceOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "A competency and the lowest level, 1 to 5, in quotes: 'komunikasi>=4'.")
        var competency: [CompetencyDemand] = []
        @Option(help: "Only people in posts of this level, such as pengawas.") var level: String?
        @Option(help: "The post to match: agency/number or agency/title.") var `for`: TypedPost?

        func validate() throws {
            guard !competency.isEmpty || `for` != nil else {
                throw ValidationError("give --competency, --for, or both.")
            }
            try PositionLevel.requireKnown(level)
        }

        func run() async throws {
            let loaded = try await chosen.load()
            let city = try chosen.options.cityDatabase()
            let competencies = Competencies(city, asOf: loaded.day, rules: loaded.rules)
            var post: Competencies.Post?
            if let typed = `for` {
                post = try await competencies.post(typed.post, of: try await Agencies(city).find(typed.agency))
            }
            let holders = try await competencies.holders(
                of: competency,
                level: level.flatMap { PositionLevel(code: $0) },
                in: loaded.reach
            )
            output.print(
                CompetencyView.table(of: holders, demands: competency, standard: post?.standard, rules: loaded.rules)
            )
            if let post, post.standard.isUsual {
                let message: Message = post.standard.levels.isEmpty ? .talentNoStandard : .talentUsualStandard
                Terminal.say(message(["post": .text(post.title)]))
            }
            try UnreadableRows.report(holders.unreadable)
        }
    }
}

/// A post as typed: the agency's code, and the post's number or title, "dinkes/512".
struct TypedPost: ExpressibleByArgument {
    let agency: AgencyCode
    let post: PostChoice

    init?(argument: String) {
        guard let slash = argument.firstIndex(of: "/"), let agency = AgencyCode(String(argument[..<slash])) else {
            return nil
        }
        let rest = OutsideText(String(argument[argument.index(after: slash)...])).text
        guard !rest.isEmpty else { return nil }
        self.agency = agency
        post = Int64(rest).map { .number($0) } ?? .title(rest)
    }
}

extension CompetencyDemand: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

extension PositionLevel {
    /// Refuses a level that there is not; nil is none.
    static func requireKnown(_ code: String?) throws {
        guard let code, PositionLevel(code: code) == nil else { return }
        throw ValidationError(
            "there is no level '\(code)': \(PositionLevel.allCases.map(\.code).joined(separator: ", "))."
        )
    }
}
