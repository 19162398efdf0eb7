import ArgumentParser
import CityDatabase
import Decrees
import Personnel
import Programs
import Texts

struct PrintDutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty",
        abstract: "Print the statement of the start of duty (SPMT) for each person.",
        discussion: """
            The head of the receiving agency signs it, so the transfers of one call lead into one agency. The person began on --start, or on \
            the day on record ('mutasi transfer duty'), or else on the first day of the transfer. \
            The decree must be on record; revoked transfers are left out.

            Example:
              mutasi transfer print duty TRF-2026-000123 --number 800/SPMT/3 --signer "Ir. Ahmad Siregar" --signer-office \
            "Kepala Dinas Lingkungan Hidup" --to papers
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @OptionGroup var numbers: NumberSeries
    @Option(help: "Date of the statement; without it, today.") var dated: CivilDate?
    @Option(help: "The day on which the person began.") var start: CivilDate?
    @Option(help: "What stands under 'tentang' of the decree; without it, the standard wording.") var subject:
        TypedText?
    @OptionGroup var signer: SignerOptions
    @OptionGroup var names: PaperCityOptions
    @OptionGroup var files: PaperFileOptions

    func validate() throws {
        guard signer.signerOffice != nil else {
            throw ValidationError("--signer-office is required: the office of the agency's head.")
        }
    }

    func run() async throws {
        let subject = try subject?.read("--subject")
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let transfers = try await selection.readDecreed(in: city)
        let recorded = try RecordedDecree.required(of: transfers)
        try checkAgencies(transfers)
        let names = try names.names(in: city)
        let signer = try signer.officer(authority: names.authority)
        let dated = try await CityClock.day(dated, in: city)
        let papers = zip(transfers, try numbers.numbers(transfers.count)).map { (($0, $1), name: $0.number) }
        try await press.print(papers) { transfer, number in
            try StartOfDuty(
                number: number,
                date: dated,
                place: names.place,
                decree: try Decree(recorded, of: [transfer], names, subject: subject),
                caseNumber: transfer.number,
                startDay: start ?? transfer.startedDuty ?? transfer.firstDay,
                signer: signer
            )
        }
    }

    private func checkAgencies(_ transfers: [DecidedTransfer]) throws {
        let agencies = Dictionary(grouping: transfers, by: \.seat.agency)
        guard agencies.count > 1 else { return }
        let lines = agencies.sorted { $0.key < $1.key }.map { Wording("\($0.key): \($0.value.numbers)") }
        throw Stop(.paperAgencies, ["agencies": .wording(Wording(lines: lines))])
    }
}
