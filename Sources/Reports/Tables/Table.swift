import CSV
import Characters

/// A list as values: columns, rows, and a line of totals.
///
/// Every row has one cell for each column. Where a caller gives too few the rest is missing, and what is too much is left
/// out: no list ends because of one row.
public struct Table: Sendable {
    public let columns: [Column]
    public private(set) var rows: [[Cell]]
    /// The totals: a line of the table form only, so that a program reading JSON or CSV never counts them in.
    public let footer: [Cell]?

    public init(columns: [Column], rows: [[Cell]] = [], footer: [Cell]? = nil) {
        self.columns = columns
        self.rows = []
        self.footer = footer.map { Self.fitted($0, to: columns.count) }
        self.rows.reserveCapacity(rows.count)
        for row in rows { append(row) }
    }

    public mutating func append(_ row: [Cell]) {
        rows.append(Self.fitted(row, to: columns.count))
    }

    private static func fitted(_ row: [Cell], to count: Int) -> [Cell] {
        row.count == count ? row : row.prefix(count) + Array(repeating: .missing, count: max(0, count - row.count))
    }

    /// The text of the whole list, without a line end after the last line.
    ///
    /// - Parameter width: the terminal's columns, which the table form fits by shortening its widest texts (never a
    ///   number); nil for as wide as needed. JSON and CSV are always complete.
    public func rendered(as format: OutputFormat, width: Int?) -> String {
        switch format {
        case .table: TableLayout(self, width: width).text
        case .json: json.rendered()
        case .csv: csv
        }
    }

    /// The rows as an array of objects.
    public var json: JSONValue {
        .array(
            rows.map { row in
                .object(zip(columns, row).map { column, cell in .init(column.key, cell.json) })
            }
        )
    }

    private var csv: String {
        var lines = [CSVWriter.line(columns.map(\.key))]
        lines += rows.map { row in CSVWriter.line(row.map(\.field)) }
        return lines.joined(separator: "\n")
    }
}

extension Table {
    public struct Column: Sendable, Hashable {
        /// The key in JSON and the header in CSV; programs rely on it.
        public let key: String
        /// The header of the table form.
        public let title: String
        public let alignment: Alignment

        public init(key: String, title: String, alignment: Alignment = .leading) {
            self.key = key
            self.title = title
            self.alignment = alignment
        }

        /// With the key's own words as its title: "Rule Set", "Share %", "NIP".
        public init(_ key: String, alignment: Alignment = .leading) {
            let words = key.replacing("_percent", with: "_%").split(separator: "_")
            let title = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
            self.init(key: key, title: key == "nip" ? "NIP" : title, alignment: alignment)
        }
    }

    /// Where texts stand in their column; numbers stand right in any.
    public enum Alignment: Sendable, Hashable {
        case leading
        case trailing
    }

    public enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// A decimal number as its exact text, such as "82.50".
        case decimal(String)
        case boolean(Bool)
        /// Nothing known: null in JSON, an empty field in CSV.
        case missing

        /// A text that may not be known.
        public static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }

        /// A number that may not be known.
        public static func optional(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .missing }

        public var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .integer(let number): .integer(number)
            case .decimal(let digits): .decimal(digits)
            case .boolean(let flag): .boolean(flag)
            case .missing: .null
            }
        }

        /// As CSV holds it.
        var field: String {
            switch self {
            case .text(let text): SpreadsheetText.cell(text)
            case .integer(let number): String(number)
            case .decimal(let digits): digits
            case .boolean(let flag): String(flag)
            case .missing: ""
            }
        }

        /// As the table form shows it.
        var shown: String {
            switch self {
            case .text(let text): text.visibleLine
            case .integer(let number): String(number)
            case .decimal(let digits): digits.visibleLine
            case .boolean(let flag): flag ? "yes" : "no"
            case .missing: "–"
            }
        }

        var isNumber: Bool {
            switch self {
            case .integer, .decimal: true
            case .text, .boolean, .missing: false
            }
        }
    }
}
