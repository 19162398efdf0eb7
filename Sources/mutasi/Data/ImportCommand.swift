import ArgumentParser
import CSV
import Characters
import CityDatabase
import CityViews
import Foundation
import Personnel
import Programs
import Texts

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a SIASN export into one agency.",
        discussion: """
            people: 'Export Data ASN'. posts: rw_jabatan. ratings: rw_kinerjaperiodik or rw_skp22. assessments: SIMATA's
            column names, any of the components. awards: rw_penghargaan. training: rw_diklat, rw_kursus. discipline:
            rw_hukdis. leave: rw_cltn. departures: rw_pemberhentian. duties: nip, namaTim, peran, lingkup, skNomor,
            skTanggal, mulai, selesai.

            --complete says that the file holds all awards, duties, training, discipline or leave of the agency: what
            it lacks is taken back, and people without a row have none. Without --complete nothing is known about people
            without a row, and the talent map shows the component as missing. A file with rejected rows is never complete.

            Good rows are imported in one transaction; bad rows are listed and written to --rejects with line, column,
            code and reason, and the exit status is 65. A file that cannot be read as a whole is refused, and nothing is
            imported. Importing the same file again changes nothing. A leading apostrophe, no-break spaces and characters
            without width are cleaned away; a control character in a cell rejects its row.

            Example:
              mutasi import people pegawai.csv --agency dinkes --rejects rejected.csv
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @Argument(
        help: "people, posts, ratings, assessments, awards, duties, training, discipline, leave or departures."
    ) var kind: ImportKind
    @Argument(help: "The CSV file.", completion: .file(extensions: ["csv"])) var file: String
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "Write rejected rows to this CSV file: line, column, code, reason.") var rejects: String?
    @Option(help: "Write warnings to this CSV file, in the same form.") var warnings: String?
    @Flag(help: "The file is the whole register.") var complete = false
    @Flag(help: "Check everything, print what would change, and change nothing.") var dryRun = false

    func validate() throws {
        guard !complete || kind.isRegister else {
            throw ValidationError("--complete is for awards, duties, training, discipline and leave.")
        }
    }

    func run() async throws {
        let city = try options.cityDatabase()
        let agency = try await Agencies(city).find(agency)
        // Before anything is imported: a list that cannot be written would be lost.
        if let rejects, rejects == warnings { throw Stop(.importListsSame) }
        let rejected = try list(at: rejects)
        let warned = try list(at: warnings)
        let line = TerminalProgress(Message.importReading(["kind": .text(kind.rawValue)]))
        let report = try await Importer(city)
            .run(
                kind,
                file: file,
                agency: agency.id,
                asOf: try await CityClock.today(in: city),
                isComplete: complete,
                dryRun: dryRun,
                listener: ImportListener(
                    rejection: { try rejected?.append(Self.line($0)) },
                    warning: { try warned?.append(Self.line($0)) }
                ),
                progress: { line.update($0) }
            )
        line.finish()
        output.print(ImportView.table([(agency.code, kind, report)]))
        if dryRun { Terminal.say(Message.resultDryRun()) }
        try rejected?.finish()
        try warned?.finish()
        Self.list(report.warnings, as: Message.importWarning(), rest: warnings, option: "--warnings")
        Self.list(report.rejections, as: Message.importRejected(), rest: rejects, option: "--rejects")
        if report.rejected > 0 {
            throw Stop(
                dryRun ? .importWouldReject : .importRejected,
                ["rejected": .number(report.rejected), "rows": .number(report.rows)]
            )
        }
    }

    /// Readable by its owner only: line numbers lead to persons.
    private func list(at path: String?) throws -> OutputLines? {
        guard let path else { return nil }
        let output = try OutputFile(path, permissions: 0o600)
        guard !output.isSame(as: file) else {
            throw Stop(.importListIsFile, ["path": .text(path)])
        }
        let lines = try output.lines()
        try lines.append("line,column,code,reason")
        return lines
    }

    private static func line(_ finding: ImportFinding) -> String {
        CSVWriter.line(
            [String(finding.line)]
                + [finding.column, finding.code, finding.reason(ProgramLanguage.current)].map(SpreadsheetText.cell)
        )
    }

    /// The first few on standard error; values of cells are never shown.
    private static func list(_ findings: ImportFindings, as label: Wording, rest file: String?, option: String) {
        let shown = findings.prefix(5)
        for finding in shown {
            var facts: [String: TextArgument] = [
                "label": .wording(label), "line": "\(finding.line)", "reason": .wording(finding.reason),
                "code": "\(finding.code)",
            ]
            if !finding.column.isEmpty { facts["column"] = .text(finding.column) }
            let message: Message = finding.column.isEmpty ? .importLine : .importLineColumn
            Terminal.say(message(facts))
        }
        let rest = findings.total - shown.count
        guard rest > 0 else { return }
        let facts: [String: TextArgument] = ["label": .wording(label), "count": .number(rest)]
        Terminal.say(
            file.map { path in Message.importMoreListed(facts.merging(["path": .text(path)]) { $1 }) }
                ?? Message.importMore(facts.merging(["option": .text(option)]) { $1 })
        )
    }
}
