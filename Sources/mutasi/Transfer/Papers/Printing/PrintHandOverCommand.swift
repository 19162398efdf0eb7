import ArgumentParser
import CityDatabase
import Decrees
import Personnel
import Programs

struct PrintHandOverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Print the minutes of the hand-over of each post, with the list of what is handed over.",
        discussion: """
            The person who leaves the post is the holder until the first day; --outgoing names another one, such as an acting \
            official, for one transfer. With --decree or --batch, posts without an echelon, and posts that nobody leaves, are \
            left out. --item lists what is handed over, once for each; without it, the standard list: work, archives, goods, \
            money, stamps and access. The decree must be on record; revoked transfers are left out.

            Example:
              mutasi transfer print handover --decree 821.2/1234 --number "800/BA/#" --witness "Rudi Nasution" --witness-office \
            "Sekretaris Daerah" --to papers
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @OptionGroup var numbers: NumberSeries
    @Option(help: "The day of the hand-over; without it, the first day of the transfer.") var on: CivilDate?
    @Option(help: "Name of the person who hands over, with titles.") var outgoing: TypedText?
    @Option(help: "NIP of the person who hands over.") var outgoingNip: TypedNIP?
    @Option(help: "Something that is handed over; give it once for each.") var item: [TypedText] = []
    @Option(help: "Name of the official who witnesses it (mengetahui), with titles.") var witness: TypedText
    @Option(help: "What the official signs as, such as 'Sekretaris Daerah'.") var witnessOffice: TypedText
    @Option(help: "NIP of the official.") var witnessNip: TypedNIP?
    @Option(help: "Rank of the official, such as IV/e.") var witnessRank: GradeRank?
    @Option(help: "What stands under 'tentang' of the decree; without it, the standard wording.") var subject:
        TypedText?
    @OptionGroup var names: PaperCityOptions
    @OptionGroup var files: PaperFileOptions

    func validate() throws {
        guard outgoing == nil || selection.chosen.numbers.count == 1 else {
            throw ValidationError("--outgoing is for the number of one transfer.")
        }
        guard outgoingNip == nil || outgoing != nil else {
            throw ValidationError("--outgoing-nip goes with --outgoing.")
        }
    }

    func run() async throws {
        let witness = Officer(
            name: try witness.read("--witness"),
            title: try witnessOffice.read("--witness-office"),
            nip: try witnessNip?.read(),
            grade: witnessRank.map { .rank($0) }
        )
        let items = try item.map { try $0.read("--item") }
        let subject = try subject?.read("--subject")
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let transfers = try handedOver(try await selection.readDecreed(in: city))
        let recorded = try RecordedDecree.required(of: transfers)
        let names = try names.names(in: city)
        let papers = zip(transfers, try numbers.numbers(transfers.count)).map { (($0, $1), name: $0.number) }
        try await press.print(papers) { transfer, number in
            try HandOver(
                number: number,
                day: on ?? transfer.firstDay,
                place: names.place,
                decree: try Decree(recorded, of: [transfer], names, subject: subject),
                caseNumber: transfer.number,
                outgoing: try officer(of: transfer),
                witness: witness,
                items: items.isEmpty ? HandOver.standardItems : items
            )
        }
    }

    private func handedOver(_ transfers: [DecidedTransfer]) throws -> [DecidedTransfer] {
        // Posts of numbers are handed over as asked.
        let posts =
            try selection.chosen.numbers.isEmpty ? transfers.leaving("no_echelon") { $0.echelon == nil } : transfers
        return try outgoing == nil ? posts.leaving("no_predecessor") { $0.outgoing == nil } : posts
    }

    private func officer(of transfer: DecidedTransfer) throws -> Officer {
        if let outgoing {
            return Officer(
                name: try outgoing.read("--outgoing"),
                title: transfer.seat.title,
                nip: try outgoingNip?.read()
            )
        }
        return Officer(
            name: transfer.outgoing?.name ?? "",
            title: transfer.seat.title,
            nip: transfer.outgoing?.nip,
            grade: transfer.outgoing?.grade
        )
    }
}
