import Foundation
import Testing

@Suite("The page of rules")
struct RulesTableTests {
    private struct Row {
        let rule: String
        let source: String
        let tests: String
    }

    private let root: URL
    private let lines: [String]
    private let rows: [Row]

    init() throws {
        root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../../..").standardized
        let page = root.appending(path: "Sources/Personnel/Personnel.docc/Rules.md")
        lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
        rows = lines.filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") && $0 != "| rule | source | test |" }
            .map { line in
                let cells = line.components(separatedBy: "|").dropFirst().dropLast()
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                return Row(
                    rule: cells.first ?? "",
                    source: cells.count == 3 ? cells[1] : "",
                    tests: cells.count == 3 ? cells[2] : ""
                )
            }
    }

    @Test("has every section of the rules, and in each row a rule and its source")
    func whole() {
        let sections =
            ["1.2", "1.3", "1.4", "1.5", "1.7", "1.8", "1.12"] + (1...8).map { "2.\($0)" } + (1...4).map { "3.\($0)" }
            + (1...3).map { "4.\($0)" } + ["5"]
            + (1...7).map { "6.\($0)" }
        let headings = lines.filter { $0.hasPrefix("### ") }.map { $0.split(separator: " ")[1] }
        #expect(headings.dropLast().map(String.init) == sections)
        #expect(rows.count > 100)
        #expect(Set(rows.map(\.rule)).count == rows.count)
        for row in rows { #expect(!row.rule.isEmpty && !row.source.isEmpty, "\(row)") }
    }

    @Test("names tests that are there")
    func tests() throws {
        let suites = try suites()
        for row in rows {
            let names = row.tests.components(separatedBy: ", ")
            for name in names {
                let parts = name.trimmingCharacters(in: ["`"]).components(separatedBy: "/")
                guard name.hasPrefix("`"), name.hasSuffix("`"), parts.count == 2 else {
                    Issue.record("\"\(row.rule)\" has \"\(row.tests)\", not `Suite/function`")
                    continue
                }
                let isThere = suites[parts[0]]?.contains(parts[1]) == true
                #expect(isThere, "\"\(row.rule)\": there is no test \(name)")
            }
        }
    }

    /// The functions in the files of each suite: those of its name, and those that declare it.
    private func suites() throws -> [String: Set<String>] {
        let folder = root.appending(path: "Tests")
        let paths = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var suites: [String: Set<String>] = [:]
        for case let path as URL in paths where path.pathExtension == "swift" {
            let text = try String(contentsOf: path, encoding: .utf8)
            var names: Set<String> = [path.deletingPathExtension().lastPathComponent]
            var functions: Set<String> = []
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3).map { Substring($0) }
                guard let keyword = words.firstIndex(where: { ["struct", "extension", "func"].contains($0) }),
                    keyword + 1 < words.count
                else { continue }
                let name = String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber })
                if words[keyword] == "func" { functions.insert(name) } else { names.insert(name) }
            }
            for name in names { suites[name, default: []].formUnion(functions) }
        }
        return suites
    }
}
