import ArgumentParser
import Decrees
import Programs
import Reports
import Texts

struct TransferTemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Write the templates of papers for the city to change, or check changed ones.",
        discussion: """
            Templates are HTML texts with names between two braces, such as {{nama}}, for what differs from paper to paper. \
            --to writes those that the program brings: \(Self.names). Change them, delete those that stay as they are, and \
            check the folder. 'mutasi transfer print' takes it with --templates.

            --check lists what is wrong: a name that is not known, a value that a paper needs and that is missing, \
            something that would be fetched from a network. The exit status is then 2. Neither needs a database.

            Example:
              mutasi transfer templates --to templates
              mutasi transfer templates --check templates
            """
    )

    private static let names = PaperTemplates.standardFiles.keys.sorted().joined(separator: ", ")

    @OptionGroup var output: FormatOptions
    @Option(help: "The folder to write the program's templates to.", completion: .directory) var to: String?
    @Option(help: "The folder to check.", completion: .directory) var check: String?
    @Flag(help: "With --to: replace files that exist.") var replace = false

    func validate() throws {
        guard (to == nil) != (check == nil) else { throw ValidationError("give --to or --check.") }
        guard !replace || to != nil else { throw ValidationError("--replace goes with --to.") }
    }

    func run() async throws {
        if let to {
            try write(to: to)
        } else if let check {
            try report(check, try TemplateFolder(check))
        }
    }

    private func write(to path: String) throws {
        let texts = PaperTemplates.standardFiles.sorted { $0.key < $1.key }
        let files = try OutputFolder(path).files(texts.map(\.key), permissions: 0o644, replaces: replace)
        for (file, text) in zip(files, texts) { try file.write(text.value) }
        Terminal.say(Message.fileSeveralWritten(["count": .number(files.count), "path": .text(path)]))
    }

    private func report(_ path: String, _ folder: TemplateFolder) throws {
        let problems = folder.problems
        if output.format != .table || !problems.isEmpty {
            output.print(
                Table(
                    columns: [
                        Table.Column("file"), Table.Column("line", alignment: .trailing),
                        Table.Column("problem", room: .wrapped),
                    ],
                    rows: problems.map { [.text($0.file), .integer($0.line), .sentence($0.problem)] }
                )
            )
        }
        guard problems.isEmpty else { throw Stop(.found) }
        Terminal.say(Message.templateSound(["count": .number(folder.files.count), "path": .text(path)]))
    }
}
