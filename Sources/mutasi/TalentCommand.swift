import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports

struct TalentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talent",
        abstract: "Where people stand on the talent map, and who could follow whom.",
        subcommands: [
            Map.self, Show.self, Pool.self, Successors.self, Critical.self, Due.self, Retirements.self, Vacancies.self,
        ]
    )

    struct Map: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The nine boxes of a cycle or a day, of the city or of one agency.",
            discussion: """
                X is potential, Y is performance, as in SIMATA. JSON and CSV: box, performance, potential, people.

                Example:
                  mutasi talent map --as-of 2026-06-30 --agency dinkes
                """
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let chosen = try await talent.load()
            let (boxes, unplaced) = try await chosen.map.counts(chosen.source, agency: chosen.agency)
            guard output.format == .table else { return output.print(Self.table(boxes, unplaced)) }
            let nineBox = NineBox(counts: boxes, unplaced: unplaced)
            Terminal.print(painted: nineBox.terminal(width: Terminal.width ?? 80, colour: Terminal.showsColour))
        }

        private static func table(_ boxes: [Int], _ unplaced: Int) -> Table {
            let columns = [
                Table.Column(key: "box", title: "Box", alignment: .trailing),
                Table.Column(key: "performance", title: "Performance"),
                Table.Column(key: "potential", title: "Potential"),
                Table.Column(key: "people", title: "People", alignment: .trailing),
            ]
            let placed: [[Table.Cell]] = zip(TalentBox.all, boxes)
                .map { box, count in
                    [.integer(box.number), .text(box.performance.code), .text(box.potential.code), .integer(count)]
                }
            return Table(columns: columns, rows: placed + [[.missing, .missing, .missing, .integer(unplaced)]])
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One person's placement: every component with its evidence, and how sure the box is.",
            discussion: """
                A component that is not known is shown as missing; it left the mean of its axis with its weight. The chance of
                each box follows from the errors of measurement that the rule set states. The reading is recorded.

                Example:
                  mutasi talent show --nip 197… --agency dinkes --as-of 2026-06-30
                """
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions
        @Option(help: "The person's NIP.") var nip: TypedNIP
        @Option(help: "Write the sheet as an HTML page to this file instead.", completion: .file(extensions: ["html"]))
        var page: String?
        @Option(help: "id or en, of the page.") var language: Language = .indonesian

        func validate() throws {
            guard talent.agency != nil else {
                throw ValidationError("--agency is needed: a person is shown by the own agency.")
            }
        }

        func run() async throws {
            let nip = try nip.read()
            let chosen = try await talent.load()
            guard let agency = chosen.agency else { return }
            let file = try page.map { try OutputFile($0, permissions: 0o600) }
            let (placement, evidence, rules) = try await chosen.map.placement(of: nip, chosen.source, agency: agency)
            var versions: [AppraisalVersion] = []
            if case .cycle(let cycle) = chosen.source {
                versions = try await Appraisals(chosen.city, agency, cycle).record(nip).versions
            }
            let view = PlacementView(placement, evidence, rules, agency, chosen.day, talent.cycle, versions)
            if let file {
                try file.write(view.sheet.html(language: language))
                return Terminal.say("wrote \(page ?? "")")
            }
            switch output.format {
            case .json: Terminal.print(view.document.rendered(indent: 2))
            case .csv: output.print(view.componentTable)
            case .table:
                Terminal.print(
                    painted: view.sheet.terminal(.english, width: Terminal.width ?? 80, colour: Terminal.showsColour)
                )
            }
        }
    }

    struct Pool: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The talent pool: boxes 7, 8 and 9, with the chance of the box.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let chosen = try await talent.load()
            let keys = [
                "agency", "nip", "name", "post", "box", "chance_percent", "talent_score", "performance",
                "performance_known_percent", "potential", "potential_known_percent",
            ]
            let placements = try await chosen.map
                .placements(chosen.source, agency: chosen.agency, boxes: 7...9, purpose: "talent pool")
            let rows: [[Table.Cell]] =
                placements.map { placement in
                    let chance = placement.box.flatMap { box in
                        placement.probability(chosen.rules).map { ($0.probability(of: box) * 100).fixed(0) }
                    }
                    return [
                        .text(placement.agency.description), .text(placement.nip), .text(placement.name),
                        .text(placement.post), .optional(placement.box), chance.map { .decimal($0) } ?? .missing,
                        placement.talentScore.map { .decimal($0.description) } ?? .missing,
                        placement.performance.map { .decimal($0.value.description) } ?? .missing,
                        .optional(placement.performance?.knownWeight),
                        placement.potential.map { .decimal($0.value.description) } ?? .missing,
                        .optional(placement.potential?.knownWeight),
                    ]
                }
            let columns = keys.map {
                Table.Column(
                    key: $0,
                    title: $0 == "nip"
                        ? "NIP" : $0.replacing("_percent", with: " %").replacing("_", with: " ").capitalized
                )
            }
            output.print(Table(columns: columns, rows: rows))
            try UnreadableRows.report(placements.unreadable)
        }
    }
}
