import ArgumentParser
import CityDatabase
import Personnel
import Programs
import Texts

extension TransferCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Export transfers in effect as rows of SIASN's rw_jabatan, for the entry in SIASN.",
            discussion: """
                Give numbers, or --batch, or --decree, or the days between which they took effect (--from and --to). Each \
                transfer is a row with the new post, its first day (tmtJabatan) and the decree, in the columns of \
                'mutasi export posts', with tmtPelantikan and tmtMutasi. A transfer that was taken back has its row, and the \
                row of the one that took it back follows, so that SIASN ends with the post that the person holds.

                With --agency the file holds only posts of this agency, and 'mutasi import posts' reads it back unchanged. The \
                file holds personal data, and the reading is recorded. After the entry: 'mutasi transfer report'.

                Example:
                  mutasi transfer export --from 2027-01-01 --to 2027-01-31 --output siasn.csv
                  mutasi transfer export --batch 2027-01 --agency dlh --output dlh.csv
                """
        )

        @OptionGroup var options: DatabaseOptions
        @OptionGroup var chosen: TransferSelectionOptions
        @Option(help: "The transfers that took effect on this day or later, YYYY-MM-DD.") var from: CivilDate?
        @Option(help: "The transfers that took effect on this day or before; without it, today.") var to: CivilDate?
        @Option(help: "Only posts of this agency, by its code.") var agency: AgencyCode?
        @Option(help: "The file to write, readable by its owner only.", completion: .file(extensions: ["csv"]))
        var output: String

        func validate() throws {
            guard chosen.ways + (from == nil ? 0 : 1) == 1 else {
                throw ValidationError("give numbers of transfers, --batch, --decree or --from.")
            }
            guard to == nil || from != nil else { throw ValidationError("--to goes with --from.") }
            if let from, let to, to < from { throw ValidationError("--to is before --from.") }
        }

        func run() async throws {
            let cases = try chosen.selection()
            let city = try options.cityDatabase()
            let selection: TransferExport.Selection =
                if let from { .days(from, try await CityClock.day(to, in: city)) } else { .cases(cases) }
            var receiving: Agency?
            if let agency { receiving = try await Agencies(city).find(agency) }
            let file = try OutputFile(output, permissions: 0o600)
            let text = TextBuffer()
            let report = try await Transfers(city).export(selection, to: receiving) { text.append($0) }
            try file.write(text.content)
            Terminal.say(Message.fileRowsWritten(["count": .number(report.rows), "path": .text(output)]))
            say(report.added, Message.transferExportAdded.callAsFunction)
            say(report.waiting, Message.transferExportWaiting.callAsFunction)
            say(report.replaced, Message.transferExportReplaced.callAsFunction)
        }

        private func say(_ numbers: [String], _ message: ([String: TextArgument]) -> Wording) {
            guard !numbers.isEmpty else { return }
            Terminal.say(
                message(["count": .number(numbers.count), "numbers": .text(numbers.joined(separator: ", "))])
            )
        }
    }
}
