import Foundation

/// A fenced block of Swift in a doc comment or in an article.
struct Example {
    let file: String
    /// Of the block's first line, from 1.
    let line: Int
    let source: [Substring]

    /// Where a block begins that names no language, so that nobody compiles it.
    struct Nameless: Error {
        let file: String
        let line: Int
    }

    /// All of a room and of its articles, in the order of the files' paths.
    static func all(of room: String) throws -> [Example] {
        let folder = Compiler.package.appending(path: room).path
        guard let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] else { return [] }
        return try files.sorted()
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }
            .flatMap { try examples(in: "\(folder)/\($0)", commented: $0.hasSuffix(".swift")) }
    }

    private static func examples(in file: String, commented: Bool) throws -> [Example] {
        var examples: [Example] = []
        var open: (line: Int, isSwift: Bool, source: [Substring])?
        let lines = try String(contentsOfFile: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let text = commented ? comment(line) : line else { continue }
            guard text.drop(while: { $0 == " " }).hasPrefix("```") else {
                open?.source.append(text)
                continue
            }
            if let block = open {
                if block.isSwift { examples.append(Example(file: file, line: block.line, source: block.source)) }
                open = nil
            } else {
                let language = text.drop { $0 == " " || $0 == "`" }
                guard !language.isEmpty else { throw Nameless(file: file, line: index + 1) }
                open = (index + 2, language == "swift", [])
            }
        }
        return examples
    }

    /// The words of a doc comment; nil for another line.
    private static func comment(_ line: Substring) -> Substring? {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("///") else { return nil }
        return text.dropFirst(text.hasPrefix("/// ") ? 4 : 3)
    }

    /// The block in a function of its own, with what examples take for granted; messages name the block's own lines.
    func function(_ number: Int) -> String {
        """
        func example\(number)(_ database: Database, _ scope: Scope, _ tx: inout Transaction) async throws {
        #sourceLocation(file: "\(file)", line: \(line))
        \(source.joined(separator: "\n"))
        #sourceLocation()
        }

        """
    }
}
