import CSV

/// One of the data files that the build puts into the program.
///
/// A file that is missing or damaged is a fault of the build, which no caller can mend: it traps, with the file's name.
struct EmbeddedTable {
    struct Row {
        fileprivate let path: String
        fileprivate let header: [String]
        fileprivate let fields: [String]

        subscript(_ column: String) -> String {
            guard let index = header.firstIndex(of: column) else {
                preconditionFailure("\(path) has no column \(column)")
            }
            return fields[index]
        }

        func number(_ column: String) -> Int {
            guard let number = Int(self[column]) else {
                preconditionFailure("\(path) has no number in column \(column)")
            }
            return number
        }

        /// The parts of a cell between semicolons; none when it is empty.
        func list(_ column: String) -> [String] {
            self[column].split(separator: ";").map(String.init)
        }
    }

    let rows: [Row]

    init(_ path: String) {
        guard let text = EmbeddedFiles.all.first(where: { $0.path == path })?.text else {
            preconditionFailure("\(path) was not embedded")
        }
        var records: [[String]] = []
        do {
            let bytes = Array(text.utf8)
            var parser = CSVParser()
            try parser.parse(bytes.span) { records.append($0.fields) }
            try parser.finish { records.append($0.fields) }
        } catch {
            preconditionFailure("\(path) is no CSV: \(error)")
        }
        guard let header = records.first, records.allSatisfy({ $0.count == header.count }) else {
            preconditionFailure("\(path) has rows of different lengths")
        }
        rows = records.dropFirst().map { Row(path: path, header: header, fields: $0) }
    }
}
