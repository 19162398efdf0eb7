import Foundation
import Testing
import Texts

/// House rules of words that a test can know; the others are on the page `Words.md`.
@Suite("Words")
struct WordTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..")
        .standardized

    private let rules: [(rule: WordRule, regex: Regex<AnyRegexOutput>)]

    init() throws { rules = try WordRule.all.map { ($0, try $0.regex()) } }

    private func breaches(in text: String, _ languages: [Language]) -> [String] {
        rules.compactMap { rule, regex in
            guard languages.contains(rule.language), let match = text.firstMatch(of: regex) else { return nil }
            return "'\(text[match.range])': write \(rule.but)"
        }
    }

    @Test("the catalogue keeps to them, in both languages")
    func catalogue() throws {
        for (file, catalogue) in TextCatalogue.all {
            for entry in catalogue.entries {
                let found =
                    breaches(in: entry.english.source, [.english])
                    + breaches(in: entry.indonesian.source, [.indonesian])
                #expect(found.isEmpty, "\(file): \(entry.key): \(found)")
            }
        }
    }

    @Test("help texts and usage errors keep to them")
    func help() throws {
        var count = 0
        for room in ["mutasi", "mutasid", "Programs"] {
            for file in try Self.files(under: "Sources/\(room)", ending: "swift") {
                let source = try String(contentsOf: file, encoding: .utf8)
                for text in Self.helpTexts(of: source) {
                    let found = breaches(in: text, [.english])
                    #expect(found.isEmpty, "\(file.lastPathComponent): \(text): \(found)")
                    count += 1
                }
            }
        }
        #expect(count > 300, "so many were read")
    }

    @Test("pages keep to them")
    func pages() throws {
        let pages = try Self.files(under: "Sources", ending: "md") + [Self.root.appending(path: "README.md")]
        #expect(pages.count > 20)
        for page in pages where page.lastPathComponent != "Words.md" && !page.path.contains("/Data/") {
            for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
                let found = breaches(in: String(line), Language.allCases)
                #expect(found.isEmpty, "\(page.lastPathComponent): \(line): \(found)")
            }
        }
    }

    @Test("no message and no title is left over")
    func used() throws {
        let source = try Self.files(under: "Sources", ending: "swift")
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        for message in Message.allCases { #expect(source.contains(".\(message)"), "\(message)") }
        // Made from the codes of ratings, levels and phases.
        let made: Set = [
            "sangat_baik", "butuh_perbaikan", "sangat_kurang", "baik", "kurang", "low_percent", "medium_percent",
            "high_percent", "open", "remind", "close", "score", "place", "release", "final",
        ]
        for entry in TextCatalogue.titles.entries where !made.contains(entry.key) {
            #expect(source.contains("\"\(entry.key)\""), "\(entry.key)")
        }
        for kind in Set(TextCatalogue.words.entries.map { $0.key.prefix { $0 != "." } }) {
            #expect(source.contains("\"\(kind)\"") || source.contains("\"\(kind).\\("), "\(kind)")
        }
    }

    @Test("every problem of a check and every reason of work is one that a statement or the work says")
    func said() throws {
        let files = try Self.files(under: "Sources", ending: "swift") + Self.files(under: "sql", ending: "sql")
        let source = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined().replacing("''", with: "'")
        // Put together by the statement.
        let joined: Set = [
            "problem.key_acts_both", "problem.holds_verifier", "problem.holds_password", "problem.holds_setting",
            "problem.changed_from", "problem.missing_from",
        ]
        for entry in TextCatalogue.findings.entries where !joined.contains(entry.key) {
            guard entry.key.hasPrefix("problem.") || entry.key.hasPrefix("work.") else { continue }
            let parts = entry.english.source.split(separator: /\{[^}]*\}/).sorted { $0.count < $1.count }
            let longest = try #require(parts.last)
            #expect(source.contains(longest), "\(entry.key)")
        }
    }

    @Test("the page of words has the same rows, in their order")
    func page() throws {
        let page = Self.root.appending(path: "Sources/mutasi/mutasi.docc/Words.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(Self.rows(of: "### Words that a test refuses", in: text) == WordRule.english.map { [$0.not, $0.but] })
        #expect(Self.rows(of: "### Words in Indonesian", in: text) == WordRule.indonesian.map { [$0.not, $0.but] })
    }

    @Test(
        "are found where they stand",
        arguments: [
            ("Who has no rating is listed", 2), ("this is no NIP", 1), ("there is no agency 'x'", 0),
            ("it is no longer valid", 0), ("given to whomever", 1), ("computed Anew", 1), ("a newer one", 0),
            ("Done. Who retires next", 1), ("Who retires next?", 0), ("agencies who rate", 0),
            ("dates that cannot be", 1),
            ("a row that cannot be read", 0), ("left, for it is late", 1), ("left for it", 0),
        ]
    )
    func found(_ text: String, _ count: Int) throws {
        #expect(breaches(in: text, [.english]).count == count, "\(text)")
    }

    /// The strings after `help:`, `abstract:`, `discussion:` and in `ValidationError(`.
    private static func helpTexts(of source: String) -> [String] {
        let string =
            #/(?:(?:help|abstract|discussion):|ValidationError\()\s*(?:"""\n(?<block>[\s\S]*?)"""|"(?<line>(?:[^"\\]|\\.)*)")/#
        return source.matches(of: string)
            .map { match in
                let text = match.output.block ?? match.output.line ?? ""
                return text.replacing("\\\n", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
    }

    /// The cells of the table under a heading, without its head.
    private static func rows(of heading: String, in page: String) -> [[String]] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != heading }.dropFirst()
        return lines.prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| not |") }
            .map { line in
                line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            }
    }

    private static func files(under folder: String, ending: String) throws -> [URL] {
        let found = try #require(
            FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
        )
        return found.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
    }
}
