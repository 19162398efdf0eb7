import CSV
import Characters
import Texts

/// A column that an import reads. The file may have others, in any order.
struct ImportColumn {
    let name: String
    let isRequired: Bool

    static func required(_ name: String) -> ImportColumn { ImportColumn(name: name, isRequired: true) }
    static func optional(_ name: String) -> ImportColumn { ImportColumn(name: name, isRequired: false) }
}

/// The positions of an import's columns in a file.
struct ImportHeader {
    private let positions: [Int?]
    let count: Int

    init(_ record: borrowing CSVRecord, columns: [ImportColumn]) throws(CityError) {
        let names = record.fields.map { OutsideText($0).text.lowercased() }
        if names.count == 1, let delimiter = [";", "\t", "|"].first(where: { names[0].contains($0) }) {
            let shown: TextArgument = delimiter == "\t" ? "tab" : "\"\(delimiter)\""
            throw CityError(.fileDelimiter, ["delimiter": shown])
        }
        let missing = columns.filter { $0.isRequired && !names.contains($0.name.lowercased()) }
        guard missing.isEmpty else {
            throw CityError(.fileHeaderLacks, ["columns": .text(missing.map(\.name).joined(separator: ", "))])
        }
        let twice = columns.filter { column in names.count { $0 == column.name.lowercased() } > 1 }
        guard twice.isEmpty else {
            throw CityError(.fileHeaderTwice, ["columns": .text(twice.map(\.name).joined(separator: ", "))])
        }
        positions = columns.map { column in names.firstIndex(of: column.name.lowercased()) }
        count = names.count
    }

    /// The cells of a record in the order of the columns, without what SIASN's exports and spreadsheets add: a leading
    /// `'`, the word `null` for nothing, surrounding spaces, invisible characters.
    func cells(of record: borrowing CSVRecord) -> [String?] {
        var cells: [String?] = []
        cells.reserveCapacity(positions.count)
        for position in positions {
            guard let position else {
                cells.append(nil)
                continue
            }
            let cell = OutsideText(record[position]).text
            let text = OutsideText(SpreadsheetText.text(cell)).text
            cells.append(text.isEmpty || text == "null" || text == "NULL" ? nil : text)
        }
        return cells
    }
}
