import Foundation
import TestSupport
import Testing

@Suite("Commands in the documentation")
struct DocumentedCommandTests {
    @Test("are the programs' own, with their options and values", arguments: ["mutasi", "mutasid"])
    func documented(_ program: String) async throws {
        let command = try await HelpCommand.of(program)
        let lines = try DocumentedLine.all().filter { $0.words.first == program }
        #expect(lines.count > (program == "mutasi" ? 50 : 1))
        for line in lines {
            let flaw = command.flaw(in: HelpCommand.withoutLanguage(line.words.dropFirst()))
            #expect(flaw == nil, "\(line.place): \(line.words.joined(separator: " "))")
        }
    }

    @Test(
        "are found wrong when they are",
        arguments: [
            ["agency", "shwo", "dinkes"], ["agency"], ["cycle", "show"], ["cycle", "show", "2026-Q3", "2026-Q4"],
            ["cycle", "show", "2026-Q3", "--fromat", "json"], ["cycle", "show", "2026-Q3", "--format", "yaml"],
            ["cycle", "show", "2026-Q3", "--format"], ["import", "peple", "a.csv", "--agency", "dinkes"],
            ["import", "people", "a.csv"],
        ]
    )
    func wrong(_ words: [String]) async throws {
        let command = try await HelpCommand.of("mutasi")
        #expect(command.flaw(in: words[...]) != nil)
    }
}

/// A command in a block of code of a page: indented by four or fenced, in a line that begins with a program's name.
private struct DocumentedLine {
    let place: String
    let words: [String]

    /// Those of all Markdown pages of the repository.
    static func all() throws -> [DocumentedLine] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized
        let paths = try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        )
        var found: [DocumentedLine] = []
        for case let page as URL in paths where page.pathExtension == "md" {
            let text = try String(contentsOf: page, encoding: .utf8).replacing("\\\n", with: " ")
            var isFenced = false
            for line in text.split(separator: "\n") {
                if line.trimmingCharacters(in: .whitespaces).hasPrefix("```") { isFenced.toggle() }
                // Columns of a file, such as pg_ident.conf, are not a command.
                guard isFenced || line.hasPrefix("    "), !line.contains("mutasi  ") else { continue }
                let command = line.replacing("sudo -u postgres ", with: "")
                found.append(DocumentedLine(place: page.lastPathComponent, words: shellWords(of: command)))
            }
        }
        return found
    }

    /// A shell's words of the line's first command: quotes are taken away, and what follows `#`, `|`, `>` or `<` is left out.
    private static func shellWords(of line: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var isInWord = false
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, isInWord) = (character, true)
            } else if character == " " {
                if isInWord { words.append(word) }
                (word, isInWord) = ("", false)
            } else if "|><;".contains(character) || (character == "#" && !isInWord) {
                break
            } else {
                word.append(character)
                isInWord = true
            }
        }
        return isInWord ? words + [word] : words
    }
}

/// A command as the program itself describes it.
private struct HelpCommand: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable { let name: String }
        let kind: String
        let names: [Name]?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool

        func takes(_ value: String) -> Bool { value.contains("$") || allValues?.contains(value) != false }
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [HelpCommand]?
    let defaultSubcommand: String?

    static func of(_ program: String) async throws -> HelpCommand {
        struct Help: Decodable { let command: HelpCommand }
        let result = try await Program.built(program).run(["--experimental-dump-help"])
        return try JSONDecoder().decode(Help.self, from: Data(result.standardOutput.utf8)).command
    }

    /// The words without `--language id`, which every command takes.
    static func withoutLanguage(_ words: ArraySlice<String>) -> ArraySlice<String> {
        guard let place = words.firstIndex(of: "--language"),
            words.dropFirst(place - words.startIndex + 1).first == "id"
        else { return words }
        return words[..<place] + words[(place + 2)...]
    }

    /// Why the program would refuse these words; nil when it takes them.
    func flaw(in words: ArraySlice<String>) -> String? {
        if let next = words.first, let command = subcommands?.first(where: { $0.commandName == next }) {
            return command.flaw(in: words.dropFirst())
        }
        if let command = subcommands?.first(where: { $0.commandName == defaultSubcommand }) {
            return command.flaw(in: words)
        }
        // Every program has the command "help".
        let hasCommands = subcommands?.contains { $0.commandName != "help" } == true
        if hasCommands, let first = words.first, !first.hasPrefix("-") { return "no command \(first)" }
        return hasCommands && words.isEmpty ? "lacks a command" : flawOfArguments(words)
    }

    private func flawOfArguments(_ words: ArraySlice<String>) -> String? {
        let options = (arguments ?? []).filter { $0.kind != "positional" }
        let places = (arguments ?? []).filter { $0.kind == "positional" }
        var given: Set<String> = []
        var values: [String] = []
        var words = words
        while let word = words.popFirst() {
            guard word.hasPrefix("-"), word != "-" else {
                values.append(word)
                continue
            }
            let name = word.drop { $0 == "-" }
            guard let option = options.first(where: { $0.names?.contains { $0.name == name } == true }) else {
                return "no option \(word)"
            }
            given.insert(String(name))
            if option.kind == "option" {
                guard let value = words.popFirst(), option.takes(value) else { return "not a value of \(word)" }
            }
        }
        if given.contains("help") || given.contains("version") { return nil }
        let missing = options.first { option in
            !option.isOptional && option.names?.contains { given.contains($0.name) } != true
        }
        if let missing { return "lacks --\(missing.names?.first?.name ?? "")" }
        if values.count < places.count(where: { !$0.isOptional }) { return "lacks an argument" }
        if values.count > places.count, places.last?.isRepeating != true { return "an argument too many" }
        return zip(places, values).first { !$0.takes($1) }.map { "not a value: \($1)" }
    }
}
