import ArgumentParser
import CityDatabase
import CityViews
import Decrees
import Personnel
import Programs
import Texts

struct PrintNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract:
            "Print the letter (pemberitahuan) that tells each person why, what changes, and who answers questions.",
        discussion: """
            The reason is that of the transfer. What was considered is made from the rules' findings about the person in the \
            last check: nothing is written that is not on record. A receipt is at the foot; it is not a consent. The decree \
            must be on record; revoked transfers are left out.

            Example:
              mutasi transfer print notice --decree 821.2/1234 --number 800/PB/# --contact "Bidang Mutasi BKPSDM, Balai \
            Kota lantai 3" --until 2027-01-15 --signer "Rudi Nasution, S.STP." --signer-office "Kepala BKPSDM Kota Medan" \
            --to papers
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @OptionGroup var numbers: NumberSeries
    @Option(help: "Date of the letter; without it, today.") var dated: CivilDate?
    @Option(help: "The people who answer questions, and how to reach them.") var contact: TypedText
    @Option(help: "The last day on which they answer.") var until: CivilDate
    @Option(help: "What stands under 'tentang' of the decree; without it, the standard wording.") var subject:
        TypedText?
    @OptionGroup var signer: SignerOptions
    @OptionGroup var names: PaperCityOptions
    @OptionGroup var files: PaperFileOptions

    func run() async throws {
        let (subject, contact) = (try subject?.read("--subject"), try contact.read("--contact"))
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let transfers = try await selection.readDecreed(in: city)
        let recorded = try RecordedDecree.required(of: transfers)
        let reasons = try await Transfers(city).reasons(of: transfers.map(\.number))
        let names = try names.names(in: city)
        let signer = try signer.officer(authority: names.authority)
        let dated = try await CityClock.day(dated, in: city)
        let papers = zip(transfers, try numbers.numbers(transfers.count)).map { (($0, $1), name: $0.number) }
        try await press.print(papers) { transfer, number in
            try TransferNotice(
                number: number,
                date: dated,
                place: names.place,
                decree: try Decree(recorded, of: [transfer], names, subject: subject),
                caseNumber: transfer.number,
                findings: (reasons[transfer.number] ?? []).compactMap { $0.reason?.indonesian },
                changes: transfer.changes,
                contact: TransferNotice.Contact(contact, until: until),
                signer: signer
            )
        }
    }
}

extension DecidedTransfer {
    /// Both seats, in Indonesian, as all papers are.
    fileprivate var changes: [TransferNotice.Change] {
        func change(_ key: String, _ before: String?, _ after: String?) -> TransferNotice.Change? {
            guard before != nil || after != nil else { return nil }
            return TransferNotice.Change(
                TextCatalogue.words.wording("notice_change.\(key)").indonesian,
                from: before ?? "–",
                to: after ?? "–"
            )
        }
        return [
            change("post", former?.title, seat.title), change("unit", former?.unit, seat.unit),
            change("agency", former?.agency, seat.agency), change("echelon", formerEchelon?.code, echelon?.code),
            change("class", formerClass.map { "\($0)" }, jobClass.map { "\($0)" }),
        ]
        .compactMap(\.self)
    }
}
