import Foundation
import Testing

@testable import CityDatabase

/// Compares `Columns.md` with the imports: a column that is added, renamed or removed must be on the page.
@Suite("The page of columns")
struct ImportPageTests {
    private static func rows() throws -> [String: String] {
        let page = URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../Sources/mutasi/mutasi.docc/Columns.md").standardized
        var rows: [String: String] = [:]
        for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            rows[cells[0].replacing("`", with: "")] = cells[2]
        }
        return rows
    }

    @Test("names each import that exists")
    func kinds() throws {
        #expect(try Set(Self.rows().keys) == Set(ImportKind.allCases.map(\.rawValue)))
    }

    @Test(
        "names the columns that an import reads, and prints required ones in bold",
        arguments: ImportKind.allCases
    )
    func columns(_ kind: ImportKind) throws {
        let row = try #require(try Self.rows()[kind.rawValue]).replacing(#/\s*\([^)]*\)/#, with: "")
        let said = row.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let read = kind.staged.columns.map { $0.isRequired ? "**\($0.name)**" : $0.name }
        #expect(said.sorted() == read.sorted())
    }
}
