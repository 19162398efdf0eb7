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

/// A cell that holds something.
struct ImportCell {
    let clean: String
    /// As it stands in the file: for telling what nobody sees in it.
    let raw: String

    /// The first character inside the cell that looks like another or like nothing and stays in the text, such as a
    /// no-break space or hyphen, with its place from 1. No more of the cell is told, since it holds personal data.
    var oddCharacter: (place: Int, character: String)? {
        let scalars = raw.unicodeScalars
        let isEdge = { (scalar: Unicode.Scalar) in OutsideText(String(scalar)).text.isEmpty }
        guard let first = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) }),
            let index = scalars[first...last]
                .firstIndex(where: { scalar in
                    !(0x20...0x7E).contains(scalar.value) && OutsideText("|\(scalar)|").text != "||"
                })
        else { return nil }
        let scalar = scalars[index]
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let place = scalars.distance(from: scalars.startIndex, to: index) + 1
        return (place, ([number] + [scalar.properties.name].compactMap { $0 }).joined(separator: " "))
    }
}

/// The positions of an import's columns in a file.
struct ImportHeader {
    private let positions: [Int?]
    let count: Int

    init(_ record: borrowing CSVRecord, columns: [ImportColumn]) throws(CityError) {
        let names = Self.names(of: record)
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

    /// The names of a header's columns, in small letters.
    static func names(of record: borrowing CSVRecord) -> [String] {
        record.fields.map { OutsideText($0).text.lowercased() }
    }

    /// Whether no cell of a record holds anything that people see, as where a spreadsheet's user has cleared a row.
    static func isBlank(_ record: borrowing CSVRecord) -> Bool {
        for column in 0..<record.count where !record.bytes(at: column).isEmpty {
            guard OutsideText(record[column]).text.isEmpty else { return false }
        }
        return true
    }

    /// The cells of a record in the order of the columns, without what SIASN's exports and spreadsheets add: a leading
    /// `'`, the word `null` for nothing, surrounding spaces, invisible characters.
    func cells(of record: borrowing CSVRecord) -> [String?] {
        texts(of: record).map { $0?.clean }
    }

    /// The same, each beside the cell as it stands in the file.
    func texts(of record: borrowing CSVRecord) -> [ImportCell?] {
        var cells: [ImportCell?] = []
        cells.reserveCapacity(positions.count)
        for position in positions {
            guard let position else {
                cells.append(nil)
                continue
            }
            let cell = record[position]
            let text = OutsideText(SpreadsheetText.text(OutsideText(cell).text)).text
            let isEmpty = text.isEmpty || text == "null" || text == "NULL"
            cells.append(isEmpty ? nil : ImportCell(clean: text, raw: cell))
        }
        return cells
    }
}
