import ArgumentParser
import CityDatabase
import Decrees
import Personnel
import Programs

struct PrintExcerptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "excerpt",
        abstract: "Print the excerpt (petikan) of the decree for each person.",
        discussion: """
            It says what the decree says of the person, and is certified by an official of the personnel agency. Revoked \
            transfers are left out.

            Example:
              mutasi transfer print excerpt --decree 821.2/1234 --signer "Dr. Siti Lubis, S.E." --certifier "Rudi \
            Nasution, S.STP." --certifier-office "Kepala BKPSDM Kota Medan" --to papers
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @OptionGroup var text: DecreeTextOptions
    @Option(help: "Name of the official who certifies the excerpt, with titles.") var certifier: TypedText
    @Option(help: "What the official signs as, such as 'Kepala BKPSDM Kota Medan'.") var certifierOffice: TypedText
    @Option(help: "NIP of the official.") var certifierNip: TypedNIP?
    @Option(help: "Rank of the official, such as IV/c.") var certifierRank: GradeRank?
    @OptionGroup var files: PaperFileOptions

    func run() async throws {
        let certifier = Officer(
            name: try certifier.read("--certifier"),
            title: try certifierOffice.read("--certifier-office"),
            nip: try certifierNip?.read(),
            grade: certifierRank.map { .rank($0) }
        )
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let transfers = try await selection.readDecreed(in: city)
        let decree = try text.decree(of: transfers, in: city)
        try await press.print(transfers.map { ($0, name: $0.number) }) {
            try DecreeExcerpt(of: decree, caseNumber: $0.number, certifier: certifier)
        }
    }
}
