import CityDatabase
import Foundation
import Testing
import Texts

@testable import Programs

/// The page of all errors, which is made from the catalogue: `MUTASI_WRITE_PAGES=1` writes it, else it is compared.
@Suite("The page of errors")
struct ErrorsPageTests {
    private static var page: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../Sources/mutasi/mutasi.docc/Errors.md").standardized
    }

    @Test("is that of the catalogue")
    func same() throws {
        let made = Self.text
        if ProcessInfo.processInfo.environment["MUTASI_WRITE_PAGES"] == "1" {
            try made.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(written == made, "write it again: MUTASI_WRITE_PAGES=1 swift test --filter ErrorsPageTests")
    }

    private static var text: String {
        let groups = TextCatalogue.errors.entries.map { String($0.key.prefix { $0 != "." }) }
        let order = groups.enumerated().filter { groups.firstIndex(of: $1) == $0 }.map(\.element)
        return """
            # Errors

            Every error by its code: the exit status, the SQLSTATE, what it says in both languages, and what to do.

            ## Overview

            Standard error ends with the code in brackets, and with what to do next:

                error: there is no agency dinkes [agency.unknown]
                hint: 'mutasi agency list' shows the agencies

            In Indonesian the two lines begin with `galat:` and `saran:`. Codes stay the same from version to version; texts
            may change. `{…}` stands for what differs each time. An error with an SQLSTATE is a rule that the database itself
            keeps: it raises the state with the English text, and with the values as a JSON object in the detail. Where nothing
            is said about what to do, nothing was changed.

            This page is made from `errors.csv` and `advice.csv` of `Sources/Texts/Catalogue`.

            \(order.map(section).joined(separator: "\n"))
            ### What the database layer says

            These are told in English by PostgreSQL's own name for them, such as `undefined column (SQLSTATE 42703)`; what to do
            follows the language.

            | advice | English | Indonesian |
            |---|---|---|
            \(PostgresAdvice.allCases.map(advice).joined(separator: "\n"))

            """
    }

    private static func section(_ group: String) -> String {
        let rows = TextCatalogue.errors.entries.filter { $0.key.hasPrefix(group + ".") }.map(row)
        return """
            ### \(group)

            | code | exit | SQLSTATE | English | Indonesian | what to do | yang perlu dilakukan |
            |---|---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    private static func row(_ entry: TextCatalogue.Entry) -> String {
        let status = ExitStatus(kind: entry.attributes["kind"] ?? "")?.rawValue
        let state = entry.attributes["state"] ?? ""
        let advice = TextCatalogue.advice[entry.key]
        let cells = [
            "`\(entry.key)`", status.map { "\($0)" } ?? "", state, cell(entry.english), cell(entry.indonesian),
            advice.map { cell($0.english) } ?? "", advice.map { cell($0.indonesian) } ?? "",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func advice(_ advice: PostgresAdvice) -> String {
        "| `\(advice.rawValue)` | \(advice.words(in: .english)) | \(advice.words(in: .indonesian)) |"
    }

    /// A bar would end the cell.
    private static func cell(_ text: TextTemplate) -> String {
        text.source.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
