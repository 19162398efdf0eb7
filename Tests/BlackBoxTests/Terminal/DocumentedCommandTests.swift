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

    /// The lines of all Markdown pages of the repository.
    static func all() throws -> [DocumentedLine] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../../..").standardized
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

    /// A shell's words of the line's first command: without quotes, and without the part after `#`, `|`, `>` or `<`.
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
