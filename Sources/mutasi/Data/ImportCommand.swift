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
            people: 'Export Data ASN'. units: ref_unor. posts: rw_jabatan. establishment: posts and their seats (peta \
            jabatan, ABK). ratings: rw_kinerjaperiodik or rw_skp22. assessments: SIMATA's \
            column names, any of the components. awards: rw_penghargaan. training: rw_diklat, rw_kursus. discipline: \
            rw_hukdis. leave: rw_cltn. departures: rw_pemberhentian. duties: nip, namaTim, peran, lingkup, skNomor, \
            skTanggal, mulai, selesai. competencies: nip, kompetensi, jenis, level, tanggalAsesmen, berlakuSampai. \
            standards: unorId, namaJabatan, kompetensi, jenis, level, berlakuMulai, berlakuSampai.

            --complete says that the file holds all awards, duties, training, discipline, leave or competencies of the \
            agency: what it lacks is taken back, and people without a row have none. Without --complete nothing is known \
            about people without a row, and the talent map shows the component as missing. A file with rejected rows is \
            never complete.

            Good rows are imported in one transaction; bad rows are listed and written to --rejects with line, column, \
            code and reason, and the exit status is 65. A file that cannot be read as a whole is refused, and nothing is \
            imported. Importing the same file again changes nothing.

            Columns may be separated by commas, semicolons or tabs, and a first line sep=; is understood. UTF-8 and UTF-16 \
            are read, a workbook (.xlsx) is not. Rows without any value are passed over. A leading apostrophe, no-break \
            spaces and characters without width are cleaned away; a control character in a cell rejects its row.

            --changes lists each value that the import changes, from what to what, whose it is and by which line: before the \
            import with --dry-run, or along with it. The reading of what was known is recorded in the audit trail.

            Example:
              mutasi import people pegawai.csv --agency dinkes --dry-run --changes changes.csv
              mutasi import people pegawai.csv --agency dinkes --rejects rejected.csv
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var output: FormatOptions
    @Argument(
        help: """
            people, units, posts, establishment, ratings, assessments, awards, duties, training, discipline, leave, departures, \
            competencies or standards.
            """
    ) var kind: ImportKind
    @Argument(help: "The CSV file; - is standard input.", completion: .file(extensions: ["csv"])) var file: String
    @Option(help: "The agency's code.") var agency: AgencyCode
    @Option(help: "Write rejected rows to this CSV file: line, column, code, reason.") var rejects: String?
    @Option(help: "Write warnings to this CSV file, in the same form.") var warnings: String?
    @Option(
        help: """
            Write what changes to this CSV file: line, NIP, record, column, from, to. With --dry-run what would change.
            """
    ) var changes: String?
    @Flag(help: "The file is the whole register.") var complete = false
    @Flag(help: "Check everything, print what would change, and change nothing.") var dryRun = false

    func validate() throws {
        guard !complete || kind.isRegister else {
            throw ValidationError("--complete is for awards, duties, training, discipline, leave and competencies.")
        }
    }

    func run() async throws {
        let city = try options.cityDatabase()
        let agency = try await Agencies(city).find(agency)
        // Before anything is imported: a list that cannot be written would be lost.
        let lists = [rejects, warnings, changes].compactMap { $0 }
        if Set(lists).count < lists.count { throw Stop(.importListsSame) }
        let rejected = try list(at: rejects)
        let warned = try list(at: warnings)
        let changed = try list(at: changes, Self.changeColumns)
        let line = TerminalProgress(Message.importReading(["kind": .text(kind.rawValue)]))
        let count = Counter()
        let interruption = ImportInterruption(saying: Message.importInterrupted()) {
            for list in [rejected, warned, changed] { list?.discard() }
        }
        let report = try await Importer(city)
            .run(
                kind,
                file: source,
                agency: agency.id,
                asOf: try await CityClock.today(in: city),
                isComplete: complete,
                dryRun: dryRun,
                listener: ImportListener(
                    rejection: { try rejected?.append(Self.line($0)) },
                    warning: { try warned?.append(Self.line($0)) },
                    change: Self.change(changed, count),
                    keeping: interruption.keeping
                ),
                progress: { line.update($0) }
            )
        interruption.end()
        line.finish()
        output.print(ImportView.table([(agency.code, kind, report)]))
        if report.blank > 0 { Terminal.say(Message.importBlank(["count": .number(report.blank)])) }
        if dryRun { Terminal.say(Message.resultDryRun()) }
        try rejected?.finish()
        try warned?.finish()
        try changed?.finish()
        if let changes {
            Terminal.say(Message.importChanges(["count": .number(count.value), "path": .text(changes)]))
        }
        Self.list(report.warnings, as: Message.importWarning(), rest: warnings, option: "--warnings")
        Self.list(report.rejections, as: Message.importRejected(), rest: rejects, option: "--rejects")
        if report.rejected > 0 {
            throw Stop(
                dryRun ? .importWouldReject : .importRejected,
                ["rejected": .number(report.rejected), "rows": .number(report.rows)]
            )
        }
    }

    private static let findingColumns = ["line", "column", "code", "reason"]
    private static let changeColumns = ["line", "nip", "record", "column", "from", "to"]

    private var source: String { file == "-" ? "/dev/stdin" : file }

    /// Readable by its owner only: line numbers lead to persons.
    private func list(at path: String?, _ columns: [String] = findingColumns) throws -> OutputLines? {
        guard let path else { return nil }
        let output = try OutputFile(path, permissions: 0o600)
        guard !output.isSame(as: source) else {
            throw Stop(.importListIsFile, ["path": .text(path)])
        }
        let lines = try output.lines()
        try lines.append(CSVWriter.line(columns))
        return lines
    }

    private static func line(_ finding: ImportFinding) -> String {
        CSVWriter.line(
            [String(finding.line)]
                + [finding.column, finding.code, finding.reason(ProgramLanguage.current)].map(SpreadsheetText.cell)
        )
    }

    private static func change(
        _ list: OutputLines?,
        _ count: Counter
    ) -> (@Sendable (ImportChange) throws -> Void)? {
        guard let list else { return nil }
        return { change in
            _ = count.increment()
            try list.append(line(change))
        }
    }

    private static func line(_ change: ImportChange) -> String {
        let texts = [change.nip, change.record, change.column, change.former, change.present]
        return CSVWriter.line(
            [change.line.map { String($0) } ?? ""] + texts.map { SpreadsheetText.cell($0 ?? "") }
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
