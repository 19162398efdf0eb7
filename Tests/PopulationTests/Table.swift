import CSV

/// A CSV text as rows that know their columns.
struct Table {
    struct Row {
        fileprivate let columns: [String: Int]
        let fields: [String]

        /// Nil for a column that is not there, for an empty cell and for SIASN's word for nothing.
        subscript(_ column: String) -> String? {
            guard let index = columns[column] else { return nil }
            return fields[index].isEmpty || fields[index] == "null" ? nil : fields[index]
        }
    }

    let header: [String]
    let rows: [Row]

    init(_ text: String) throws {
        var records: [[String]] = []
        let bytes = Array(text.utf8)
        var parser = CSVParser()
        try parser.parse(bytes.span) { records.append($0.fields) }
        try parser.finish { records.append($0.fields) }
        let header = records.first ?? []
        let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
        self.header = header
        rows = records.dropFirst().map { Row(columns: columns, fields: $0) }
    }

    /// The values of a column, those that are there.
    func values(_ column: String) -> [String] { rows.compactMap { $0[column] } }
}
