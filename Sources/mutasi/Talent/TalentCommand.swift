import ArgumentParser
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Reports
import Texts

struct TalentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talent",
        abstract: "Show positions on the talent map, successors, transfers due and vacancies.",
        subcommands: [
            Map.self, Show.self, Pool.self, Successors.self, Critical.self, Due.self, Retirements.self, Vacancies.self,
            Find.self,
        ]
    )

    struct Map: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the nine boxes of a cycle or a day, of the city or of one agency.",
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
            let (boxes, unplaced) = try await chosen.map.counts(chosen.source, in: chosen.reach)
            let nineBox = NineBox(counts: boxes, unplaced: unplaced, boxes: chosen.rules.boxes)
            guard output.format == .table else { return output.print(TalentMapView.table(nineBox)) }
            Terminal.print(
                painted: nineBox.terminal(
                    width: Terminal.width ?? 80,
                    colour: Terminal.showsColour,
                    language: ProgramLanguage.current
                )
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one person's placement: every component with its evidence, and how sure the box is.",
            discussion: """
                An unknown component is shown as missing; it is left out of the mean of its axis, with its weight. The chance of \
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
        @OptionGroup var made: ImprintOptions

        func validate() throws {
            guard talent.scope.agency != nil else {
                throw ValidationError("--agency is required: name the person's agency.")
            }
        }

        func run() async throws {
            let nip = try nip.read()
            let chosen = try await talent.load()
            guard let agency = chosen.reach.agency else { return }
            let file = try page.map { try OutputFile($0, permissions: 0o600) }
            let (placement, evidence, rules) = try await chosen.map.placement(of: nip, chosen.source, agency: agency)
            var versions: [AppraisalVersion] = []
            if case .cycle(let cycle) = chosen.source {
                versions = try await Appraisals(chosen.city, agency, cycle).record(nip).versions
            }
            let view = PlacementView(
                placement,
                evidence,
                rules,
                agency,
                chosen.day,
                talent.cycle,
                versions,
                imprint: try await made.imprint(in: chosen.city)
            )
            if let file {
                try file.write(view.sheet.html(language: ProgramLanguage.current))
                return Terminal.say(Message.fileWritten(["path": .text(page ?? "")]))
            }
            switch output.format {
            case .json: Terminal.print(view.document(in: ProgramLanguage.current).rendered(indent: 2))
            case .csv: output.print(view.componentTable)
            case .table:
                Terminal.print(
                    painted: view.sheet.terminal(
                        ProgramLanguage.current,
                        width: Terminal.width ?? 80,
                        colour: Terminal.showsColour
                    )
                )
            }
        }
    }

    struct Pool: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the talent pool: boxes 7, 8 and 9, with the chance of the box.",
            discussion: "The list holds personal data, and the reading is recorded."
        )

        @OptionGroup var talent: TalentOptions
        @OptionGroup var output: FormatOptions

        func run() async throws {
            let chosen = try await talent.load()
            let placements = try await chosen.map
                .placements(chosen.source, in: chosen.reach, boxes: BoxTable.talentPool, purpose: "talent pool")
            output.print(TalentPoolView.table(placements, rules: chosen.rules))
            try UnreadableRows.report(placements.unreadable)
        }
    }
}
