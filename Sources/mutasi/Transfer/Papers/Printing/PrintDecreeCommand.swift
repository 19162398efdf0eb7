import ArgumentParser
import Decrees
import Programs

struct PrintDecreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decree",
        abstract: "Print the decree (keputusan) with its nominative list as the annex.",
        discussion: """
            Before the decree is on record, --number and --dated give it a number and a date. It is refused while a person has \
            no reason. Transfers of the decree that were revoked later are still in its list.

            Example:
              mutasi transfer print decree --batch 2027-01 --number 821.2/1234 --dated 2026-12-15 --signer "Dr. Siti \
            Lubis, S.E." --to papers
              mutasi transfer print decree --decree 821.2/1234 --signer "Dr. Siti Lubis, S.E." --pdf --output decree.pdf
            """
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var selection: PaperSelectionOptions
    @OptionGroup var text: DecreeTextOptions
    @OptionGroup var files: PaperFileOptions

    func run() async throws {
        let city = try options.cityDatabase()
        let press = try await files.press(for: city)
        let decree = try text.decree(of: try await selection.read(in: city), in: city)
        try await press.print([(decree, name: decree.number)]) { $0 }
    }
}
