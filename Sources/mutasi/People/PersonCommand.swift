import ArgumentParser
import CityDatabase
import Personnel
import Programs

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Show a person's facts and put them right; record that a person leaves, is away, or comes back.",
        discussion: """
            Leaving, being away and coming back are dated events with their document. None is ever removed: one by \
            mistake is undone by 'person reinstate' or 'person resume' from the same day, which gives back the seat if it \
            is still free.
            """,
        subcommands: [
            Show.self, Correct.self, CorrectionTrail.self, Export.self, End.self, Suspend.self, Resume.self,
            Reinstate.self,
        ]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Export all data of a person (UU 27/2022), and who changed or read it, as JSON.",
            discussion: """
                The reading itself is recorded in the audit trail, with its purpose.

                Example:
                  mutasi person export 198001012005031001 --purpose "request of the person, letter 12/2026" --output p.json
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The person's NIP.") var nip: TypedNIP
        @Option(help: "The purpose of the reading.") var purpose: TypedText
        @Option(help: "A file for its owner only, instead of standard output.") var output: String?

        func run() async throws {
            let nip = try nip.read()
            let file = try output.map { try OutputFile($0, permissions: 0o600) }
            let document = try await PersonRecord(try options.cityDatabase())
                .export(nip, purpose: try purpose.read("--purpose"))
            if let file {
                try file.write(document + "\n")
            } else {
                Terminal.print(data: document)
            }
        }
    }
}
