import ArgumentParser
import CityDatabase
import Foundation
import Personnel
import Programs
import Texts

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export one agency's data as CSV in the shapes of SIASN and SIMATA.",
        discussion: """
            people: 'Export Data ASN', as far as it is kept. units: ref_unor. posts: rw_jabatan. ratings: \
            rw_kinerjaperiodik or rw_skp22 of --cycle. awards: rw_penghargaan. training: rw_diklat. discipline: rw_hukdis. leave: rw_cltn. competencies and \
            standards: the columns of their imports. talent: SIMATA's \
            columns of --cycle, with the day of the placement as a last one. Exported files can be imported again. A text that a \
            spreadsheet would run (=, +, -, @) or round (a NIP) has an apostrophe before it, which the imports take away. The \
            file holds personal data, and the reading is recorded.

            Example:
              mutasi export talent --agency dinkes --cycle 2026-Q3 --output simata.csv
            """
    )

    @OptionGroup var options: DatabaseOptions
    @Argument(
        help: """
            people, units, posts, ratings, awards, duties, training, discipline, leave, departures, competencies, \
            standards or talent.
            """
    ) var kind: ExportKind
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "The cycle, 2026-Q3 or 2026, for ratings and talent.") var cycle: CycleCode?
    @Option(help: "Export people who serve on this day, YYYY-MM-DD; without it, today.") var asOf: CivilDate?
    @Option(help: "The file to write, readable by its owner only.", completion: .file(extensions: ["csv"]))
    var output: String

    func validate() throws {
        guard kind.needsCycle == (cycle != nil) else {
            throw ValidationError(
                kind.needsCycle ? "--cycle is needed for \(kind.rawValue)." : "--cycle is for ratings and talent."
            )
        }
    }

    func run() async throws {
        let city = try options.cityDatabase()
        let agency = try await Agencies(city).find(agency)
        var chosen: Cycle?
        if let cycle { chosen = try await Cycles(city).find(cycle) }
        let file = try OutputFile(output, permissions: 0o600)
        let text = TextBuffer()
        let rows = try await Exporter(city)
            .export(
                kind,
                of: agency,
                on: try await CityClock.day(asOf, in: city),
                cycle: chosen,
                to: { text.append($0) }
            )
        try file.write(text.content)
        Terminal.say(Message.fileRowsWritten(["count": .number(rows), "path": .text(output)]))
    }
}
