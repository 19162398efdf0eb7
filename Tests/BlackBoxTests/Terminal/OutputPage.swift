import Foundation
import Testing

/// The content of `Output.md` about the commands that list, and about exit statuses.
struct OutputPage {
    struct Entry: Sendable, CustomTestStringConvertible {
        /// The words of the command, and an option where the keys depend on it.
        let command: String
        /// The keys of each object of a list; of a single object its keys, with inner ones as `phases.state`.
        let json: [String]
        let csv: [String]
        let isList: Bool

        var testDescription: String { command }
    }

    let entries: [Entry]
    let statuses: [Int32]

    static func read() throws -> OutputPage {
        let page = URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../Sources/mutasi/mutasi.docc/Output.md").standardized
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| ") }
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        var entries: [Entry] = []
        for row in rows where row[0].hasPrefix("`") {
            let json = code(in: row[1])
            let csv = row.count > 2 && row[2] != "the same" ? code(in: row[2]) : json
            for command in code(in: row[0]) {
                entries.append(Entry(command: command, json: json, csv: csv, isList: row.count == 2))
            }
        }
        return OutputPage(entries: entries, statuses: rows.compactMap { Int32($0[0]) })
    }

    /// The words in code, except words in parentheses, which are values.
    private static func code(in cell: String) -> [String] {
        let bare = cell.replacing(#/\([^)]*\)/#, with: "")
        return bare.matches(of: #/`([^`]+)`/#).map { String($0.1) }
    }
}
