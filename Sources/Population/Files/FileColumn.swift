import CSV

/// A column of a file, and how a row fills it.
struct FileColumn<Row>: Sendable {
    let name: String
    let value: @Sendable (Row) -> String?

    init(_ name: String, _ value: @escaping @Sendable (Row) -> String?) {
        self.name = name
        self.value = value
    }

    /// A column that nobody fills.
    static func blank(_ name: String) -> FileColumn { FileColumn(name) { _ in nil } }
}

extension Array {
    /// A whole file of these columns: header and rows. As in SIASN's exports what is missing is the word "null" in some
    /// columns and empty in the others.
    func text<Row>(_ rows: some Sequence<Row>) -> String where Element == FileColumn<Row> {
        var text = CSVWriter.line(map(\.name)) + "\n"
        for row in rows {
            let fields = enumerated().map { index, column in column.value(row) ?? (index % 2 == 0 ? "null" : "") }
            text += CSVWriter.line(fields) + "\n"
        }
        return text
    }
}
